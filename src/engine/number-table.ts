import type { Evidence } from './evidence.ts';
import { wordsOfName } from './field-names.ts';
import { isAfterWord, labelBefore, lastWordBefore, lastWordsOf } from './label-before.ts';
import type { Context, Field, Judgement, Slice } from './rule.ts';
import { isPart, isWordStart, writtenAt, type Written } from './text/written.ts';

/** A number that a country issues: one row of a rule's table. */
export interface NumberForm {
  /** ISO 3166 region that issues it. */
  readonly region: string;
  /** Names of fields, and hotwords: as a rule's names. */
  readonly names: readonly string[];
  /** Hotwords that as names of fields would mean other things too (`sin`, `pan`). */
  readonly words?: readonly string[];
  /** The ways of writing it; sticky, over folded text, in any case. */
  readonly pattern: RegExp;
  /** Does the check digit agree, if the number has one? Given capitals and digits without separators. */
  readonly check?: (value: string) => boolean | undefined;
  /** Who states the check digit: only then a wrong one refutes the number. */
  readonly standard?: string;
  /** Do the issuing rules allow it: dates, areas, numbers that are left out? */
  readonly issued?: (value: string) => boolean;
  /** Is a word anywhere before it in the line enough, where the policy names the region? */
  readonly inLine?: true;
  /** Why the number is provably nobody's, or undefined. */
  readonly reserved?: (value: string) => string | undefined;
  /** Writings that say by themselves what they are, where the policy names the region. */
  readonly alone?: RegExp;
  /** Do they so everywhere? */
  readonly everywhere?: true;
}

/** The numbers of one rule. */
export interface NumberTable {
  readonly forms: readonly NumberForm[];
  /** Names for a number of any country: `national id`. */
  readonly wide: readonly string[];
  /** The rule's literals, behind which a number may stand. */
  readonly hotwords: readonly string[];
}

interface Forms {
  readonly forms: readonly NumberForm[];
  /** Does any of them begin at an index? Most words are none of all these: one look instead of many. */
  readonly any: RegExp;
}

interface Compiled {
  readonly all: Forms;
  readonly alone: Forms;
  /** Last words of all names; of those outside ASCII none. */
  readonly lastWords: ReadonlySet<string>;
  /** Regions whose names may stand anywhere in the line. */
  readonly inLine: ReadonlySet<string>;
  /** By the name of a field: the forms that it speaks for. */
  readonly ofField: Map<string, readonly NumberForm[]>;
}

/** Names of fields that are kept. Cells of a column have one name, and those of a table few. */
const MOST_FIELDS = 256;

const compiled = new WeakMap<NumberTable, Compiled>();

function compile({ forms, wide }: NumberTable): Compiled {
  const names = [...wide, ...forms.flatMap((form) => [...form.names, ...(form.words ?? [])])];
  return {
    all: together(forms),
    alone: together(forms.filter((form) => form.alone !== undefined)),
    lastWords: new Set(names.flatMap(lastWordsOf)),
    inLine: new Set(forms.filter(mayBeInLine).map(({ region }) => region)),
    ofField: new Map(),
  };
}

/** One pattern of all; the group that a pattern repeats gets a name of its own. */
function together(forms: readonly NumberForm[]): Forms {
  const sources = forms.map(({ pattern: { source } }, index) => {
    const name = `g${index}`;
    return source.replace(/\((?!\?)/, `(?<${name}>`).replaceAll('\\1', `\\k<${name}>`);
  });
  return { forms, any: new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'iy') };
}

const mayBeInLine = (form: NumberForm) => form.inLine ?? form.standard !== undefined;

function compiledOf(table: NumberTable): Compiled {
  let known = compiled.get(table);
  if (!known) compiled.set(table, (known = compile(table)));
  return known;
}

/** How far behind a hotword, and how many letters around digits, a number is looked for. */
const REACH = 48;
const LETTERS = 6;

