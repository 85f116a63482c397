import { figuresOf, isNoAccident, logOfChance } from './chance.ts';
import { sampleColumns, type Sample } from './column-sample.ts';
import { confidenceOf, type EvidenceCode } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Fields, Format } from './formats/format.ts';
import type { ScanOptions } from './options.ts';
import type { ColumnTest, Rule } from './rule.ts';
import { fold } from './text/fold.ts';

/** Share of cells that must pass for a column to be a rule's by its values. */
const PASS = 0.9;
/** A named column keeps its name's rule unless fewer of its cells than this are the rule's. */
const REFUSE = 0.2;
/** After so many cells a test that most of them fail is given up. */
const FIRST_LOOK = 32;

/** What speaks for a value on its own, so that a column of them is no accident. */
const PROOF = new Set<EvidenceCode>([
  'allocated',
  'gazetteer',
  'known-prefix',
  'check-digit',
  'top-level-domain',
]);
const DOUBT = new Set<EvidenceCode>(['refuted', 'unassigned', 'dummy', 'other-region']);

const BY_JUDGEMENT: ColumnTest = { chance: 0.1 };

/** What the values of a name's first records say of it. A verdict holds for the rest of the source. */
export type Verdicts = ReadonlyMap<FieldName, FieldName>;

interface Choice {
  readonly rules: readonly Rule[];
  readonly options: ScanOptions;
}

/**
 * Judges names that have no verdict yet by their values: a column without a telling name whose
 * values are a rule's beyond chance, and a name that its values refuse.
 */
export function judgeColumns(
  bytes: Uint8Array,
  fields: Fields,
  format: Format,
  choice: Choice,
  verdicts: Map<FieldName, FieldName>,
): void {
  const table = sampleColumns(bytes, fields, (name) => verdicts.has(name));
  const open = table.filter(({ name }) => !verdicts.has(name));
  for (const sample of table) sample.rule = ruleOf(verdicts.get(sample.name) ?? sample.name);
  for (const sample of open) verdicts.set(sample.name, byName(sample, choice));
  for (const sample of table) sample.rule = ruleOf(verdicts.get(sample.name)!);
  // A key of an object says more than a header: only one that says nothing is judged by its values.
  const unnamed = open.filter(
    ({ name, rule }) => rule === undefined && (format.columns || isNameless(name)),
  );
  for (const sample of unnamed) decide(sample, byValues(sample, choice), verdicts);
  // What says little alone comes last: by then it is known what stands beside it.
  for (const rule of choice.rules) {
    for (const sample of unnamed) {
      if (sample.rule === undefined) decide(sample, byTable(rule, sample, table, choice), verdicts);
    }
  }
}

const ruleOf = ({ rule, by }: FieldName) => (by === 'vague-name' ? undefined : rule);

function decide(
  sample: Sample,
  verdict: FieldName | undefined,
  verdicts: Map<FieldName, FieldName>,
): void {
  if (verdict === undefined) return;
  verdicts.set(sample.name, verdict);
  sample.rule = verdict.rule;
}

/** The name as it is, or without its rule where the values refuse that. */
function byName({ name, texts, cells }: Sample, { rules, options }: Choice): FieldName {
  const rule = ruleOf(name) === undefined ? undefined : rules.find(({ id }) => id === name.rule);
  if (rule === undefined) return name;
  const refused =
    countsUp(cells) ||
    share(texts, (text) => isAny(rule, text, name, options)) < REFUSE ||
    (rule.column?.checked === true &&
      share(texts, (text) => isSound(rule, text, name, options)) < REFUSE);
  return refused ? { ...name, rule: undefined, by: undefined } : name;
}

/** The rule that the values speak for most of all, whatever stands beside them. */
function byValues(sample: Sample, choice: Choice): FieldName | undefined {
  let best: FieldName | undefined;
  let least = 0;
  for (const rule of choice.rules) {
    const { chance, beside } = rule.column ?? BY_JUDGEMENT;
    const passed = beside === undefined ? passing(rule, sample, choice) : undefined;
    if (passed === undefined) continue;
    const log = logOfChance(passed, sample.cells.length, chance);
    if (log >= least) continue;
    least = log;
    best = named(sample, rule, passed);
  }
  return best;
}

