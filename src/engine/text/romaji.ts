/** Katakana with Hepburn's letters; long vowels stay as written (オオ oo, オウ ou). */
const SYLLABLES = new Map(
  (
    'アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ' +
    'ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ' +
    'ロro ワwa ヲo ンn ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ' +
    'ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu ー-'
  )
    .split(' ')
    .map((it) => [it[0], it.slice(1)]),
);

const GLIDES: Readonly<Record<string, string>> = { ャ: 'a', ュ: 'u', ョ: 'o' };

/**
 * Hepburn romaji, lower case, of a reading in katakana of any width.
 *
 * @returns undefined where it holds anything else
 */
export function romajiOf(kana: string): string | undefined {
  const reading = kana.normalize('NFKC');
  let text = '';
  let doubled = false;
  for (let i = 0; i < reading.length; i++) {
    if (reading[i] === 'ッ') {
      doubled = true;
      continue;
    }
    let syllable = SYLLABLES.get(reading[i]);
    if (syllable === undefined) return undefined;
    const glide = GLIDES[reading[i + 1] ?? ''];
    if (glide !== undefined) {
      syllable = syllable.replace(/i$/, /^(?:sh|ch|j)/.test(syllable) ? glide : `y${glide}`);
      i++;
    }
    if (doubled) text += syllable.startsWith('ch') ? 't' : syllable[0];
    doubled = false;
    text += syllable.replace('-', '');
  }
  return text;
}
