import { idOf, textOf, type List } from '../case.mts';
import { labelledList } from '../labelled.mts';

/** Texts in which nothing is to be reported, by any rule. */
function negatives(name: string): List {
  const file = `negatives/${name}.jsonl`;
  return {
    id: name,
    file,
    how: 'each value in a line of its own; all rules',
    rules: 'all',
    *cases(read) {
      for (const [index, row] of read(file).entries()) {
        yield { id: idOf(row, index), text: `${textOf(row, 'text')}\n`, truth: [] };
      }
    },
  };
}

export const OTHER_LISTS: readonly List[] = [
  negatives('validatorjs-confusables'),
  negatives('jp-corporate-numbers'),
  labelledList({
    id: 'presidio-research',
    file: 'labelled/presidio-research-v2.sample.jsonl',
    regions: ['US', 'GB'],
  }),
  labelledList({
    id: 'pl-pii-bench',
    file: 'labelled/pl-pii-bench.sample.jsonl',
    regions: ['PL'],
    weak: ['LOC', 'POSTAL'],
  }),
  labelledList({
    id: 'stockmark-ner-wikipedia',
    file: 'labelled/stockmark-ner-wikipedia.sample.jsonl',
    regions: ['JP'],
  }),
  labelledList({
    id: 'jp-pii-masking',
    file: 'labelled/jp-pii-masking.sample.jsonl',
    regions: ['JP'],
  }),
];