/** A name that says nothing: a number, a letter, a word for columns or values of any kind. */
const NAMELESS =
  /^(?:#?\d{1,4}|[a-z]{1,2}\d{0,4}|(?:unnamed|col(?:umn)?|field|attr(?:ibute)?|var(?:iable)?|val(?:ue)?|data|item|カラム|項目|フィールド|データ|[値列欄])[ _:.-]{0,2}\d{0,4})$/i;

const isNameless = ({ name }: FieldName) => NAMELESS.test(fold(name));

function byTable(
  rule: Rule,
  sample: Sample,
  table: readonly Sample[],
  choice: Choice,
): FieldName | undefined {
  const beside = rule.column?.beside;
  if (beside === undefined || !isNameless(sample.name)) return undefined;
  if (!table.some((other) => other.rule !== undefined && beside.includes(other.rule))) {
    return undefined;
  }
  const passed = passing(rule, sample, choice);
  if (passed === undefined || !rule.column!.fits?.(sample, table)) return undefined;
  return named(sample, rule, passed);
}

function named({ name, cells }: Sample, rule: Rule, passed: number): FieldName {
  const { chance } = rule.column ?? BY_JUDGEMENT;
  const figures = figuresOf(passed, cells.length, chance);
  return { name: name.name, rule: rule.id, by: 'column-values', figures };
}

/** How many cells pass a rule's test, where it is more than chance gives; else undefined. */
function passing(
  rule: Rule,
  { name, texts, cells }: Sample,
  { options }: Choice,
): number | undefined {
  const test = rule.column ?? BY_JUDGEMENT;
  let passed = 0;
  for (let i = 0; i < cells.length; i++) {
    if (test.passes?.(cells[i]!) ?? isProven(rule, test, texts[i]!, name, options)) passed++;
    else if (isHopeless(i + 1 - passed, i, cells.length)) return undefined;
  }
  return isNoAccident(passed, cells.length, test.chance) ? passed : undefined;
}

/** Have so many failed, up to the cell at `index`, that too few can pass whatever comes? */
const isHopeless = (failed: number, index: number, cells: number): boolean =>
  cells - failed < cells * PASS ||
  (index < FIRST_LOOK && cells > FIRST_LOOK && failed > FIRST_LOOK / 2);

function share(values: readonly string[], passes: (value: string) => boolean): number {
  let passed = 0;
  for (let i = 0; i < values.length; i++) {
    if (passes(values[i]!)) passed++;
    // Enough to keep the name, whatever comes.
    if (passed >= values.length * REFUSE) return REFUSE;
  }
  return passed / values.length;
}

/** A counter: every number is the last one plus one. Nobody's number is. */
function countsUp(cells: readonly string[]): boolean {
  let steps = 0;
  for (let i = 1; i < cells.length; i++) {
    if (/^\d{1,15}$/.test(cells[i]!) && Number(cells[i]) - Number(cells[i - 1]) === 1) steps++;
  }
  return steps >= (cells.length - 1) * 0.95;
}

function* judgements(rule: Rule, value: string, name: FieldName, options: ScanOptions) {
  const slice = { text: value, folded: fold(value), start: 0, end: value.length };
  const by = name.rule === rule.id ? name.by : 'column-values';
  const field = { name: name.name, rule: rule.id, by, start: 0, end: value.length };
  yield* rule.judge(slice, { options, field, typed: true, hotword: () => false });
}

/** Masked values are no evidence against the name. */
const MASKED = /[*●○]{2}|^\[[A-Z-]+\]$/;

function isAny(rule: Rule, value: string, name: FieldName, options: ScanOptions): boolean {
  for (const { evidence } of judgements(rule, value, name, options)) {
    if (confidenceOf(rule.prior, [...evidence, { code: 'field-name' }]) !== undefined) return true;
  }
  return MASKED.test(value);
}

/** Does its check digit not refute the value? */
function isSound(rule: Rule, value: string, name: FieldName, options: ScanOptions): boolean {
  for (const { evidence } of judgements(rule, value, name, options)) {
    if (!evidence.some(({ code }) => code === 'refuted')) return true;
  }
  return MASKED.test(value);
}

/**
 * Is the whole value the rule's, with proof? Plain numbers without a leading zero prove no phone;
 * a check digit speaks for them.
 */
function isProven(
  rule: Rule,
  { plainNumbers }: ColumnTest,
  value: string,
  name: FieldName,
  options: ScanOptions,
): boolean {
  const plain = plainNumbers === undefined && /^[1-9]\d*$/.test(value);
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
    const rule = ruleOf(verdicts.get(name) ?? name);
    if (rule !== undefined) kinds.add(rule);
  }
  return kinds;
}
