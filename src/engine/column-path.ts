import { judgeColumns } from './columns.ts';
import { confidenceOf, type Evidence } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Confidence } from './finding.ts';
import { addField, createFields, type Fields, type Format, type Table } from './formats/format.ts';
import { nameEvidence, type Draft } from './judge.ts';
import { createCandidates, LABEL, LISTED, NUMBERED } from './kernel/candidates.ts';
import type { ScanOptions } from './options.ts';
import { isOfRecord } from './records.ts';
import { createRowReader, type CellSink, type Rows } from './rows.ts';
import type { CellTest, Rule, Settled } from './rule.ts';
import type { Ruleset } from './ruleset.ts';
import { wrappedTexts } from './text/base64-text.ts';
import { textOf } from './text/cell-text.ts';
import { escapesIn } from './view.ts';

/** What a settled cell of a column tells, worked out once for all of its cells. */
export interface Verdict {
  readonly rule: string;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly region: string | undefined;
  readonly field: FieldName;
  /** May the rest of its record have a say? */
  readonly ofRecord: boolean;
}

/** The cells of a block that hold something, in order, as columns of numbers. */
export interface Cells {
  length: number;
  starts: Int32Array;
  ends: Int32Array;
  records: Int32Array;
  columns: Int32Array;
  /** Index of the verdict of those that their columns' tests settled; negative otherwise. */
  kinds: Int32Array;
}

/** Kinds of cells without a verdict. */
const QUIET = -1;
const SURPRISE = -2;
/** Settled, but told with its record. */
const TAKEN = -3;

/** A block of plain rows. */
export interface PlainBlock {
  readonly end: number;
  /** How many records it has. */
  readonly records: number;
  readonly rows: Rows;
  readonly cells: Cells;
  readonly verdicts: readonly Verdict[];
  /** The cells that take the close look. */
  readonly surprises: Fields;
  /**
   * The records that are to be looked at as a whole, for what was found in their surprises or for
   * what they hold: all of their cells, and the settled ones as drafts, which are settled no more.
   */
  take(found: readonly Draft[]): { readonly fields: Fields; readonly drafts: readonly Draft[] };
}

interface Column {
  /** As the format gave it, before any verdict. */
  readonly given: FieldName;
  /** A verdict may still come. */
  readonly open: boolean;
  readonly typed: boolean;
  readonly test: CellTest | undefined;
  readonly rule: Rule | undefined;
  readonly name: FieldName;
  /** Index of the verdict by what the test said; −1 where it is none. */
  readonly known: Map<Settled, number>;
}

export interface ColumnPath {
  /** Undefined where the block is no block of plain rows; then nothing was noted. */
  read(bytes: Uint8Array, from: number, to: number): PlainBlock | undefined;
}

interface TableScan {
  readonly ruleset: Ruleset;
  readonly options: ScanOptions;
  readonly format: Format;
  readonly table: Table;
  readonly verdicts: ReadonlyMap<FieldName, FieldName>;
  readonly kinds: ReadonlySet<string>;
}

const DELIMITERS = new Set([0x2c, 0x3b, 0x09, 0x7c]);
const LF = 0x0a;

/** The short way through tables: most cells are settled by their column's test alone. */
export function createColumnPath({
  ruleset,
  options,
  format,
  table,
  verdicts,
  kinds,
}: TableScan): ColumnPath | undefined {
  // The user's own patterns may stand anywhere, across cells too.
  if (ruleset.patterns !== undefined || !DELIMITERS.has(table.delimiter)) return undefined;
  const reader = createRowReader(table.delimiter);
  const cells = createCells();
  const told: Verdict[] = [];
  const others = createOthers(ruleset);
  const columns: Column[] = [];

  const columnOf = (index: number): Column => {
    const given = table.nameOf(index);
    const name = verdicts.get(given) ?? given;
    const rule = ruleset.rules.find(({ id }) => id === name.rule);
    const { by } = name;
    const test =
      rule?.cells === undefined || by === undefined || by === 'vague-name'
        ? undefined
        : rule.cells({
            name: name.name,
            by,
            beside: kinds,
            options,
            isQuiet: (bytes, start, end, except) =>
              others.isQuiet(bytes, start, end, rule.id, except),
            literals: others.literals,
          });
    const typed = name.rule !== undefined;
    const open = !verdicts.has(given);
    return { given, open, typed, test, rule, name, known: new Map() };
  };

  const verdictOn = ({ rule, name, known }: Column, said: Settled): number => {
    const evidence = [nameEvidence(name), ...said.evidence];
    const confidence = rule && confidenceOf(rule.prior, evidence);
    let index = -1;
    if (rule !== undefined && confidence !== undefined) {
      const { region } = said;
      const ofRecord = isOfRecord(rule.id, confidence);
      const verdict = { rule: rule.id, confidence, evidence, region, field: name, ofRecord };
      index = told.push(verdict) - 1;
    }
    known.set(said, index);
    return index;
  };

  const isVerdictDue = (bytes: Uint8Array, undecided: Fields): boolean => {
    if (undecided.length === 0) return false;
    const trial = new Map(verdicts);
    judgeColumns(bytes, undecided, format, { rules: ruleset.rules, options }, trial);
    return trial.size > verdicts.size;
  };

  return {
    read(bytes, from, limit) {
      const to = bytes.lastIndexOf(LF, limit - 1) + 1;
      if (to <= from || isDisguised(bytes, from, to)) return undefined;
      columns.forEach((column, index) => {
        if (column.open && verdicts.has(column.given)) columns[index] = columnOf(index);
      });
      const surprises = createFields();
      const undecided = createFields();
      const whole = new Set<number>();
      const first = table.records;
      const { width } = table;
      let record = first;
      /** Where the cells of the current row begin. */
      let row = 0;
      cells.length = 0;

      const settle = (column: Column, start: number, end: number, plain: boolean): number => {
        const said = column.test?.(bytes, start, end, plain);
        if (said === undefined) return SURPRISE;
        const kind = column.known.get(said) ?? verdictOn(column, said);
        if (kind < 0 || others.isBeside(bytes, start, end, column.rule!.id)) return SURPRISE;
        if (told[kind]!.ofRecord) whole.add(record);
        return kind;
      };

      const sink: CellSink = {
        record() {
          record++;
          row = cells.length;
        },
        cell(index, start, end, plain) {
          if (start === end) return;
          const column = (columns[index] ??= columnOf(index));
          if (column.open) addField(undecided, start, end, column.given, record);
          let kind = settle(column, start, end, plain);
          if (kind === SURPRISE) {
            if (!column.typed && others.isSilent(bytes, start, end)) kind = QUIET;
            else addField(surprises, start, end, column.given, record);
          }
          addCell(cells, start, end, record, index, kind);
        },
        end(count) {
          const filled = cells.length - row;
          if (width < 3 || (count > 1 && filled * 2 > width)) return true;
          const spans = Array.from({ length: filled }, (_, i) => ({
            start: cells.starts[row + i]!,
            end: cells.ends[row + i]!,
          }));
          return !table.isFooter(bytes, spans, count);
        },
      };

      const take = (found: readonly Draft[]) => {
        for (const draft of found) if (draft.record !== undefined) whole.add(draft.record);
        const fields = createFields();
        const drafts: Draft[] = [];
        for (let i = 0; whole.size > 0 && i < cells.length; i++) {
          const number = cells.records[i]!;
          if (!whole.has(number)) continue;
          const start = cells.starts[i]!;
          const end = cells.ends[i]!;
          addField(fields, start, end, columns[cells.columns[i]!]!.given, number);
          const verdict = told[cells.kinds[i]!];
          if (verdict === undefined) continue;
          drafts.push({ ...verdict, start, end, text: textOf(bytes, start, end), record: number });
          cells.kinds[i] = TAKEN;
        }
        return { fields, drafts };
      };

      if (!reader.read(bytes, from, to, sink)) return undefined;
      // A verdict rests on the whole table, and holds for the cells of this block too.
      if (isVerdictDue(bytes, undecided)) return undefined;
      const records = record - first;
      return { end: to, records, rows: reader.rows, cells, verdicts: told, surprises, take };
    },
  };
}