/** The numbers of a table in a field of the rule's own, or in and around a candidate. */
export function* numbersIn(
  slice: Slice,
  context: Context,
  table: NumberTable,
): Generator<Judgement> {
  const { folded } = slice;
  const [from, to] = context.typed ? [slice.start, slice.end] : around(slice, table);
  for (let at = from; at < to; at++) {
    if (!isWordStart(folded, at) && !isStuck(folded, at)) continue;
    const forms = formsAt(folded, at, context, table);
    if (forms.length === 0) continue;
    const found = bestAt(folded, at, to, forms, context, table);
    if (found === undefined) continue;
    yield found;
    at = found.end - 1;
  }
}

/** Do digits stick to a word for "number" or "is": `SSN No000-00-0000`, `the code is000…`? */
function isStuck(text: string, at: number): boolean {
  const letter = text.charCodeAt(at - 1) | 32;
  // The last letters of the words below: most letters before digits are others.
  if (letter !== 0x73 && letter !== 0x6f && letter !== 0x72) return false;
  const digit = text.charCodeAt(at);
  return digit >= 48 && digit <= 57 && STUCK.test(text.slice(Math.max(0, at - 7), at));
}

const STUCK = /(?:^|[^\p{L}\p{N}_])(?:is|no|nr|number)$/iu;

/**
 * What may begin at an index. In a field of the rule's own: what its name speaks for; elsewhere all
 * where a name may stand before it, else those that say themselves what they are.
 */
function formsAt(
  text: string,
  at: number,
  { options, typed, field }: Context,
  table: NumberTable,
): readonly NumberForm[] {
  const { all, alone, lastWords, inLine } = compiledOf(table);
  // Cells of texts hold no number: what their names speak for need not be found out.
  if (typed) return begins(all, text, at) ? formsOf(field, table) : [];
  const found = begins(alone, text, at) ? alone.forms : [];
  if (!isAfterWord(text, at)) return found;
  const word = lastWordBefore(text, at);
  const mayBeNamed = word === undefined || lastWords.has(word);
  if (!mayBeNamed && !options.regions.some((region) => inLine.has(region))) return found;
  return begins(all, text, at) ? all.forms : [];
}

function begins({ any }: Forms, text: string, at: number): boolean {
  any.lastIndex = at;
  return any.test(text);
}

/** Around digits or a label's value; behind a hotword that is a candidate itself. */
function around({ folded, start, end }: Slice, table: NumberTable): readonly [number, number] {
  if (!table.hotwords.includes(folded.slice(start, end).toLowerCase())) {
    return [Math.max(0, start - LETTERS), Math.min(folded.length, end + LETTERS)];
  }
  const line = folded.indexOf('\n', end);
  return [end, Math.min(line < 0 ? folded.length : line, end + REACH)];
}

/** The forms that a field's name speaks for; all where it says only that it is such a number. */
function formsOf(field: Field | undefined, table: NumberTable): readonly NumberForm[] {
  if (field === undefined) return table.forms;
  const { ofField } = compiledOf(table);
  let forms = ofField.get(field.name);
  if (forms === undefined) {
    forms = formsOfName(field.name, table);
    if (ofField.size >= MOST_FIELDS) ofField.clear();
    ofField.set(field.name, forms);
  }
  return forms;
}

function formsOfName(name: string, { forms }: NumberTable): readonly NumberForm[] {
  const words = wordsOfName(name);
  const named = forms.filter(({ names }) => labelBefore(words, words.length, names));
  return named.length > 0 ? named : forms;
}

function bestAt(
  text: string,
  at: number,
  to: number,
  forms: readonly NumberForm[],
  context: Context,
  table: NumberTable,
): Judgement | undefined {
  let best: Judgement | undefined;
  let rank = -1;
  for (const form of forms) {
    const written = writtenAt(text, form.pattern, at);
    if (written === undefined || written.end > to || isOneDigit(written.value)) continue;
    if (isPart(text, written) || isGroupOfMore(text, written)) continue;
    const evidence = evidenceFor(text, written, form, context, table);
    if (evidence === undefined) continue;
    const { start, end } = written;
    const its = rankOf(evidence, form, context);
    if (its <= rank) continue;
    best = { start, end, evidence, region: form.region };
    rank = its;
  }
  return best;
}

