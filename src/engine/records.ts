import type { Corroborator, RecordOfFindings } from './corroboration/corroborator.ts';
import { spellingsAgree } from './corroboration/names.ts';
import { validityAgrees, zoneAgrees } from './corroboration/passports.ts';
import { placesAgree } from './corroboration/places.ts';
import { confidenceOf, type Evidence } from './evidence.ts';
import type { Confidence } from './finding.ts';
import type { Fields } from './formats/format.ts';
import type { Draft } from './judge.ts';
import type { Rule } from './rule.ts';

/** What may raise findings of these rules: asked only where one of them leaves a doubt. */
const RAISING: readonly (readonly [ReadonlySet<string>, Corroborator])[] = [
  [new Set(['phone-number', 'postal-address', 'postal-code']), placesAgree],
  [new Set(['person-name']), spellingsAgree],
];
/** What may lower too: papers, which are rare. */
const COMPARING: readonly Corroborator[] = [validityAgrees, zoneAgrees];
const PAPERS = new Set(['passport-mrz', 'passport-issue-date']);

/** Stands for all groups, and for what is in none. */
export const EVERYTHING = -1;
const IN_NONE = 1 << 30;

/** The groups of findings that are compared with each other and that a rule's belong to, as bits. */
export function groupsOf(rule: string): number {
  return RAISING.reduce((bits, [rules], i) => (rules.has(rule) ? bits | (1 << i) : bits), IN_NONE);
}

/** The groups that have a say on such a finding, or on which it has one: none, bits or everything. */
export function asksOf(rule: string, confidence: Confidence): number {
  if (PAPERS.has(rule)) return EVERYTHING;
  return confidence === 'certain' ? 0 : groupsOf(rule) & ~IN_NONE;
}

/** A record of more findings is a document of many people, and everything agrees with something. */
export const MOST_FINDINGS = 50;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A later pass over the findings of each record: what agrees with a value raises it, what
 * contradicts it lowers it, and the evidence says so. A value that is certain is raised no further.
 *
 * @param drafts in order of their start
 * @returns the same, some with more evidence; one that is no longer possible is left out
 */
export function corroborateRecords(
  drafts: readonly Draft[],
  bytes: Uint8Array,
  fields: Fields,
  rules: readonly Rule[],
): Draft[] {
  const result: Draft[] = [];
  for (let start = 0, end = 0; start < drafts.length; start = end) {
    const { record } = drafts[start]!;
    for (end = start + 1; end < drafts.length && drafts[end]!.record === record; end++);
    const isRecord = record !== undefined && end - start > 1 && end - start <= MOST_FINDINGS;
    if (isRecord) {
      const group = drafts.slice(start, end);
      result.push(...corroborated(group, () => otherCells(group, bytes, fields), rules));
    } else for (let i = start; i < end; i++) result.push(drafts[i]!);
  }
  return result;
}

function corroborated(
  drafts: readonly Draft[],
  cells: () => readonly string[],
  rules: readonly Rule[],
): readonly Draft[] {
  const asked = RAISING.flatMap(([rules, corroborator]) =>
    drafts.some(({ rule, confidence }) => confidence !== 'certain' && rules.has(rule))
      ? [corroborator]
      : [],
  );
  if (drafts.some(({ rule }) => PAPERS.has(rule))) asked.push(...COMPARING);
  if (asked.length === 0) return drafts;
  const record: RecordOfFindings = { drafts, otherCells: cells };
  const said = new Map<Draft, Evidence[]>();
  for (const corroborator of asked) {
    for (const [draft, evidence] of corroborator(record)) add(said, draft, evidence);
  }
  if (said.size === 0) return drafts;
  return drafts.flatMap((draft) => weighed(draft, said.get(draft), rules) ?? []);
}

/** One voice for and one against are enough: two columns are not always two sources. */
function add(said: Map<Draft, Evidence[]>, draft: Draft, evidence: Evidence): void {
  if (evidence.code === 'corroborated' && draft.confidence === 'certain') return;
  const known = said.get(draft) ?? [];
  if ([...draft.evidence, ...known].some(({ code }) => code === evidence.code)) return;
  said.set(draft, [...known, evidence]);
}

function weighed(
  draft: Draft,
  more: readonly Evidence[] | undefined,
  rules: readonly Rule[],
): Draft | undefined {
  const prior = more && rules.find(({ id }) => id === draft.rule)?.prior;
  if (prior === undefined) return draft;
  const evidence = [...draft.evidence, ...more!];
  const confidence = confidenceOf(prior, evidence);
  return confidence && { ...draft, evidence, confidence };
}

/** The cells of a record in which nothing was found. */
function otherCells(drafts: readonly Draft[], bytes: Uint8Array, fields: Fields): string[] {
  const { record, start } = drafts[0]!;
  let first = firstAtOrAfter(fields, start);
  while (first > 0 && fields.records[first - 1] === record) first--;
  const texts: string[] = [];
  for (let i = first; i < fields.length && fields.records[i] === record; i++) {
    const from = fields.starts[i]!;
    const to = fields.ends[i]!;
    if (drafts.some((draft) => draft.start < to && draft.end > from)) continue;
    texts.push(decoder.decode(bytes.subarray(from, Math.min(to, from + LONGEST))));
  }
  return texts;
}

const LONGEST = 64;

function firstAtOrAfter(fields: Fields, byte: number): number {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields.starts[middle]! < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}
