import { choiceOf } from '../number-hash.ts';
import { starred, unitsOf, type Unit } from '../units.ts';
import type { Masks } from './masks.ts';

/** `t***@example.com`: the first letter and the domain stay. */
export const email: Masks = {
  placeholder: '[EMAIL]',
  partial(value) {
    const parts = split(value);
    if (parts === undefined) return starred(unitsOf(value));
    const [first] = parts.local;
    // A quoted local part (RFC 5321) loses its quotes, one letter alone would be all of it.
    const keeps =
      first !== undefined && parts.local.length > 1 && /^[\p{L}\p{N}]/u.test(first.text);
    return `${keeps ? first.text : ''}***${parts.at}${parts.domain}`;
  },
  standIn(value) {
    const parts = split(value);
    if (parts === undefined) return undefined;
    const { at, domain } = parts;
    const isWide = value.includes('＠') && WIDE.test(value);
    const plainDomain = domain.replaceAll(DOT, '.').normalize('NFKC').toLowerCase();
    if (isReserved(plainDomain)) return value;
    const length = parts.local.reduce((sum, { text }) => sum + text.length, 0);
    const chosen = domainFor(plainDomain, length + domain.length);
    const local = localFor(choiceOf('email', value), length + domain.length - chosen.length);
    const [dot = '.'] = domain.match(DOT) ?? [];
    const written = isWide ? [widened(local), widened(chosen)] : [local, chosen];
    return written[0]! + at + written[1]!.replaceAll(/[.．]/g, dot);
  },
};

interface Parts {
  readonly local: readonly Unit[];
  /** As written: `@`, `＠`, `%40`, ` at `. */
  readonly at: string;
  readonly domain: string;
}

const AT = /\s{0,3}[[(]\s?(?:at|@)\s?[\])]\s{0,3}|\sat\s/i;

/** How a dot is written in a disguise. */
const DOT = /[．。]|\s{0,3}[[(]\s?(?:dot|\.)\s?[\])]\s{0,3}|\sdot\s/gi;

/** Full-width letters and digits. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a]/i;

function split(value: string): Parts | undefined {
  const units = unitsOf(value);
  const index = units.findLastIndex(({ character }) => character === '@' || character === '＠');
  const isPlain = index >= 0 && !AT.test(value);
  if (isPlain) {
    const domain = units.slice(index + 1).map(({ text }) => text);
    return { local: units.slice(0, index), at: units[index]!.text, domain: domain.join('') };
  }
  const found = AT.exec(value);
  if (found === null) return undefined;
  const domain = value.slice(found.index + found[0].length);
  return { local: unitsOf(value.slice(0, found.index)), at: found[0], domain };
}

/** RFC 2606, RFC 6761 and JPRS: domains that are nobody's. */
const RESERVED =
  /(?:^|\.)(?:example\.(?:com|net|org)|example\d?\.(?:(?:co|ne|or|ac|ad|go|gr|ed|lg)\.)?jp|example|test|invalid|localhost)$/;

function isReserved(domain: string): boolean {
  return RESERVED.test(domain);
}

/** Endings under which `example` is nobody's, and what else to take where the room is small. */
const SAME_ENDING = /\.(com|net|org|(?:(?:co|ne|or|ac|ad|go|gr|ed|lg)\.)?jp)$/;
const SHORTER = ['example.com', 'example.jp', 'a.example', 'a.test'];
const SHORTEST_LOCAL = 5;

/** A domain of the same ending where there is one, and shorter where little room is left. */
function domainFor(domain: string, room: number): string {
  const ending = SAME_ENDING.exec(domain)?.[1] ?? 'com';
  const wanted = [`example.${ending}`, ...SHORTER];
  return wanted.find((each) => room - each.length >= SHORTEST_LOCAL) ?? 'a.test';
}

/** RFC 5321 section 4.5.3.1.1. */
const LONGEST_LOCAL = 64;

/** `user0042`, as long as asked for where that leaves room for the number. */
function localFor(choice: number, length: number): string {
  const wanted = Math.min(Math.max(length, SHORTEST_LOCAL), LONGEST_LOCAL);
  const name = wanted < 8 ? 'u' : 'user';
  return name + String(choice).padStart(wanted - name.length, '0');
}

function widened(text: string): string {
  return text.replaceAll(/[\x21-\x7e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}
