import type { Block, Finding, SourceInfo } from '../engine/index.ts';
import { maskChunks, type FindingFilter } from '../masking/edits.ts';
import { applyPolicy } from '../policy/apply.ts';
import { createDirectives } from '../policy/directives.ts';
import type { Policy } from '../policy/policy.ts';
import type { Encoding } from './encoding.ts';
import { UnreadableError } from './read-chunks.ts';
import { CrashedError } from './scan-source.ts';
import type { TextSource } from './text-source.ts';
import { utf16FromUtf8 } from './utf16.ts';

export interface MaskJob {
  readonly source: TextSource;
  readonly info: SourceInfo;
  readonly policy: Policy;
  /** Mask findings of these rules only; of all when absent. */
  readonly rules: ReadonlySet<string> | undefined;
  /** Gets the number of values masked in a block before the block's bytes are yielded. */
  readonly onMasked: (count: number) => void;
  /** Sees each block with the findings that will be masked. */
  readonly onBlock?: (block: Block, findings: readonly Finding[]) => void;
}

/**
 * The file with everything masked that the policy reports: its own encoding, its own byte-order
 * mark, and no byte changed outside of the values.
 *
 * @throws UnreadableError when the source fails, CrashedError when the engine does
 */
export function* maskSource(job: MaskJob): Generator<Uint8Array, void, undefined> {
  const { source, info, policy } = job;
  const { encoding } = source;
  if (encoding.bom > 0) yield markOf(encoding);
  try {
    const masked = maskChunks(source.chunks, info, policy.options, filterOf(job), policy.strategy);
    if (encoding.name === 'utf-8') yield* masked;
    else yield* utf16FromUtf8(masked, encoding.name === 'utf-16be');
  } catch (error) {
    throw error instanceof UnreadableError ? error : new CrashedError();
  }
}

function filterOf({ policy, rules, onMasked, onBlock }: MaskJob): FindingFilter {
  const directives = createDirectives(policy.options.custom.map((rule) => rule.id));
  return (block) => {
    // Where a rule failed a value may stand unmasked: then nothing is masked.
    if (block.crashes.length > 0) throw new CrashedError();
    const reported = applyPolicy(block, policy, directives);
    const findings = rules ? reported.filter(({ rule }) => rules.has(rule)) : reported;
    onMasked(countOutermost(findings));
    onBlock?.(block, findings);
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

function markOf({ name }: Encoding): Uint8Array {
  if (name === 'utf-8') return Uint8Array.of(0xef, 0xbb, 0xbf);
  return name === 'utf-16le' ? Uint8Array.of(0xff, 0xfe) : Uint8Array.of(0xfe, 0xff);
}
