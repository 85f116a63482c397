import type { Evidence } from '../../evidence.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { isName, isOrganisation, readJapanese } from './japanese.ts';
import { readLatin } from './latin.ts';
import { trimName } from './trim.ts';

/** Forms of address behind a name. 氏 is the newspapers', 殿 is a place's too: they say least. */
export const HONORIFICS: readonly string[] = ['様', 'さん', '殿', '氏'];

/** Labels that comments and tables have too, where no assignment says what the value is. */
export const LABELS: readonly string[] = ['氏名', '担当'];
const BEHIND_LABEL = /者?[ \t]{0,4}(?:[:=|は]|<\/t[dh]>\s{0,20}<td>)[ \t「]{0,4}/y;

/** What follows a form of address and makes another word of it: 様子, 氏名, 殿下, さんさん. */
const OTHER_WORD = /^(?:\p{sc=Han}|さん)/u;
/** お上りさん, お嬢さん: the prefix says that a common word follows. */
const POLITE = /[おご]/u;
/** Words with a form of address that name nobody. */
const NOBODY = /^[皆神王客奥嫁姫父母兄姉仏貴何同仕多各仙上若一某両]$/u;
const WORD = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー';
/** What may be a name, begun with a kanji: `佐藤`, `佐藤 さくら`, `佐藤さくら`. */
const BEFORE = new RegExp(`^\\p{sc=Han}[${WORD}]{0,9}(?: [${WORD}]{1,6})?$`, 'u');
const LONGEST = 12;

/** The name before 様, さん, 殿, 氏: surname and given name, or a surname alone for little. */
export function judgeHonorific({ folded, start, end }: Slice): Judgement | undefined {
  if (OTHER_WORD.test(folded.slice(end, end + 2))) return undefined;
  const to = folded[start - 1] === ' ' ? start - 1 : start;
  let lone: Judgement | undefined;
  for (let from = Math.max(0, to - LONGEST); from < to; from++) {
    if (/[\p{sc=Han}\p{sc=Katakana}ー]/u.test(folded[from - 1] ?? '')) continue;
    if (POLITE.test(folded[from - 1] ?? '') && !/[ぁ-んァ-ヶ一-龠]/u.test(folded[from - 2] ?? ''))
      continue;
    const value = folded.slice(from, to);
    if (!BEFORE.test(value) || isOrganisation(value)) continue;
    const name = readJapanese(value);
    if (name?.known) {
      const evidence: Evidence[] = [{ code: 'honorific' }];
      if (!/[氏殿]/.test(folded[start]!) && !name.dummy) evidence.push({ code: 'gazetteer' });
      return { start: from, end: to, evidence };
    }
    if (!NOBODY.test(value) && isName('surname', value)) {
      lone = { start: from, end: to, evidence: [{ code: 'honorific' }] };
    }
  }
  return lone;
}

/** The name behind a label: `// 担当: …`, `<th>氏名</th><td>…`. Only what the gazetteer knows. */
export function judgeLabel({ folded, end }: Slice): Judgement | undefined {
  BEHIND_LABEL.lastIndex = end;
  const between = BEHIND_LABEL.exec(folded)?.[0];
  if (between === undefined) return undefined;
  return japaneseAt(folded, end + between.length, { code: 'hotword' });
}

const JAPANESE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\uff70\uff9e\uff9f]{1,10}(?: {1,2}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\uff70\uff9e\uff9f]{1,10})?/uy;
const LATIN = /\p{Lu}[\p{L}'’-]{1,20}(?:[ /]\p{Lu}[\p{L}'’-]{0,20}){1,3}(?=[\s,;.)]|$)/uy;

/** `氏名: …`, `Full name: …`: the value begins behind the label. */
export function judgeLabelled(
  { folded, start, end }: Slice,
  context: Context,
): Judgement | undefined {
  let from = start;
  while (from < end && folded.charCodeAt(from) <= 32) from++;
  const label: Evidence = { code: context.hotword() ? 'hotword' : 'vague-name' };
  return japaneseAt(folded, from, label) ?? latinAt(folded, from, label);
}

function japaneseAt(folded: string, from: number, label: Evidence): Judgement | undefined {
  JAPANESE.lastIndex = from;
  const words = JAPANESE.exec(folded)?.[0];
  if (words === undefined) return undefined;
  for (const value of [words, words.split(' ')[0]!]) {
    const span = trimName(folded, from, from + value.length);
    const written = folded.slice(span.start, span.end);
    const name = readJapanese(written);
    if (!name?.known || name.solidKana || isOrganisation(written)) continue;
    const evidence: Evidence[] = [label];
    if (name.dummy) evidence.push({ code: 'dummy', note: 'specimen name' });
    else evidence.push({ code: 'gazetteer' });
    return { ...span, evidence };
  }
  return undefined;
}

/** In Latin letters a label alone is not much: examples are full of it. */
function latinAt(folded: string, from: number, label: Evidence): Judgement | undefined {
  LATIN.lastIndex = from;
  const value = LATIN.exec(folded)?.[0];
  const name = value === undefined ? undefined : readLatin(value);
  if (name === undefined || name.organisation || label.code === 'vague-name') return undefined;
  const evidence: Evidence[] = [label, { code: 'alone' }];
  if (name.dummy) evidence.push({ code: 'dummy', note: 'specimen name' });
  return { start: from, end: from + value!.length, evidence };
}
