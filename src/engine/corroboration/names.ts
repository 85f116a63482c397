import { romajiKey } from '../gazetteer/romaji-key.ts';
import type { Draft } from '../judge.ts';
import { isName } from '../rules/person-name/japanese.ts';
import { fold } from '../text/fold.ts';
import { romajiOf } from '../text/romaji.ts';
import { ofRule, speaksFor, type RecordOfFindings, type Word } from './corroborator.ts';

const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー\uff70\uff9e\uff9f ・･]+$/u;
const LATIN = /^[\p{sc=Latin} ,/'’-]+$/u;

const READING = speaksFor('reading');

/** Kanji, kana and romaji of one name, as they stand beside each other in a record. */
export function* spellingsAgree({ drafts }: RecordOfFindings): Generator<Word> {
  const names = ofRule(drafts, 'person-name').map((draft) => ({ draft, words: wordsOf(draft) }));
  const kana = names.filter(({ draft }) => KANA.test(fold(draft.text)));
  const latin = names.filter(({ draft }) => LATIN.test(fold(draft.text)));
  for (const reading of kana) {
    for (const other of latin) {
      if (!isSpelling(reading.words, other.words)) continue;
      yield [reading.draft, READING];
      yield [other.draft, READING];
    }
  }
  for (const [i, written] of names.entries()) {
    const reading = names[i + 1];
    if (reading === undefined || kana.includes(written) || latin.includes(written)) continue;
    if (!kana.includes(reading) || !mayBeRead(written.words, reading.words)) continue;
    yield [written.draft, READING];
    yield [reading.draft, READING];
  }
}

const wordsOf = ({ text }: Draft): string[] =>
  fold(text)
    .split(/[ ,/・･]+/)
    .filter((word) => word !== '');

const katakanaOf = (kana: string): string =>
  kana
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

const keyOf = (kana: string): string => romajiKey(romajiOf(katakanaOf(kana)) ?? '-');

/** Are these the same words in kana and in romaji, in any order? */
function isSpelling(kana: readonly string[], latin: readonly string[]): boolean {
  const read = kana.map(keyOf);
  const spelled = latin.map(romajiKey);
  if (read.includes('') || spelled.length !== 2) return false;
  const [first, second] = spelled as [string, string];
  if (read.length === 1) return read[0] === first + second || read[0] === second + first;
  const straight = read[0] === first && read[1] === second;
  return read.length === 2 && (straight || (read[0] === second && read[1] === first));
}

/**
 * May these words be read so? There is no table of every reading: both have surname and given name,
 * the reading is a known one, and what is kana in the name is the same kana.
 */
function mayBeRead(written: readonly string[], reading: readonly string[]): boolean {
  if (written.length !== 2 || reading.length !== 2) return false;
  return written.every((word, i) => {
    const read = katakanaOf(reading[i]!);
    if (KANA.test(word)) return katakanaOf(word) === read;
    return isName(i === 0 ? 'surname' : 'given', read);
  });
}
