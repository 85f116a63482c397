import type { Evidence, Finding, Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';

/** What many findings of a source have in common: all but their place, shape and record. */
export type Kind = Omit<ReportedFinding, 'start' | 'end' | 'masked' | 'record'>;

/** Findings that go together: those of one rule in fields of one name. */
export interface Column {
  readonly rule: string;
  readonly field: string | undefined;
}

/** Kinds that were looked up last, among which the next one mostly is: the columns of a table. */
const RECENT = 32;

/**
 * The kinds and shapes of a source's findings, each once: hundreds of thousands of findings have a
 * few of them. It only grows, so that an index means the same as long as it is kept.
 */
export class Glossary {
  readonly #kinds: Kind[] = [];
  readonly #shapes: string[] = [];
  readonly #columns: Column[] = [];
  /** Index of its column, kind by kind. */
  readonly #columnOf: number[] = [];
  readonly #kindIndex = new Map<string, number>();
  readonly #shapeIndex = new Map<string, number>();
  readonly #columnIndex = new Map<string, number>();
  readonly #recent: number[] = [];
  /** Where among the recent kinds the last one was found: mostly the next one follows it. */
  #next = 0;

  get kinds(): readonly Kind[] {
    return this.#kinds;
  }

  get shapes(): readonly string[] {
    return this.#shapes;
  }

  get columns(): readonly Column[] {
    return this.#columns;
  }

  /** Index of a kind's column. */
  columnOf(kind: number): number {
    return this.#columnOf[kind]!;
  }

  /** Takes over what another glossary has come to hold since it was told of last. */
  add(kinds: readonly Kind[], shapes: readonly string[]): void {
    for (const kind of kinds) this.#addKind(kind);
    for (const shape of shapes) this.#addShape(shape);
  }

  /** Index of a finding's kind. */
  kindOf(finding: Finding, severity: Severity): number {
    for (let looked = 0; looked < this.#recent.length; looked++) {
      const place = (this.#next + looked) % this.#recent.length;
      const index = this.#recent[place]!;
      if (!isKindOf(this.#kinds[index]!, finding, severity)) continue;
      this.#next = place + 1;
      return index;
    }
    const kind = kindFrom(finding, severity);
    const index = this.#kindIndex.get(keyOf(kind)) ?? this.#addKind(kind);
    if (this.#recent.length < RECENT) this.#recent.push(index);
    else this.#recent[this.#next++ % RECENT] = index;
    return index;
  }

  shapeOf({ masked }: Finding): number {
    return this.#shapeIndex.get(masked) ?? this.#addShape(masked);
  }

  #addKind(kind: Kind): number {
    const index = this.#kinds.push(kind) - 1;
    this.#kindIndex.set(keyOf(kind), index);
    const { rule, field } = kind;
    const key = field === undefined ? rule : `${rule} ${field}`;
    let column = this.#columnIndex.get(key);
    if (column === undefined) {
      column = this.#columns.push({ rule, field }) - 1;
      this.#columnIndex.set(key, column);
    }
    this.#columnOf.push(column);
    return index;
  }

  #addShape(shape: string): number {
    const index = this.#shapes.push(shape) - 1;
    this.#shapeIndex.set(shape, index);
    return index;
  }
}

function kindFrom(finding: Finding, severity: Severity): Kind {
  const { rule, confidence, evidence, region, field } = finding;
  return {
    rule,
    severity,
    confidence,
    evidence,
    ...(region !== undefined && { region }),
    ...(field !== undefined && { field }),
  };
}

function keyOf({ rule, severity, confidence, evidence, region, field }: Kind): string {
  return JSON.stringify([rule, severity, confidence, evidence, region, field]);
}

function isKindOf(kind: Kind, finding: Finding, severity: Severity): boolean {
  return (
    kind.rule === finding.rule &&
    kind.field === finding.field &&
    kind.confidence === finding.confidence &&
    kind.severity === severity &&
    kind.region === finding.region &&
    isSameEvidence(kind.evidence, finding.evidence)
  );
}

function isSameEvidence(some: readonly Evidence[], other: readonly Evidence[]): boolean {
  if (some === other) return true;
  if (some.length !== other.length) return false;
  for (let i = 0; i < some.length; i++) {
    if (some[i]!.code !== other[i]!.code || some[i]!.note !== other[i]!.note) return false;
  }
  return true;
}
