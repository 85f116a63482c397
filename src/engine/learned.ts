import type { FieldName } from './field-names.ts';
import type { FormatFactory } from './formats/format.ts';
import type { Verdicts } from './columns.ts';

/**
 * What a scan has learned of a source as a whole. Plain data: it may go through a message port, but
 * into no output, since names of fields are text of the source.
 */
export interface Learned {
  /** What the values of a name's first records said of it, by the name. */
  readonly verdicts: ReadonlyMap<string, FieldName>;
  /** Rules that the fields of the source speak for. */
  readonly kinds: ReadonlySet<string>;
}

/** What is known of a source of which an excerpt is scanned. */
export interface Known {
  readonly format: FormatFactory;
  readonly learned: Learned;
}

export function learnedFrom(verdicts: Verdicts, kinds: ReadonlySet<string>): Learned {
  return { verdicts: new Map([...verdicts].map(([{ name }, verdict]) => [name, verdict])), kinds };
}

/** Takes over the verdicts that are known of names. */
export function takeVerdicts(
  names: readonly FieldName[],
  { verdicts }: Learned,
  into: Map<FieldName, FieldName>,
): void {
  for (const name of names) {
    const verdict = verdicts.get(name.name);
    if (verdict !== undefined && !into.has(name)) into.set(name, verdict);
  }
}