/** Is anything written in another way than it is read? Then its surroundings matter. */
function isDisguised(bytes: Uint8Array, from: number, to: number): boolean {
  if (escapesIn(bytes, from, to).length > 0) return true;
  return wrappedTexts(bytes, from, to).next().done !== true;
}

function createOthers({ kernel, wanted, rules }: Ruleset) {
  const candidates = createCandidates();
  const literals = rules.flatMap((rule) => rule.literals ?? []);
  /** Does a rule want to see one of the candidates? Labels count for nothing in a table. */
  const isWanted = (isTheirs: (kind: number, rule: Rule) => boolean): boolean => {
    for (let i = 0; i < candidates.length; i++) {
      const kind = candidates.rows[i * 3]!;
      if (kind === LABEL) continue;
      const asked = wanted[kind];
      // A directive is nobody's.
      if (asked === undefined || asked.some((rule) => isTheirs(kind, rule))) return true;
    }
    return false;
  };
  const collect = (bytes: Uint8Array, start: number, end: number): void => {
    candidates.length = 0;
    // What is listed shows by the comma or line end before the cell.
    const before = bytes[start - 1] === QUOTE ? start - 2 : start - 1;
    kernel.collect(bytes, Math.max(0, before), end, candidates);
  };
  const alone = new Uint8Array(1024);

  return {
    literals: literals.map((literal) => literal.toLowerCase()),

    /** Would no rule but these look at anything in these bytes, if they stood alone? */
    isQuiet(bytes: Uint8Array, start: number, end: number, own: string, except?: string): boolean {
      const length = end - start;
      if (length > alone.length - 2 * MARGIN) return false;
      alone.fill(0);
      alone.set(bytes.subarray(start, end), MARGIN);
      candidates.length = 0;
      kernel.collect(alone, MARGIN, MARGIN + length, candidates);
      return !isWanted((_, { id }) => id !== own && id !== except);
    },

    /** Would no rule look at anything in the cell? */
    isSilent(bytes: Uint8Array, start: number, end: number): boolean {
      collect(bytes, start, end);
      return !isWanted(() => true);
    },

    /** Does what stands around the cell make something of it for another rule? */
    isBeside(bytes: Uint8Array, start: number, end: number, own: string): boolean {
      collect(bytes, start, end);
      return isWanted((kind, { id }) => (kind === NUMBERED || kind === LISTED) && id !== own);
    },
  };
}

const QUOTE = 0x22;
/** Nothing around a cell that stands alone. */
const MARGIN = 64;

function createCells(): Cells {
  const numbers = () => new Int32Array(16_384);
  return {
    length: 0,
    starts: numbers(),
    ends: numbers(),
    records: numbers(),
    columns: numbers(),
    kinds: numbers(),
  };
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function addCell(
  cells: Cells,
  start: number,
  end: number,
  record: number,
  column: number,
  kind: number,
): void {
  const at = cells.length++;
  if (at === cells.starts.length) {
    cells.starts = grown(cells.starts);
    cells.ends = grown(cells.ends);
    cells.records = grown(cells.records);
    cells.columns = grown(cells.columns);
    cells.kinds = grown(cells.kinds);
  }
  cells.starts[at] = start;
  cells.ends[at] = end;
  cells.records[at] = record;
  cells.columns[at] = column;
  cells.kinds[at] = kind;
}
