import type { Charset } from './charset.ts';
import { big5, eucJp, eucKr, shiftJis } from './double-byte.ts';
import { gb18030 } from './gb18030.ts';
import { iso2022Jp } from './iso-2022-jp.ts';
import type { EncodingName } from './names.ts';
import { utf16be, utf16le, windows1252 } from './single-and-wide.ts';

/** All encodings but UTF-8, which needs no decoding. */
export const CHARSETS: Readonly<Record<Exclude<EncodingName, 'utf-8'>, Charset>> = {
  'utf-16le': utf16le,
  'utf-16be': utf16be,
  shift_jis: shiftJis,
  'euc-jp': eucJp,
  'iso-2022-jp': iso2022Jp,
  gb18030,
  big5,
  'euc-kr': eucKr,
  'windows-1252': windows1252,
};

/** The charset of a name; undefined for UTF-8. */
export function charsetOf(name: EncodingName): Charset | undefined {
  return name === 'utf-8' ? undefined : CHARSETS[name];
}
