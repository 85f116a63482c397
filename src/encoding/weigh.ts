import { BROKEN, type Charset } from './charset.ts';
import { FREQUENT } from './frequent.ts';
import { lazily } from './tables.ts';

/** How well bytes make text in an encoding. */
export interface Weight {
  /** Characters outside of ASCII. */
  readonly characters: number;
  readonly broken: number;
  /** Mean weight of a character; text of the encoding's language has one to three. */
  readonly mean: number;
}

/** What is wrong with bytes that are no character. */
const BREAK = -6;
/** Frequent characters; those that a language has; those that it hardly has. */
const OFTEN = 3;
const SELDOM = 0.3;
const HARDLY = -1.5;

type Weigher = (code: number, lead: number, trail: number, before: number) => number;

const frequent = (language: keyof typeof FREQUENT) =>
  lazily(() => new Set(Array.from(FREQUENT[language], (each) => each.charCodeAt(0))));

const JAPANESE = frequent('ja');
const SIMPLIFIED = frequent('zh');
const TRADITIONAL = frequent('zh-tw');
const KOREAN = frequent('ko');

const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
const isWide = (code: number) => code >= 0xff01 && code <= 0xff5e;
const isPunctuation = (code: number) =>
  (code >= 0x3000 && code <= 0x3017) || (code >= 0x2010 && code <= 0x2030) || code === 0x30fb;

/** What the languages have in common; undefined for letters of their own. */
function commonWeight(code: number): number | undefined {
  if (isPrivate(code)) return -4;
  if (isPunctuation(code)) return 1.5;
  if (isWide(code)) return 1;
  return undefined;
}

/** Half-width katakana that a voiced mark may follow: ｳ, ｶ to ﾄ, ﾊ to ﾎ. */
const isVoiceable = (code: number) =>
  code === 0xff73 || (code >= 0xff76 && code <= 0xff84) || (code >= 0xff8a && code <= 0xff8e);

function halfKatakana(code: number, before: number): number {
  if (code === 0xff9e || code === 0xff9f) return isVoiceable(before) ? 1.5 : -3;
  if (code <= 0xff65) return -0.5;
  return code <= 0xff6f ? 0.2 : 0.9;
}

function japanese(isFirstLevel: (lead: number) => boolean): Weigher {
  return (code, lead, _, before) => {
    if (code >= 0x3041 && code <= 0x3096) return 2.5;
    if (code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb) return 2;
    // EUC-JP writes 0x8E before each: hardly chance.
    if (lead === 0x8e && code >= 0xff61) return 2;
    if (code >= 0xff61 && code <= 0xff9f) return halfKatakana(code, before);
    if (JAPANESE().has(code)) return OFTEN;
    return commonWeight(code) ?? (code >= 0x4e00 && isFirstLevel(lead) ? SELDOM : HARDLY);
  };
}

const WEIGHERS: Readonly<Record<string, Weigher>> = {
  // JIS X 0208 puts the kanji in use in rows 16 to 47.
  shift_jis: japanese((lead) => lead >= 0x88 && lead <= 0x98),
  'euc-jp': japanese((lead) => lead >= 0xb0 && lead <= 0xcf),
  // GB 2312: rows 16 to 55; what GBK and GB 18030 add is rare.
  gb18030(code, lead, trail) {
    if (SIMPLIFIED().has(code)) return OFTEN;
    // Digits in the places of a four-byte code: hardly chance.
    if (trail < 0x40) return 1;
    if (JAPANESE().has(code) || TRADITIONAL().has(code)) return 1.5;
    if (code >= 0x3041 && code <= 0x30fc) return 0.5;
    if (trail < 0xa1) return -2.5;
    if (lead >= 0xb0 && lead <= 0xd7) return SELDOM;
    return commonWeight(code) ?? HARDLY;
  },
  // Big5: A4 to C6 hold the 5401 characters in use.
  big5(code, lead) {
    if (TRADITIONAL().has(code)) return OFTEN;
    if (lead >= 0xa4 && lead <= 0xc6 && code >= 0x4e00 && code <= 0x9fff) return SELDOM;
    return commonWeight(code) ?? (lead >= 0xc9 ? HARDLY : -3);
  },
  // KS X 1001: syllables in rows 16 to 40.
  'euc-kr'(code, _, trail) {
    if (KOREAN().has(code)) return OFTEN;
    if (code >= 0xac00 && code <= 0xd7a3) return trail < 0xa1 ? -2 : 0.5;
    return commonWeight(code) ?? HARDLY;
  },
};

/** As many characters as are weighed. */
const ENOUGH = 4000;

/** Weighs bytes as text of an encoding of several bytes a character. */
export function weigh(charset: Charset, bytes: Uint8Array, last: boolean): Weight {
  const weigher = WEIGHERS[charset.name]!;
  const reader = charset.createReader();
  let sum = 0;
  let characters = 0;
  let broken = 0;
  let before = 0;
  for (let at = 0; at < bytes.length && characters < ENOUGH;) {
    if (bytes[at]! < 0x80) {
      before = bytes[at++]!;
      continue;
    }
    const length = reader.read(bytes, at, bytes.length, last);
    if (length === 0) break;
    characters++;
    if (reader.code === BROKEN) broken++;
    sum +=
      reader.code === BROKEN
        ? BREAK
        : weigher(reader.code, bytes[at]!, length > 1 ? bytes[at + 1]! : 0, before);
    before = reader.code;
    at += length;
  }
  return { characters, broken, mean: characters === 0 ? 0 : sum / characters };
}

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** C1 codes of Windows-1252 that are in use: euro, dashes, quotes, ellipsis, bullet, trade mark. */
const IN_USE = new Set([0x80, 0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97]);
const ALSO_IN_USE = new Set([0x99, 0x9a, 0x9c, 0x9e, 0x9f, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xae]);
const SIGNS = new Set([...IN_USE, ...ALSO_IN_USE, 0xb0, 0xb2, 0xb4, 0xb5, 0xb7, 0xba, 0xbb, 0xbf]);

/** Weighs bytes as Windows-1252: accented letters stand alone among letters of ASCII. */
export function weighLatin(bytes: Uint8Array): Weight {
  let sum = 0;
  let characters = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length && characters < ENOUGH;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const start = at;
    while (at < bytes.length && bytes[at]! >= 0x80) at++;
    const besideLetter = isLetter(bytes[start - 1] ?? 0) || isLetter(bytes[at] ?? 0);
    for (let i = start; i < at; i++) {
      const byte = bytes[i]!;
      characters++;
      if (at - start > 2) sum -= 2;
      else if (byte >= 0xc0) sum += besideLetter ? 2.2 : 0;
      else if (SIGNS.has(byte)) sum += 1.2;
      else sum -= 3;
      if (byte < 0xa0 && [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) broken++;
    }
  }
  return { characters, broken, mean: characters === 0 ? 0 : sum / characters };
}
