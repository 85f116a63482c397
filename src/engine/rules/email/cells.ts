import { reservedDomain } from '../../gazetteer/reserved-domains.ts';
import type { CellTest, Column, Settled } from '../../rule.ts';
import { byteMemo } from '../../text/byte-memo.ts';
import { asciiOf } from '../../text/cell-text.ts';
import { domainAt } from './domain.ts';
import { isRole } from './names.ts';
import { isSomethingElse } from './surroundings.ts';

const REAL: Settled = { evidence: [{ code: 'top-level-domain' }] };

const LONGEST = 100;
/** RFC 5321 section 4.5.3.1.1. */
const LONGEST_LOCAL = 64;
/** So many digits may be another rule's number, or a machine's. */
const MANY_DIGITS = 7;
const AT = 0x40;
const DOT = 0x2e;
const PLUS = 0x2b;
const LF = 0x0a;

/** Letters 1, letters of hexadecimal digits 2, digits 3, `.` and `+` 4, `-` and `_` 5. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (/[a-f]/i.test(sign)) return 2;
  if (/[a-z]/i.test(sign)) return 1;
  if (/\d/.test(sign)) return 3;
  return /[.+]/.test(sign) ? 4 : /[-_]/.test(sign) ? 5 : 0;
});

/** Cells that are a person's mailbox at a real domain, in plain letters. */
export function mailCells({ isAlone }: Column): CellTest {
  const isReal = byteMemo((bytes, start, end) => {
    const name = asciiOf(bytes, start, end);
    const domain = domainAt(name, name, 0);
    const usual = domain?.real === true && domain.end === name.length;
    return usual && reservedDomain(name) === undefined && isNobodysRole(name) ? 1 : 0;
  });
  return (bytes, start, end, plain) => {
    if (end - start > LONGEST) return undefined;
    const at = localEnd(bytes, start, end);
    if (at < 0 || isReal(bytes, at + 1, end) !== 1) return undefined;
    if (!plain && mayBelongToSign(bytes, start)) return undefined;
    return isAlone() ? REAL : undefined;
  };
}

/** Has the domain itself nothing that makes mailboxes there a machine's, or a scale (icon@2x.png)? */
const isNobodysRole = (domain: string): boolean =>
  !isRole('x', domain) && !/^\d/.test(domain) && /^[a-z\d.-]+$/i.test(domain);

/** The at-sign behind a person's local part, or −1. */
function localEnd(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  let dots = 0;
  let signs = 0;
  let letters = 0;
  let last = DOT;
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === AT) break;
    const kind = KINDS[byte]!;
    if (kind === 0) return -1;
    if (kind === 3) digits++;
    else if (kind === 1) letters++;
    else if (kind === 4) {
      if (byte === DOT && last === DOT) return -1;
      dots++;
    } else if (kind === 5) signs++;
    last = byte;
  }
  if (at === start || at === end || last === DOT || at - start > LONGEST_LOCAL) return -1;
  const first = KINDS[bytes[start]!]!;
  // Something must tell it from a hash, and the rest of the cell from a number.
  if (first > 3 || letters === 0 || !hasFewDigits(bytes, at, end, digits)) return -1;
  const isOneWord = dots === 0 && digits === 0;
  if (signs > 0 || isOneWord || mayBeginRole(bytes[start]!) || hasPlus(bytes, start, at)) {
    return isPersons(asciiOf(bytes, start, at)) ? at : -1;
  }
  return at;
}

function hasFewDigits(bytes: Uint8Array, at: number, end: number, before: number): boolean {
  let digits = before;
  for (let i = at; i < end; i++) if (KINDS[bytes[i]!] === 3) digits++;
  return digits < MANY_DIGITS;
}

/** do-not-reply, no-reply, info, sales, security, support, in either case */
function mayBeginRole(first: number): boolean {
  const letter = first | 0x20;
  return letter === 0x64 || letter === 0x6e || letter === 0x69 || letter === 0x73;
}

function hasPlus(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === PLUS) return true;
  return false;
}

function isPersons(local: string): boolean {
  const domain = 'a.jp';
  const around = { folded: '', start: 0, end: 0, local, domain };
  return !isRole(local, domain) && !isSomethingElse(around, false) && !/^x{3,}$/i.test(local);
}

const LOOK_BEHIND = 160;

/**
 * A sign stands before it in its row: `https://user,x@…` goes on to the at-sign, and `Message-ID:`
 * says that it is none. Letters before the sign, or a slash behind it, take a closer look.
 */
function mayBelongToSign(bytes: Uint8Array, start: number): boolean {
  for (let at = start - 1; at >= Math.max(1, start - LOOK_BEHIND) && bytes[at] !== LF; at--) {
    if (bytes[at] !== 0x3a && bytes[at] !== 0x3d) continue;
    const before = bytes[at - 1] === 0x20 ? bytes[at - 2]! : bytes[at - 1]!;
    if (bytes[at + 1] === 0x2f || !(before >= 0x30 && before <= 0x39)) return true;
  }
  return false;
}