/** A number with its check digit goes before one without, the policy's region before others. */
function rankOf(evidence: readonly Evidence[], { region }: NumberForm, context: Context): number {
  const has = (code: Evidence['code']) => evidence.some((one) => one.code === code);
  const proof = has('refuted') ? 0 : has('check-digit') || has('reserved') ? 4 : 2;
  return proof + (context.options.regions.includes(region) ? 1 : 0);
}

function evidenceFor(
  text: string,
  written: Written,
  form: NumberForm,
  context: Context,
  table: NumberTable,
): readonly Evidence[] | undefined {
  const { value } = written;
  const reserved = form.reserved?.(value);
  const right = form.check?.(value);
  const isWrong = right === false && form.standard !== undefined;
  if (reserved === undefined && (isWrong || form.issued?.(value) === false)) {
    return context.typed && isTold(context) ? [{ code: 'refuted' }] : undefined;
  }
  const claim = claimOf(text, written, form, context, table, right);
  if (claim === undefined) return undefined;
  return [
    ...claim,
    ...proofOf(right, form),
    ...(reserved === undefined ? [] : [{ code: 'reserved', note: reserved } as const]),
    ...(isInRow(value) ? [{ code: 'dummy', note: 'digits in a row' } as const] : []),
  ];
}

function proofOf(right: boolean | undefined, { standard }: NumberForm): readonly Evidence[] {
  if (right !== true) return [];
  return [
    standard === undefined ? { code: 'check-digit' } : { code: 'check-digit', note: standard },
  ];
}

/** What says that digits are this number: the field, a word, their own shape; undefined if nothing. */
function claimOf(
  text: string,
  written: Written,
  form: NumberForm,
  context: Context,
  table: NumberTable,
  right: boolean | undefined,
): readonly Evidence[] | undefined {
  if (context.typed && isTold(context)) return [];
  const isOurs = context.options.regions.includes(form.region);
  const inLine = isOurs && (form.inLine || (right === true && form.standard !== undefined));
  if (!context.typed && hasWord(text, written.start, form, context, { inLine, right }))
    return [{ code: 'hotword' }];
  if (!context.typed && right === true && labelBefore(text, written.start, table.wide)) {
    return [{ code: 'hotword' }];
  }
  if (form.alone?.test(text.slice(written.start, written.end)) !== true) return undefined;
  if (right === false) return undefined;
  const region: readonly Evidence[] =
    isOurs || form.everywhere ? [] : [{ code: 'other-region', note: form.region }];
  // Without a check digit, groups that nothing else has and digits that the issuer allows.
  return right === true ? region : [{ code: 'grouping' }, { code: 'allocated' }, ...region];
}

/** Right before the number; where a standard's check digit is right, anywhere before it in the line. */
function hasWord(
  text: string,
  start: number,
  { names, words }: NumberForm,
  context: Context,
  { inLine, right }: { readonly inLine: boolean; readonly right: boolean | undefined },
): boolean {
  if (!isAfterWord(text, start)) return false;
  const isNear = (list: readonly string[]) =>
    labelBefore(text, start, list) || (inLine && context.hotword(list));
  // Wider words want more: a check digit that is wrong is no reason to believe them.
  return isNear(names) || (words !== undefined && right !== false && isNear(words));
}

/** Does the field's name say so, and not only the values of its column? */
const isTold = ({ field }: Context): boolean => field === undefined || field.by === 'field-name';

const isOneDigit = (value: string) => /^[A-Z]{0,3}(\d)\1{5,}[A-Z]?$/.test(value);

/** `123456789`: what people type when any number will do. */
const isInRow = (value: string) => /^(?:0?123456789|12345678|987654321)/.test(value);

/** Groups of a longer number go on before it or behind: a card, a telephone number. */
function isGroupOfMore(text: string, { start, end }: Written): boolean {
  return (
    /\d[- .]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[- .]\d/.test(text.slice(end, end + 2))
  );
}
