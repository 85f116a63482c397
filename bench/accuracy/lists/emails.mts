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

/**
 * Everyday syntax: a Mailbox of RFC 5321 section 4.1.2 whose local part is a Dot-string (a host
 * "SHOULD avoid defining mailboxes where the Local-part requires … the Quoted-string form", ibid.),
 * with the letters and digits of any script (RFC 6531), within the limits of section 4.5.3.1; whose
 * domain is a name of two labels or more, letters, digits and hyphens (RFC 1035 section 2.3.1, RFC
 * 5890), and ends in a top-level domain of the root zone. Not a mailbox of SMTP, so not everyday:
 * quoted strings, comments and folding (RFC 5322), address literals, names without a dot (RFC 7085).
 * A name and angle brackets around it (RFC 5322 name-addr) belong to the text.
 */
const ATOM = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
const ADDRESS = new RegExp(
  String.raw`^(?:.*<)?(${ATOM}(?:\.${ATOM})*[@＠](${LABEL}(?:[.。．]${LABEL})+))>?\s*$`,
  'u',
);
const octets = (text: string) => new TextEncoder().encode(text).length;

/** The address in a value, if it is of the everyday kind. */
export function everyday(value: string): readonly [start: number, end: number] | undefined {
  const [, address = '', domain = ''] = ADDRESS.exec(value) ?? [];
  const labels = domain.toLowerCase().split(/[.。．]/u);
  const local = address.slice(0, Math.max(0, address.length - domain.length - 1));
  if (address === '' || !REAL.has(labels.at(-1)!)) return undefined;
  if (octets(local) > 64 || octets(address) > 254 || labels.some((each) => octets(each) > 63)) {
    return undefined;
  }
  const start = value.lastIndexOf(address);
  return [start, start + address.length];
}

/** Upstream calls it valid, whatever options it was asked with; a mailto: URI is another thing. */
function isValid(row: Row): boolean {
  if (row['deliverable_syntax'] === false || textOf(row, 'validator') === 'isMailtoURI')
    return false;
  return row['valid'] === true;
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
        'valid, and an RFC 5321 mailbox: a dot-string of atext and letters of any script (RFC 6531), at most 64 octets; a domain name of two labels or more that ends in a real top-level domain; no quoted string, comment or address literal. The address in `Name <address>`',
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
      which:
        'invalid as a whole; most alarms are a mailbox inside (behind an open parenthesis or quote, before a line end), which a text may have there',
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
