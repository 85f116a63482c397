import { assignmentAt, nameBefore, type Assignment } from './assignment.ts';
import type { IsAuthorship } from './authorship.ts';
import type { Verdicts } from './columns.ts';
import type { FieldName } from './field-names.ts';
import { createGlances } from './glance.ts';
import type { Fields, Labels, Span } from './formats/format.ts';
import { judgeCandidate, type Draft, type Surroundings } from './judge.ts';
import { createCandidates, LABEL, type Candidates } from './kernel/candidates.ts';
import { createCompany, type Company } from './label-company.ts';
import { mayBeAssigned, mayBeRuleName } from './label-name.ts';
import type { ScanOptions } from './options.ts';
import type { Field, Rule } from './rule.ts';
import type { Ruleset } from './ruleset.ts';
import { createWindows, SHORT, type Window, type Windows } from './window.ts';

/**
 * What is scanned at once: bytes of the buffer and the fields that the format found in them; there
 * may be none near `from` and `to`.
 */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly fields: Fields;
  readonly labels: Labels;
  readonly verdicts: Verdicts;
  /** Rules that the fields of the source's first stretch speak for. */
  readonly kinds: ReadonlySet<string>;
  readonly isAuthorship: IsAuthorship;
}

export interface Drafts {
  readonly drafts: Draft[];
  /** First bytes of directives. */
  readonly directives: number[];
  readonly crashes: { readonly rule: string; readonly at: number }[];
}

const QUOTE = 0x22;

/** Longest value of a field that is judged as a whole. */
const LONGEST_VALUE = 2000;

/** The judging of one stretch: candidates and typed fields in order of their start. */
export function judgeStretch(stretch: Stretch, ruleset: Ruleset, options: ScanOptions): Drafts {
  const { bytes, from, to, fields } = stretch;
  const candidates = createCandidates();
  ruleset.kernel.collect(bytes, from, to, candidates);
  const isEmpty = candidates.length === 0 && fields.length === 0;
  if (isEmpty && ruleset.patterns === undefined) return { drafts: [], directives: [], crashes: [] };
  const windows = createWindows(bytes);
  const judge = createJudge(stretch, candidates, windows, ruleset, options);
  const { rows } = candidates;
  let field = 0;
  for (let i = 0; i < candidates.length; i++) {
    const kind = rows[i * 3]!;
    const start = rows[i * 3 + 1]!;
    const end = rows[i * 3 + 2]!;
    for (; field < fields.length && fields.starts[field]! <= start; field++) judge.field(field);
    if (kind === ruleset.directive) judge.result.directives.push(start);
    else if (kind === LABEL) judge.label(start, i);
    else judge.candidate(kind, start, end, enclosing(fields, field, start));
  }
  for (; field < fields.length; field++) judge.field(field);
  ruleset.patterns?.findAll(bytes, from, to, (pattern, start, end) => {
    judge.pattern(ruleset.custom[pattern]!, start, end, enclosingOf(fields, start));
  });
  return judge.result;
}

/**
 * The judging of single fields and of what lies between some, each with the candidates in it: as
 * `judgeStretch` where nothing else is to be found.
 *
 * @param frames what lies between fields, in order
 * @returns undefined where a draft goes over its field's end, or is in no field
 */
export function judgeFields(
  stretch: Stretch,
  frames: readonly Span[],
  ruleset: Ruleset,
  options: ScanOptions,
): Drafts | undefined {
  const { bytes, fields } = stretch;
  const candidates = createCandidates();
  const judge = createJudge(stretch, candidates, createWindows(bytes, SHORT), ruleset, options);
  const { drafts, directives } = judge.result;

  /** @param before what gives the first candidate away may stand there */
  const judgeIn = ({ start: from, end: to }: Span, before: number, field: number): void => {
    candidates.length = 0;
    judge.restart();
    ruleset.kernel.collect(bytes, Math.max(0, before), to, candidates);
    const { rows } = candidates;
    for (let i = 0; i < candidates.length; i++) {
      const kind = rows[i * 3]!;
      const start = rows[i * 3 + 1]!;
      if (start < from) continue;
      if (kind === ruleset.directive) directives.push(start);
      else if (kind === LABEL) judge.label(start, i);
      else judge.candidate(kind, start, rows[i * 3 + 2]!, field);
    }
  };

  let frame = 0;
  for (let field = 0; field <= fields.length; field++) {
    const from = fields.starts[field] ?? Infinity;
    const to = fields.ends[field]!;
    for (; frame < frames.length && frames[frame]!.start < from; frame++) {
      judgeIn(frames[frame]!, frames[frame]!.start, -1);
    }
    if (field === fields.length) break;
    judge.field(field);
    // What is listed shows by the comma or the line end before the cell.
    judgeIn({ start: from, end: to }, bytes[from - 1] === QUOTE ? from - 2 : from - 1, field);
  }
  return drafts.every(({ start, end }) => isInOne(fields, start, end)) ? judge.result : undefined;
}

