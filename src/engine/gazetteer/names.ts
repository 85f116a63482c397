import { fromBase64 } from './base64.ts';
import { lazy } from './lazy.ts';
import { everyNameBit, NAME_KINDS } from './name-filter.ts';
import { NAMES } from './names.generated.ts';
import { romajiKey } from './romaji-key.ts';

export type NamePart = 'surname' | 'given';

const bits = lazy(() => fromBase64(NAMES));

/** Forms of a kanji that registers keep apart and dictionaries do not. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  濵: '浜',
  濱: '浜',
  邉: '辺',
  邊: '辺',
  齋: '斎',
  齊: '斉',
  𠮷: '吉',
  澤: '沢',
  眞: '真',
  廣: '広',
  櫻: '桜',
  國: '国',
  德: '徳',
  惠: '恵',
  曽: '曾',
};

function has(kind: number, name: string): boolean {
  const filter = bits();
  return everyNameBit(
    kind,
    name,
    filter.length * 8,
    (bit) => (filter[bit >> 3]! & (1 << (bit & 7))) !== 0,
  );
}

/** Is it a surname, or a given name, of Japan as it is written, in kanji or kana? */
export function isWrittenName(part: NamePart, name: string): boolean {
  const kind = NAME_KINDS[part][0];
  if (has(kind, name)) return true;
  const plain = Array.from(name, (character) => VARIANTS[character] ?? character).join('');
  return plain !== name && has(kind, plain);
}

/** Is it the reading, in full-width katakana, of a name of Japan? */
export const isNameReading = (part: NamePart, katakana: string): boolean =>
  has(NAME_KINDS[part][1], katakana);

/** Is it a name of Japan in romaji, in any spelling? */
export const isRomajiName = (part: NamePart, latin: string): boolean =>
  has(NAME_KINDS[part][2], romajiKey(latin));
