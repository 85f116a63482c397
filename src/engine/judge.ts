import type { IsAuthorship } from './authorship.ts';
import { confidenceOf, type Evidence } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Confidence } from './finding.ts';
import { hasHotword } from './hotword.ts';
import type { ScanOptions } from './options.ts';
import type { Context, Field, Judgement, Rule } from './rule.ts';
import type { Window } from './window.ts';

/** A finding before overlaps are resolved; places are bytes of the buffer. */
export interface Draft {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** The value's text, for its shape only. */
  readonly text: string;
  readonly region: string | undefined;
  readonly field: FieldName | undefined;
  readonly record: number | undefined;
}

/** What surrounds a candidate. */
export interface Surroundings {
  readonly window: Window;
  /** Indices of the candidate in the window. */
  readonly start: number;
  readonly end: number;
  readonly field: Field | undefined;
  readonly name: FieldName | undefined;
  readonly record: number | undefined;
}

const LOOK_BACK = 40;

/** Kinds of which authors tell theirs in what they publish. */
const OF_AUTHORS = new Set(['email', 'person-name']);

/** Kinds that may stand in a field named after another without a doubt. */
const BY_SHAPE = new Set(['email', 'passport-mrz', 'postal-address']);

/**
 * Asks a rule about a candidate and weighs its evidence.
 *
 * @param options `reserved` decides whether nobody's values are kept
 */
export function judgeCandidate(
  rule: Rule,
  at: Surroundings,
  options: ScanOptions,
  isAuthorship: IsAuthorship,
  emit: (draft: Draft) => void,
): void {
  const context = contextOf(rule, at, options);
  const { window } = at;
  const slice = { text: window.text, folded: window.folded, start: at.start, end: at.end };
  for (const judgement of rule.judge(slice, context)) {
    const reasons = evidenceOf(rule, at, judgement);
    const isPublic = OF_AUTHORS.has(rule.id) && isAuthorship(slice.folded, judgement.start);
    const evidence: readonly Evidence[] = isPublic
      ? [...reasons, { code: 'public-author' }]
      : reasons;
    if (options.reserved === 'silent' && evidence.some(({ code }) => code === 'reserved')) continue;
    const confidence = confidenceOf(rule.prior, evidence);
    if (confidence === undefined) continue;
    emit({
      rule: rule.id,
      start: window.byteOf(judgement.start),
      end: window.byteOf(judgement.end),
      confidence,
      evidence,
      text: window.text.slice(judgement.start, judgement.end),
      region: judgement.region,
      field: at.name,
      record: at.record,
    });
  }
}

function contextOf(rule: Rule, at: Surroundings, options: ScanOptions): Context {
  const { window, start, field } = at;
  return {
    options,
    field,
    typed: field?.rule === rule.id,
    hotword(words = rule.names) {
      // A field of the rule's own says it already.
      if (field?.rule === rule.id && words === rule.names) return false;
      const before = window.folded.slice(Math.max(0, start - LOOK_BACK), start);
      return hasHotword(before.slice(before.lastIndexOf('\n') + 1), words);
    },
  };
}

function evidenceOf(
  rule: Rule,
  { field }: Surroundings,
  { evidence }: Judgement,
): readonly Evidence[] {
  if (field?.rule === undefined) return evidence;
  if (field.rule === rule.id) return [nameEvidence(field), ...evidence];
  if (BY_SHAPE.has(rule.id) || field.by === 'vague-name') return evidence;
  if (rule.id === 'postal-code' && field.rule === 'postal-address') return evidence;
  return [...evidence, { code: 'other-field' }];
}

/** What a field of the rule's own says by its name or its column. */
export const nameEvidence = ({
  by = 'field-name',
  figures,
}: Pick<Field, 'by' | 'figures'>): Evidence =>
  figures === undefined ? { code: by } : { code: by, note: figures };