function isInOne(fields: Fields, start: number, end: number): boolean {
  const index = enclosingOf(fields, start);
  return index >= 0 && fields.ends[index]! >= end;
}

/** The last field that begins at or before `start`, when it holds it; or −1. */
function enclosing(fields: Fields, next: number, start: number): number {
  return next > 0 && fields.ends[next - 1]! > start ? next - 1 : -1;
}

function enclosingOf(fields: Fields, start: number): number {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields.starts[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return enclosing(fields, low, start);
}

type Place = Pick<Surroundings, 'window' | 'start' | 'end'>;

function createJudge(
  { bytes, fields, labels, verdicts, kinds, isAuthorship }: Stretch,
  candidates: Candidates,
  windows: Windows,
  ruleset: Ruleset,
  options: ScanOptions,
) {
  const result: Drafts = { drafts: [], directives: [], crashes: [] };
  /** Byte after the last finding of each rule: what lies before needs no second look. */
  const covered = new Map<string, number>();
  /** Byte after the last finding of all. */
  let coveredUntil = 0;

  const isCovered = ({ id }: Rule, start: number): boolean =>
    start < coveredUntil && start < (covered.get(id) ?? 0);

  /** What was found from a word before it is in a record all the same. */
  const inRecord = (draft: Draft): Draft => {
    const index = draft.record === undefined ? enclosingOf(fields, draft.start) : -1;
    if (index < 0) return draft;
    return { ...draft, field: draft.field ?? nameOf(index), record: fields.records[index] };
  };

  const ask = (rule: Rule, at: Surroundings): void => {
    try {
      judgeCandidate(rule, at, options, isAuthorship, (draft) => {
        result.drafts.push(inRecord(draft));
        covered.set(rule.id, Math.max(covered.get(rule.id) ?? 0, draft.end));
        coveredUntil = Math.max(coveredUntil, draft.end);
      });
    } catch {
      // The error's text may hold text of the source: only the rule and the place are told.
      result.crashes.push({ rule: rule.id, at: at.window.byteOf(at.start) });
    }
  };

  const nameOf = (index: number): FieldName => {
    const name = fields.names[index]!;
    return verdicts.get(name) ?? name;
  };

  /** Fields of the user's own rules say nothing alone: the pattern must match too. */
  const builtIn = ({ rule }: FieldName): Rule | undefined =>
    ruleset.rules.find(({ id }) => id === rule);

  const fieldIn = (window: Window, index: number, name: FieldName): Field =>
    asField(
      name,
      window.indexOf(Math.max(window.from, fields.starts[index]!)),
      window.indexOf(Math.min(window.to, fields.ends[index]!)),
      kinds,
    );

  /** What the format's name says nothing of may have a name beside it: `<p>phone: …</p>`. */
  const inField = ({ window, start, end }: Place, index: number): Surroundings => {
    const record = fields.records[index];
    const given = nameOf(index);
    const beside =
      labels === 'none' || given.rule !== undefined ? undefined : knownBefore(window, start);
    if (beside) {
      const field = asField(beside, start, end, kinds);
      return { window, start, end, field, name: beside, record };
    }
    const field = fieldIn(window, index, given);
    return { window, start, end, field, name: given, record };
  };

  const knownBefore = (window: Window, start: number): FieldName | undefined => {
    const name = nameBefore(window, start, ruleset.names);
    return name?.rule === undefined ? undefined : name;
  };

  /** Findings name a field by an assignment only when the name is known: any word may stand there. */
  const assigned = ({ window, start, end }: Place): Surroundings => {
    const before = labels === 'none' ? undefined : nameBefore(window, start, ruleset.names);
    const field = before && asField(before, start, end);
    const name = before?.rule === undefined ? undefined : before;
    return { window, start, end, field, name, record: undefined };
  };

  const surroundings = (start: number, end: number, index: number): Surroundings => {
    const window = windows.around(start, end);
    const at = { window, start: window.indexOf(start), end: window.indexOf(end) };
    return index < 0 ? assigned(at) : inField(at, index);
  };

  /** Has the format told it already? */
  const isFieldOf = ({ id }: Rule, start: number): boolean => {
    const index = enclosingOf(fields, start);
    return index >= 0 && nameOf(index).rule === id;
  };

  const glances = createGlances(bytes, options);

  /** The rule whose field a candidate may stand in, told by bytes. */
  const mayBeOf = (start: number, index: number): string => {
    const given = index < 0 ? undefined : nameOf(index).rule;
    if (given !== undefined) return given;
    return labels !== 'none' && mayBeAssigned(bytes, start, ruleset.names) ? ANYBODY : NOBODY;
  };

  let company: Company | undefined;

  /** The rules that labels near a label speak for, itself included. */
  const companyOf = (window: Window, index: number): ReadonlySet<string> =>
    (company ??= createCompany(candidates, COMPANY)).around(index, (each) =>
      ruleOfLabel(window, each),
    );

  /** What was read last in a window: a label is looked at for itself and as another's company. */
  let reader: ReturnType<typeof createReader> | undefined;
  const readerOf = (window: Window) =>
    reader?.window === window ? reader : (reader = createReader(window));
  const createReader = (window: Window) => {
    const read = new Map<number, Assignment | undefined>();
    const at = (byte: number): Assignment | undefined => {
      if (read.has(byte)) return read.get(byte);
      const found = assignmentAt(window, window.indexOf(byte), labels, ruleset.names);
      read.set(byte, found);
      return found;
    };
    return { window, at };
  };

  const ruleOfLabel = (window: Window, index: number): string | undefined => {
    const { name } = readerOf(window).at(candidates.rows[index * 3 + 1]!) ?? {};
    return name?.by === 'vague-name' ? undefined : name?.rule;
  };

  return {
    result,

    /** To be called where other candidates have taken the place of those before. */
    restart(): void {
      company = undefined;
    },

    /** A field whose name or column speaks for a rule is offered to it as a whole. */
    field(index: number): void {
      const name = nameOf(index);
      if (name.rule === undefined) return;
      const rule = builtIn(name);
      const start = fields.starts[index]!;
      const end = fields.ends[index]!;
      if (rule === undefined || end - start > LONGEST_VALUE) return;
      const window = windows.around(start, end);
      const field = fieldIn(window, index, name);
      const record = fields.records[index];
      ask(rule, { window, start: field.start, end: field.end, field, name, record });
    },

    /**
     * `phone = "…"`: the value is offered to the rule that its name speaks for.
     *
     * @param index of the candidate: those near it tell what stands beside it
     */
    label(at: number, index: number): void {
      if (labels === 'none') return;
      if (!mayBeRuleName(bytes, at, ruleset.names)) {
        windows.pass(at, at + 1);
        return;
      }
      const window = windows.around(at, at + 1);
      const found = readerOf(window).at(at);
      const rule = found && builtIn(found.name);
      if (!rule || isFieldOf(rule, window.byteOf(found.start))) return;
      const { name, start, end, form } = found;
      const beside = lazily(() => companyOf(window, index));
      // A word with a colon among others of the kind is no prose but a form.
      const typed = form === 'value' || (form === 'label' && beside().size >= FORM);
      const field = typed ? assignedField(name, start, end, beside) : undefined;
      ask(rule, { window, start, end, field, name: field && name, record: undefined });
    },

    /** @param index the field around the candidate, or −1 */
    candidate(kind: number, start: number, end: number, index: number): void {
      const rules = ruleset.wanted[kind] ?? NO_RULES;
      const mayFind = glances(kind, start, end);
      let owner: string | undefined;
      let at: Surroundings | undefined;
      for (const rule of rules) {
        if (isCovered(rule, start)) continue;
        if (mayFind?.(rule) === false) {
          owner ??= mayBeOf(start, index);
          if (owner !== rule.id && owner !== ANYBODY) continue;
        }
        at ??= surroundings(start, end, index);
        ask(rule, at);
      }
      // What follows is seen through the same window as if it had been asked about.
      if (at === undefined && owner !== undefined) windows.pass(start, end);
    },

    /** A match of a rule of the user's own. */
    pattern(rule: Rule, start: number, end: number, index: number): void {
      if (!isCovered(rule, start)) ask(rule, surroundings(start, end, index));
    },
  };
}

/** How far a label's company is looked for, in bytes: all of it is in the label's window. */
const COMPANY = 600;
/** Labels of so many kinds near each other are about a person; of so many, a form. */
const PERSON = 2;
const FORM = 3;

/** What stands in no rule's field; in that of any of them. */
const NOBODY = '';
const ANYBODY = '*';

const NO_RULES: readonly Rule[] = [];

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The field of an assignment. Alone it has no company; who asks for it is few. */
function assignedField(
  { name, rule, by }: FieldName,
  start: number,
  end: number,
  company: () => ReadonlySet<string>,
): Field {
  return {
    name,
    start,
    end,
    rule,
    by,
    get beside() {
      const rules = company();
      return rules.size >= PERSON ? rules : undefined;
    },
  };
}

function asField(name: FieldName, start: number, end: number, beside?: ReadonlySet<string>): Field {
  const { rule, by, figures } = name;
  return { name: name.name, start, end, rule, by, figures, beside };
}
