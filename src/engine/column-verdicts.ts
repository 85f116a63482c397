import type { ColumnCandidates, Kinds } from './column-candidates.ts';
import type { ColumnMemory } from './column-memory.ts';
import { confidenceOf, type Evidence } from './evidence.ts';
import type { FieldName } from './field-names.ts';
import type { Confidence } from './finding.ts';
import type { Table } from './formats/format.ts';
import { nameEvidence } from './judge.ts';
import type { ScanOptions } from './options.ts';
import { asksOf, groupsOf } from './records.ts';
import type { CellTest, Rule, Settled } from './rule.ts';
import type { Ruleset } from './ruleset.ts';

/** What a settled cell of a column tells, worked out once for all of its cells. */
export interface Verdict {
  readonly rule: string;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly region: string | undefined;
  readonly field: FieldName;
  /** Groups of findings of a record that it belongs to, and those that have a say on it, as bits. */
  readonly groups: number;
  readonly asks: number;
}

export interface Column {
  /** As the format gave it, before any verdict. */
  readonly given: FieldName;
  /** A verdict may still come. */
  readonly open: boolean;
  readonly typed: boolean;
  readonly test: CellTest | undefined;
  /** Candidates that another rule looks at, whatever the test says. */
  readonly beside: Kinds;
  /** Index of the verdict by what the test said; −1 where it is none. */
  readonly known: Map<Settled, number>;
  /** What it said last, which it says again and again, and the index for it. */
  said: Settled | undefined;
  kind: number;
  readonly rule: Rule | undefined;
  readonly name: FieldName;
}

export interface TableScan {
  readonly ruleset: Ruleset;
  readonly options: ScanOptions;
  readonly table: Table;
  readonly verdicts: ReadonlyMap<FieldName, FieldName>;
  readonly kinds: ReadonlySet<string>;
}

/** The columns of a table with their tests, and what these tell. */
export interface Columns {
  readonly verdicts: readonly Verdict[];
  /** Those of the header. */
  readonly named: readonly Column[];
  at(index: number): Column;
  /** Index of the verdict on what a column's test said; −1 where it is none. */
  verdictOn(column: Column, said: Settled): number;
  /**
   * Takes verdicts on columns into account that came since.
   *
   * @returns are there any?
   */
  refresh(): boolean;
}

export function createColumns(
  { ruleset, options, table, verdicts, kinds }: TableScan,
  candidates: ColumnCandidates,
  memory: ColumnMemory,
): Columns {
  const columns: Column[] = [];
  const told: Verdict[] = [];

  const testOf = (rule: Rule, { name, by }: FieldName): CellTest | undefined => {
    if (by === undefined || by === 'vague-name') return undefined;
    return rule.cells?.({
      name,
      by,
      beside: kinds,
      options,
      isAloneBut(literals) {
        const others = candidates.wantedBeside(rule.id, literals);
        return Object.assign(() => !candidates.has(others), { others });
      },
      memory,
      isQuiet: (bytes, start, end, except) =>
        candidates.isQuiet(bytes, start, end, rule.id, except),
      literals: candidates.literals,
    });
  };

  const create = (index: number): Column => {
    const given = table.nameOf(index);
    const name = verdicts.get(given) ?? given;
    const rule = ruleset.rules.find(({ id }) => id === name.rule);
    return {
      given,
      open: !verdicts.has(given),
      typed: name.rule !== undefined,
      test: rule && testOf(rule, name),
      beside: candidates.wordsBeside(rule?.id),
      known: new Map(),
      said: undefined,
      kind: -1,
      rule,
      name,
    };
  };

  const judge = ({ rule, name }: Column, said: Settled): Verdict | undefined => {
    const evidence = [nameEvidence(name), ...said.evidence];
    const confidence = rule && confidenceOf(rule.prior, evidence);
    if (rule === undefined || confidence === undefined) return undefined;
    return {
      rule: rule.id,
      confidence,
      evidence,
      region: said.region,
      field: name,
      groups: groupsOf(rule.id),
      asks: asksOf(rule.id, confidence),
    };
  };

  const at = (index: number) => (columns[index] ??= create(index));

  return {
    verdicts: told,
    get named() {
      return Array.from({ length: table.width }, (_, index) => at(index));
    },
    at,
    verdictOn(column, said) {
      if (column.said === said) return column.kind;
      let index = column.known.get(said);
      if (index === undefined) {
        const verdict = judge(column, said);
        index = verdict === undefined ? -1 : told.push(verdict) - 1;
        column.known.set(said, index);
      }
      column.said = said;
      column.kind = index;
      return index;
    },
    refresh() {
      let isChanged = false;
      columns.forEach((column, index) => {
        if (!column.open || !verdicts.has(column.given)) return;
        columns[index] = create(index);
        isChanged = true;
      });
      return isChanged;
    },
  };
}
