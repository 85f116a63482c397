import { judgeColumns } from './columns.ts';
import { confidenceOf, type Evidence } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Confidence } from './finding.ts';
import { addField, createFields, type Fields, type Format, type Table } from './formats/format.ts';
import { nameEvidence, type Draft } from './judge.ts';
import { createCandidates, LABEL } from './kernel/candidates.ts';
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

/** The cells of a block that their columns' tests settled, as columns of numbers. */
export interface SettledCells {
  length: number;
  starts: Int32Array;
  ends: Int32Array;
  records: Int32Array;
  /** Indices of `verdicts`. */
  kinds: Int32Array;
  readonly verdicts: readonly Verdict[];
}

/** A block of plain rows. */
export interface PlainBlock {
  readonly end: number;
  /** How many records it has. */
  readonly records: number;
  readonly rows: Rows;
  readonly settled: SettledCells;
  /** The cells of records that are to be looked at as a whole. */
  readonly fields: Fields;
  /** Those of them, by index, that take the close look. */
  readonly surprises: readonly number[];
  /** Those of them that are settled, as drafts. */
  readonly drafts: readonly Draft[];
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
  const settled = createSettled();
  const others = createOthers(ruleset);
  const columns: Column[] = [];
  const row = createRow();

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
      index = settled.verdicts.push(verdict) - 1;
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
      const fields = createFields();
      const undecided = createFields();
      const surprises: number[] = [];
      const drafts: Draft[] = [];
      const first = table.records;
      const { width } = table;
      let record = first;
      /** The current row: its cells, and where its settled ones begin. */
      let cells = 0;
      let settledBefore = 0;
      let isOpen = false;
      settled.length = 0;

      const settle = (column: Column, start: number, end: number, plain: boolean): boolean => {
        const said = column.test?.(bytes, start, end, plain);
        if (said === undefined) return false;
        const kind = column.known.get(said) ?? verdictOn(column, said);
        if (kind < 0) return false;
        addSettled(settled, start, end, record, kind);
        isOpen ||= settled.verdicts[kind]!.ofRecord;
        return true;
      };

      const sink: CellSink = {
        record() {
          record++;
          cells = 0;
          settledBefore = settled.length;
          isOpen = false;
        },
        cell(index, start, end, plain) {
          if (start === end) return;
          const column = (columns[index] ??= columnOf(index));
          if (column.open) addField(undecided, start, end, column.given, record);
          let state = SETTLED;
          if (!settle(column, start, end, plain)) {
            const quiet = !column.typed && others.isQuiet(bytes, start, end);
            state = quiet ? QUIET : SURPRISE;
            isOpen ||= !quiet;
          }
          row.starts[cells] = start;
          row.ends[cells] = end;
          row.states[cells] = state;
          row.columns[cells++] = index;
        },
        end(count) {
          if (width >= 3 && (count === 1 || cells * 2 <= width) && isFooter(count)) return false;
          if (!isOpen) return true;
          for (let i = settledBefore; i < settled.length; i++) drafts.push(draftOf(i));
          settled.length = settledBefore;
          for (let i = 0; i < cells; i++) {
            if (row.states[i] === SURPRISE) surprises.push(fields.length);
            const { given } = columns[row.columns[i]!]!;
            addField(fields, row.starts[i]!, row.ends[i]!, given, record);
          }
          return true;
        },
      };

      const isFooter = (count: number): boolean => {
        const filled = Array.from({ length: cells }, (_, i) => ({
          start: row.starts[i]!,
          end: row.ends[i]!,
        }));
        return table.isFooter(bytes, filled, count);
      };

      const draftOf = (index: number): Draft => {
        const start = settled.starts[index]!;
        const end = settled.ends[index]!;
        const verdict = settled.verdicts[settled.kinds[index]!]!;
        return { ...verdict, start, end, text: textOf(bytes, start, end), record };
      };

      if (!reader.read(bytes, from, to, sink)) return undefined;
      // A verdict rests on the whole table, and holds for the cells of this block too.
      if (isVerdictDue(bytes, undecided)) return undefined;
      const records = record - first;
      return { end: to, records, rows: reader.rows, settled, fields, surprises, drafts };
    },
  };
}

/** What became of a cell. */
const SETTLED = 0;
const QUIET = 1;
const SURPRISE = 2;

/** Cells of one row that hold something. */
function createRow() {
  return {
    starts: [] as number[],
    ends: [] as number[],
    states: [] as number[],
    columns: [] as number[],
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
  return {
    literals: literals.map((literal) => literal.toLowerCase()),
    /** Would no rule but these look at anything in these bytes? */
    isQuiet(bytes: Uint8Array, start: number, end: number, own?: string, except?: string): boolean {
      candidates.length = 0;
      kernel.collect(bytes, start, end, candidates);
      for (let i = 0; i < candidates.length; i++) {
        const kind = candidates.rows[i * 3]!;
        if (kind === LABEL) continue;
        const asked = wanted[kind];
        // A directive is nobody's.
        if (asked === undefined) return false;
        if (asked.some(({ id }) => id !== own && id !== except)) return false;
      }
      return true;
    },
  };
}

function createSettled(): SettledCells & { readonly verdicts: Verdict[] } {
  const numbers = () => new Int32Array(4096);
  return {
    length: 0,
    starts: numbers(),
    ends: numbers(),
    records: numbers(),
    kinds: numbers(),
    verdicts: [],
  };
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function addSettled(
  cells: SettledCells,
  start: number,
  end: number,
  record: number,
  kind: number,
): void {
  const at = cells.length++;
  if (at === cells.starts.length) {
    cells.starts = grown(cells.starts);
    cells.ends = grown(cells.ends);
    cells.records = grown(cells.records);
    cells.kinds = grown(cells.kinds);
  }
  cells.starts[at] = start;
  cells.ends[at] = end;
  cells.records[at] = record;
  cells.kinds[at] = kind;
}
