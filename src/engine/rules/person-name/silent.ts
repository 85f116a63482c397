import { byteMemo } from '../../text/byte-memo.ts';
import { textOf } from '../../text/cell-text.ts';
import { HONORIFICS, LABELS } from './text.ts';

const HONORIFIC = 1;
const LABEL = 2;

const kindOf = byteMemo((bytes, start, end) => {
  const word = textOf(bytes, start, end);
  if (LABELS.includes(word)) return LABEL;
  return HONORIFICS.includes(word) ? HONORIFIC : 0;
});

const QUOTE = 0x22;
const OPEN = 0x28;

/**
 * A label with a quote or a bracket right behind it has no name there: `"氏名":`, `氏名(漢字)`. A
 * form of address with a quote before it has none, and with a kanji behind it is another word: 氏名.
 */
export function isNobodysWord(bytes: Uint8Array, start: number, end: number): boolean {
  switch (kindOf(bytes, start, end)) {
    case LABEL:
      return bytes[end] === QUOTE || bytes[end] === OPEN;
    case HONORIFIC:
      return bytes[start - 1] === QUOTE || isKanji(bytes, end);
    default:
      return false;
  }
}

/** U+5000 to U+9FFF: E5 80 80 to E9 BF BF. */
const isKanji = (bytes: Uint8Array, at: number) => bytes[at]! >= 0xe5 && bytes[at]! <= 0xe9;
