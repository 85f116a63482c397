import tlds from 'tlds';
import { textOf, type List, type Row } from '../case.mts';
import { labelledList } from '../labelled.mts';
import { valueList } from '../values.mts';

const rules = ['email'];
const REAL = new Set<string>(tlds);
const FILES = [
  'isemail',
  'isemail-original',
  'python-email-validator',
  'closure-eai',
  'wpt-input-email',
  'json-schema-test-suite',
  'validatorjs-email',
];

/** RFC 5322 atext, with the letters and digits of any script (RFC 6531). */
const ADDRESS =
  /^(?:.*<)?([\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+[@＠]([^\s"<>@＠(),;:\\[\]]+))>?$/u;

/** The address in a value, if it is of the everyday kind: nothing quoted, a domain that ends in a real TLD. */
export function everyday(value: string): readonly [start: number, end: number] | undefined {
  const match = ADDRESS.exec(value);
  const labels = match?.[2]?.toLowerCase().split(/[.。．]/u) ?? [];
  if (!match || labels.length < 2 || !REAL.has(labels.at(-1)!)) return undefined;
  const start = value.indexOf(match[1]!);
  return [start, start + match[1]!.length];
}

/** Upstream calls it valid without options of its own; a mailto: URI is another thing. */
function isValid(row: Row): boolean {
  if (row['deliverable_syntax'] === false || textOf(row, 'validator') === 'isMailtoURI')
    return false;
  const args = row['args'];
  return row['valid'] === true && !(Array.isArray(args) && args.length > 0);
}

const isInvalid = (row: Row) => row['valid'] === false && !Array.isArray(row['args']);

export const EMAIL_LISTS: readonly List[] = [
  ...FILES.map((name) =>
    valueList({
      id: `${name}, everyday`,
      file: `emails/${name}.jsonl`,
      template: '連絡先 {} まで\n',
      value: (row) =>
        isValid(row) && everyday(textOf(row, 'input')) ? textOf(row, 'input') : undefined,
      span: (value) => everyday(value)!,
      rules,
      which:
        'valid, a local part of atext and letters of any script, nothing quoted, a real top-level domain; the address in `Name <address>`',
    }),
  ),
  ...FILES.slice(0, 3).map((name) =>
    valueList({
      id: `${name}, invalid`,
      file: `emails/${name}.jsonl`,
      template: '{}\n',
      value: (row) => (isInvalid(row) ? textOf(row, 'input') : undefined),
      rules,
      silent: true,
      loose: true,
      which: 'invalid as a whole; a valid address inside may be found',
    }),
  ),
  labelledList({
    id: 'markdown-autolinks',
    file: 'emails/markdown-autolinks.jsonl',
    regions: ['JP'],
    entity: () => 'EMAIL',
    path: 'page.md',
  }),
];
