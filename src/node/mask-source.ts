import { ANY_STATE, type Charset } from '../encoding/charset.ts';
import { charsetOf } from '../encoding/charsets.ts';
import type { Block, Finding, SourceInfo } from '../engine/index.ts';
import { editsFor, type Edit, type FindingFilter } from '../masking/edits.ts';
import { applyPolicy } from '../policy/apply.ts';
import { createDirectives } from '../policy/directives.ts';
import type { Policy } from '../policy/policy.ts';
import { blocksOf, CrashedError } from './scan-source.ts';
import type { TextSource } from './text-source.ts';

export interface MaskJob {
  readonly source: TextSource;
  readonly info: SourceInfo;
  readonly policy: Policy;
  /** Mask findings of these rules only; of all when absent. */
  readonly rules: ReadonlySet<string> | undefined;
  /** Gets the number of values masked in a block before the block's bytes are yielded. */
  readonly onMasked: (count: number) => void;
  /** Sees each block with the findings that will be masked, and the edits that mask them. */
  readonly onBlock?: (block: Block, edits: readonly Edit[]) => void;
}

/**
 * The file with everything masked that the policy reports. The bytes of the values are replaced, in
 * the file's encoding; all others are the file's own, broken ones and marks too.
 *
 * @throws UnreadableError when the source fails, CrashedError when the engine does
 */
export function* maskSource(job: MaskJob): Generator<Uint8Array, void, undefined> {
  const { source, info, policy, onBlock } = job;
  const { places } = source;
  const filter = filterOf(job);
  /** As much of the file as is written. */
  let done = 0;
  /** The state that the last mask ends in, where the next value begins. */
  let before: number | undefined;
  for (const block of blocksOf(source, info, policy)) {
    const edits = editsFor(block, filter(block), policy.strategy, info, fitsIn(source));
    onBlock?.(block, edits);
    for (const [i, edit] of edits.entries()) {
      const touches = edits[i + 1]?.startByte === edit.endByte;
      const { start, bytes, state } = writtenAs(edit, source, { done, state: before, touches });
      yield* places.bytes(done, start);
      yield bytes;
      done = places.endInFile(edit.endByte);
      before = touches ? state : undefined;
    }
    const end = places.startInFile(block.start + block.bytes.length);
    yield* places.bytes(done, end);
    done = end;
  }
  // A mark without text, an escape sequence after the last character.
  yield* places.bytes(done, places.fileEnd());
}

/** Until a character outside of ASCII tells the encoding, only ASCII is sure to be the same in it. */
function fitsIn(source: TextSource): (text: string) => boolean {
  const name = source.encoding()?.name;
  if (name === undefined) return (text) => /^[\0-\x7f]*$/.test(text);
  const charset = charsetOf(name);
  return charset === undefined ? () => true : (text) => charset.encode(text, 0, 0) !== undefined;
}

const encoder = new TextEncoder();
const ESCAPE = 0x1b;

/** What stands around an edit. */
interface Around {
  /** As much of the file as is written. */
  readonly done: number;
  /** The state that the mask right before it ends in; undefined when none stands there. */
  readonly state: number | undefined;
  /** Does another edit begin where this one ends? */
  readonly touches: boolean;
}

interface Written {
  /** From where on bytes of the file are replaced. */
  readonly start: number;
  readonly bytes: Uint8Array;
  /** What the bytes after them would mean. */
  readonly state: number;
}

/**
 * What is written for an edit, and from where in the file.
 *
 * Escape sequences (ISO 2022) that lead to a value go with it where its mask begins in another state:
 * two without a character between them are an error to many decoders.
 */
function writtenAs(
  { text, startByte, endByte }: Edit,
  { encoding, places }: TextSource,
  { done, state, touches }: Around,
): Written {
  const start = places.startInFile(startByte);
  const charset = charsetOf(encoding()?.name ?? 'utf-8');
  if (charset === undefined) return { start, bytes: encoder.encode(text), state: 0 };
  const isFollowed = touches || places.startInFile(endByte) > places.endInFile(endByte);
  const to = isFollowed ? ANY_STATE : places.stateBefore(endByte);
  const from = (at: number, before: number): Written => {
    const bytes = charset.encode(text, before, to) ?? encoder.encode(text);
    return { start: at, bytes, state: stateAfter(charset, bytes, before) };
  };
  const lead = places.endInFile(startByte);
  if (state !== undefined) return from(lead, state);
  const written = from(start, places.stateAt(startByte));
  const isLed = done <= lead && lead < start;
  return isLed && written.bytes[0] === ESCAPE ? from(lead, places.stateBefore(startByte)) : written;
}

function stateAfter(charset: Charset, bytes: Uint8Array, before: number): number {
  const reader = charset.createReader();
  reader.state = before;
  for (let at = 0; at < bytes.length;) at += reader.read(bytes, at, bytes.length, true);
  return reader.state;
}

function filterOf({ policy, rules, onMasked }: MaskJob): FindingFilter {
  const directives = createDirectives(policy.options.custom.map((rule) => rule.id));
  return (block) => {
    // Where a rule failed a value may stand unmasked: then nothing is masked.
    if (block.crashes.length > 0) throw new CrashedError();
    const reported = applyPolicy(block, policy, directives);
    const findings = rules ? reported.filter(({ rule }) => rules.has(rule)) : reported;
    onMasked(countOutermost(findings));
    return findings;
  };
}

/** Findings come sorted by start, the longer first: one inside another is masked with it. */
function countOutermost(findings: readonly Finding[]): number {
  let count = 0;
  let end = -1;
  for (const finding of findings) {
    if (finding.start.byte >= end) count++;
    end = Math.max(end, finding.end.byte);
  }
  return count;
}
