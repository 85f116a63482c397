import { MUNICIPAL_SUFFIXES } from '../../gazetteer/municipal-suffixes.ts';
import { reservedDomain } from '../../gazetteer/reserved-domains.ts';
import { MAIL_TEST } from '../../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Column, type Settled } from '../../rule.ts';
import type { OfBytes } from '../../text/byte-memo.ts';
import { asciiOf } from '../../text/cell-text.ts';
import { domainAt } from './domain.ts';
import { mayBeNoted, noteWords, WORD_BITS } from '../../kernel/word-bits.ts';
import { isRole, WORDS_OF_ROLES } from './names.ts';
import { WORDS_OF_MACHINES } from './surroundings.ts';

const REAL: Settled = { evidence: [{ code: 'top-level-domain' }] };

const LONGEST = 100;
/** RFC 5321 section 4.5.3.1.1. */
const LONGEST_LOCAL = 64;
/** So many digits may be another rule's number, or a machine's. */
const MANY_DIGITS = 7;
const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const LF = 0x0a;
const QUOTE = 0x22;

/** Letters 1, letters of hexadecimal digits 2, digits 3, other signs 4. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (/[a-f]/i.test(sign)) return 2;
  if (/[a-z]/i.test(sign)) return 1;
  if (/\d/.test(sign)) return 3;
  return /[.+_-]/.test(sign) ? 4 : 0;
});

/** Cells that are a person's mailbox at a real domain, in plain letters. */
export function mailCells({ isAloneBut, memory }: Column): CellTest {
  // Behind the end of a municipality's name must follow a blank or a comma, and none does in a mailbox.
  const isAlone = isAloneBut(MUNICIPAL_SUFFIXES);
  const [real, top] = [memory.memo(isReal), memory.memo(isRealTop)];
  const roles = memory.bytes(WORDS, WORD_BITS);
  noteWords(roles.bytes, WORDS);
  const known: Known = { roles: roles.bytes, real: real.of, top: top.of };
  const kinds = memory.bytes(KINDS, KINDS.length);
  kinds.bytes.set(KINDS);
  const test: CellTest = (bytes, start, end, plain) => {
    if (end - start > LONGEST) return undefined;
    const at = localEnd(known, bytes, start, end);
    if (at < 0 || !isRealDomain(known, bytes, at + 1, end)) return undefined;
    if (!plain && mayBelongToSign(bytes, start)) return undefined;
    return isAlone() ? REAL : undefined;
  };
  return withScanned(test, {
    test: MAIL_TEST,
    parameters: [kinds.address, roles.address, real.address, top.address],
    says: [REAL],
    others: isAlone.others,
  });
}

/** What is known of words of roles, as bits; and of domains, and of last labels: 1 where they are real. */
interface Known {
  readonly roles: Uint8Array;
  readonly real: OfBytes;
  readonly top: OfBytes;
}

const isReal: OfBytes = (bytes, start, end) => {
  const name = asciiOf(bytes, start, end);
  const domain = domainAt(name, name, 0);
  const usual = domain?.real === true && domain.end === name.length;
  return usual && reservedDomain(name) === undefined && isNobodysRole(name) ? 1 : 0;
};

/** Has the domain itself nothing that makes mailboxes there a machine's, or a scale (icon@2x.png)? */
const isNobodysRole = (domain: string): boolean =>
  !isRole('x', domain) && !/^\d/.test(domain) && /^[a-z\d.-]+$/i.test(domain);

/** A top-level domain with a label before it. */
const isRealTop: OfBytes = (bytes, start, end) => {
  const name = `a.${asciiOf(bytes, start, end)}`;
  return domainAt(name, name, 0)?.real === true && reservedDomain(name) === undefined ? 1 : 0;
};

/** RFC 1035 section 2.3.4. */
const LONGEST_LABEL = 63;

/**
 * Is it a real domain? Most are so by their form and their last label: small letters, digits and
 * hyphens, and no label that begins as `example` and `noreply` do.
 */
function isRealDomain(known: Known, bytes: Uint8Array, start: number, end: number): boolean {
  let label = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x61 && byte <= 0x7a) continue;
    const isFirst = at === label;
    if (byte >= 0x30 && byte <= 0x39 && at > start) continue;
    if (isFirst || (byte !== HYPHEN && byte !== DOT)) return known.real(bytes, start, end) === 1;
    if (byte === HYPHEN) continue;
    if (!isUsualLabel(bytes, label, at)) return known.real(bytes, start, end) === 1;
    label = at + 1;
  }
  return label > start && label < end && known.top(bytes, label, end) === 1;
}

function isUsualLabel(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_LABEL || bytes[end - 1] === HYPHEN) return false;
  const [first, second] = [bytes[start]!, bytes[start + 1]!];
  return !(first === 0x65 && second === 0x78) && !(first === 0x6e && second === 0x6f);
}

/** The at-sign behind a person's local part, or −1. */
function localEnd(known: Known, bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  let letters = 0;
  let last = DOT;
  let word = start;
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === AT) break;
    const kind = KINDS[byte]!;
    if (kind === 0) return -1;
    if (kind < 3) letters += kind & 1;
    else {
      if (byte === DOT && last === DOT) return -1;
      if (at > word && mayBeOfRole(known.roles, bytes, word, at)) return -1;
      word = at + 1;
      if (kind === 3) digits++;
    }
    last = byte;
  }
  if (at === start || at === end || last === DOT || at - start > LONGEST_LOCAL) return -1;
  if (at > word && mayBeOfRole(known.roles, bytes, word, at)) return -1;
  const first = KINDS[bytes[start]!]!;
  // Something must tell it from a hash, and the rest of the cell from a number.
  return first > 3 || letters === 0 || !hasFewDigits(bytes, at, end, digits) ? -1 : at;
}

function hasFewDigits(bytes: Uint8Array, at: number, end: number, before: number): boolean {
  let digits = before;
  for (let i = at; i < end; i++) if (KINDS[bytes[i]!] === 3) digits++;
  return digits < MANY_DIGITS;
}

/** Words of letters that a role's or a machine's mailbox may have in its name. */
const WORDS = [...WORDS_OF_ROLES, ...WORDS_OF_MACHINES];

/** Is the word one of them for all that their bits say, or `xxx`? Most names of people are neither. */
const mayBeOfRole = (roles: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean =>
  mayBeNoted(roles, bytes, start, end) ||
  (end - start > 2 && [0, 1, 2].every((i) => (bytes[start + i]! | 0x20) === 0x78));

const LOOK_BEHIND = 160;

/**
 * A sign stands before it in its row: `https://user,x@…` goes on to the at-sign, and `Message-ID:`
 * says that it is none. Letters before the sign, or a slash behind it, take a closer look; a quote
 * before it ends a name of JSON, and no letter stands there.
 */
function mayBelongToSign(bytes: Uint8Array, start: number): boolean {
  for (let at = start - 1; at >= Math.max(1, start - LOOK_BEHIND) && bytes[at] !== LF; at--) {
    if (bytes[at] !== 0x3a && bytes[at] !== 0x3d) continue;
    const before = bytes[at - 1] === 0x20 ? bytes[at - 2]! : bytes[at - 1]!;
    const isHarmless = before === QUOTE || (before >= 0x30 && before <= 0x39);
    if (bytes[at + 1] === 0x2f || !isHarmless) return true;
  }
  return false;
}
