import { confidenceOf, type EvidenceCode } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Fields, Format } from './formats/format.ts';
import type { ScanOptions } from './options.ts';
import type { Rule } from './rule.ts';
import { fold } from './text/fold.ts';
import { readValue } from './view.ts';

/** Cells looked at in a column, and the fewest that allow a verdict. */
const SAMPLE = 200;
const LEAST = 8;
/** Share of cells that must pass for a column to be a rule's by its values. */
const PASS = 0.9;
/** A named column keeps its name's rule unless fewer of its cells than this are the rule's. */
const REFUSE = 0.2;

/** What speaks for a value on its own, so that a column of them is no accident. */
const PROOF = new Set<EvidenceCode>([
  'allocated',
  'gazetteer',
  'known-prefix',
  'check-digit',
  'top-level-domain',
]);
const DOUBT = new Set<EvidenceCode>(['refuted', 'unassigned', 'dummy', 'other-region']);

/** What the values of a name's first records say of it. A verdict holds for the rest of the source. */
export type Verdicts = ReadonlyMap<FieldName, FieldName>;

/**
 * Judges names that have no verdict yet by their values: a column without a telling name whose
 * values are a rule's, and a name that its values refuse.
 */
export function judgeColumns(
  bytes: Uint8Array,
  fields: Fields,
  format: Format,
  { rules, options }: { readonly rules: readonly Rule[]; readonly options: ScanOptions },
  verdicts: Map<FieldName, FieldName>,
): void {
  for (const [name, values] of sampleOf(bytes, fields, verdicts)) {
    if (values.length < LEAST) continue;
    verdicts.set(name, verdictOn(name, values, format, rules, options));
  }
}

function verdictOn(
  name: FieldName,
  values: readonly string[],
  format: Format,
  rules: readonly Rule[],
  options: ScanOptions,
): FieldName {
  if (name.rule !== undefined && name.by !== 'vague-name') {
    const rule = rules.find(({ id }) => id === name.rule);
    const refused = rule && share(values, (value) => isAny(rule, value, name, options)) < REFUSE;
    return refused ? { ...name, rule: undefined, by: undefined } : name;
  }
  if (!format.columns) return name;
  const rule = rules.find(
    (each) => share(values, (value) => isProven(each, value, name, options)) >= PASS,
  );
  return rule ? { ...name, rule: rule.id, by: 'column-values' } : name;
}

function sampleOf(bytes: Uint8Array, fields: Fields, verdicts: Verdicts): Map<FieldName, string[]> {
  const samples = new Map<FieldName, string[]>();
  for (let i = 0; i < fields.length; i++) {
    const name = fields.names[i]!;
    if (verdicts.has(name)) continue;
    const values = samples.get(name) ?? [];
    if (values.length >= SAMPLE) continue;
    if (values.length === 0) samples.set(name, values);
    const value = readValue(bytes, fields.starts[i]!, fields.ends[i]!).trim();
    if (value !== '' && value.length <= SAMPLE) values.push(value);
  }
  return samples;
}

function share(values: readonly string[], passes: (value: string) => boolean): number {
  return values.filter(passes).length / values.length;
}

function* judgements(rule: Rule, value: string, name: FieldName, options: ScanOptions) {
  const slice = { text: value, folded: fold(value), start: 0, end: value.length };
  const field = { name: name.name, rule: rule.id, start: 0, end: value.length };
  yield* rule.judge(slice, { options, field, typed: true, hotword: () => false });
}

function isAny(rule: Rule, value: string, name: FieldName, options: ScanOptions): boolean {
  for (const { evidence } of judgements(rule, value, name, options)) {
    if (confidenceOf(rule.prior, [...evidence, { code: 'field-name' }]) !== undefined) return true;
  }
  // Masked values are no evidence against the name.
  return /[*●○]{2}|^\[[A-Z-]+\]$/.test(value);
}

/**
 * Is the whole value the rule's, with proof? Plain numbers without a leading zero prove no phone;
 * a check digit speaks for them, since one column in 10^8 has it in every row by chance.
 */
function isProven(rule: Rule, value: string, name: FieldName, options: ScanOptions): boolean {
  const plain = /^[1-9]\d*$/.test(value) && rule.id !== 'postal-code';
  for (const { start, end, evidence } of judgements(rule, value, name, options)) {
    if (start > 0 || end < value.length) continue;
    if (evidence.some(({ code }) => DOUBT.has(code))) continue;
    if (evidence.some(({ code }) => (plain ? code === 'check-digit' : PROOF.has(code))))
      return true;
  }
  return false;
}

/** The rules that the names and columns of a source speak for. */
export function kindsOf(fields: Fields, verdicts: Verdicts): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const name of new Set(fields.names)) {
    const { rule, by } = verdicts.get(name) ?? name;
    if (rule !== undefined && by !== 'vague-name') kinds.add(rule);
  }
  return kinds;
}
