import {
  idOf,
  textOf,
  type Case,
  type List,
  type ReadRows,
  type Row,
  type Truth,
} from './case.mts';
import { rulesFor } from './entities.mts';

/** A list of texts in which upstream marked entities. */
export interface LabelledList {
  readonly id: string;
  readonly file: string;
  readonly regions: readonly string[];
  /** Entity of a span that carries none. */
  readonly entity?: (row: Row) => string;
  /** Entities that say little alone. */
  readonly weak?: readonly string[];
  readonly path?: string;
}

type Span = readonly [start: number, end: number, entity?: string];

/** The spans of a row as truth; entities that are no personal data here are left out. */
export function spansOf(row: Row, entity?: string, weak: readonly string[] = []): Truth[] {
  const spans = (row['spans'] ?? []) as readonly Span[];
  return spans.flatMap(([start, end, named]) => {
    const word = named ?? entity ?? '';
    const rules = rulesFor(word);
    return rules.length === 0
      ? []
      : [{ start, end, rules, ...(weak.includes(word) && { weak: true }) }];
  });
}

/** Texts as they are; every finding counts, for the truth names everything. */
export function labelledList(list: LabelledList): List {
  const { id, file, regions, weak, path } = list;
  return {
    id,
    file,
    how: `texts as they are, all entities of entity-map.json, regions ${regions.join(', ')}${weak ? `; weak: ${weak.join(', ')}` : ''}`,
    rules: 'all',
    *cases(read: ReadRows): Generator<Case> {
      for (const [index, row] of read(file).entries()) {
        yield {
          id: idOf(row, index),
          text: textOf(row, 'text'),
          truth: spansOf(row, list.entity?.(row), weak),
          regions,
          ...(path && { path }),
        };
      }
    },
  };
}
