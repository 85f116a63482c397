import { romajiOf } from '../../src/engine/text/romaji.ts';

/** Hepburn romaji of a reading in half-width or full-width katakana, lower case. */
export function romaji(kana: string): string {
  const text = romajiOf(kana);
  if (text === undefined) throw new Error(`no romaji for ${kana}`);
  return text;
}
