import { isRomajiName } from '../../gazetteer/names.ts';
import { placeBefore } from '../../gazetteer/place.ts';
import { NAME_TEST } from '../../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Column, type Settled } from '../../rule.ts';
import type { OfBytes } from '../../text/byte-memo.ts';
import { textOf } from '../../text/cell-text.ts';
import { isDummyPart, isName, isOrganisation, isPlaceEnd, isShaped, SPOILERS } from './japanese.ts';
import { isDummyWord, readLatin } from './latin.ts';
import { isPart } from './names.ts';
import { trimName } from './trim.ts';

const KNOWN: Settled = { evidence: [{ code: 'gazetteer' }] };
const BARE: Settled = { evidence: [] };

/** What is known of one word of a name. */
const JAPANESE = 1;
const LATIN = 2;
const SURNAME = 4;
const GIVEN = 8;
/** Behind another it may end a place (市 … 村) or an organisation (部), though neither alone nor in front. */
const NOT_LAST = 16;
/** It is a word of a specimen's name. */
const DUMMY = 32;
/** Alone behind a surname it makes a place's name of it: 石川 + 県. */
const PLACE = 64;
/** Alone it is a label. */
const LABEL = 128;
/** A word in Latin letters: it ends as the first word of `Pass Nr` does, another rule's; it begins as the second. */
const BEGINS = 16;
const GOES_ON = 64;

const SPACE = 0x20;
const SLASH = 0x2f;

/**
 * Cells of two names that the gazetteer knows: `佐藤 桜`, `サトウ サクラ`, `佐藤桜`, `Sakura Sato`,
 * `SATO/SAKURA`. Forms of address, specimens, organisations and the like take a closer look.
 */
export function nameCells(column: Column): CellTest | undefined {
  const { beside, memory } = column;
  const alone = beside.size - (beside.has('person-name') ? 1 : 0) === 0;
  const words = memory.memo((bytes, start, end) => {
    const word = textOf(bytes, start, end);
    const known = japaneseWord(word) || latinWord(word, column);
    return known !== 0 && column.isQuiet(bytes, start, end, 'postal-address') ? known : 0;
  });
  const look = words.of;
  const { solid, parameters } = solidNames(column, look);
  const test: CellTest = (bytes, start, end) => {
    const gap = gapIn(bytes, start, end);
    if (gap === 0) return solid(bytes, start, end) ? KNOWN : undefined;
    const next = gap + (bytes[gap]! < 0x80 ? 1 : 3);
    if (next === end) return undefined;
    const first = look(bytes, start, gap);
    const second = look(bytes, next, end);
    const both = first & second;
    if ((both & DUMMY) !== 0) return undefined;
    if ((both & JAPANESE) !== 0 && bytes[gap] !== SLASH) return japanesePair(first, second);
    return (both & LATIN) === 0 || alone ? undefined : latinPair(first, second);
  };
  return withScanned(test, {
    test: NAME_TEST,
    parameters: [words.address, ...parameters, Number(alone)],
    says: [KNOWN, BARE],
  });
}

function japanesePair(first: number, second: number): Settled | undefined {
  // Behind a blank it may be more than it shows: 北区 村山.
  if ((second & NOT_LAST) !== 0) return undefined;
  return (first & SURNAME) !== 0 || (second & GIVEN) !== 0 ? KNOWN : undefined;
}

function latinPair(first: number, second: number): Settled | undefined {
  if ((first & BEGINS) !== 0 && (second & GOES_ON) !== 0) return undefined;
  const inOrder = (first & SURNAME) !== 0 && (second & GIVEN) !== 0;
  const reversed = (first & GIVEN) !== 0 && (second & SURNAME) !== 0;
  return inOrder || reversed ? KNOWN : BARE;
}

/** First byte of a blank, half or full width (E3 80 80), or a slash between words; 0 for none. */
function gapIn(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === SPACE || byte === SLASH) return i;
    if (byte === 0xe3 && bytes[i + 1] === 0x80 && bytes[i + 2] === 0x80) return i;
  }
  return 0;
}

const LONGEST_SOLID = 3 * 12;

/** Surname and given name in kanji without a blank; or one of them in a column of such parts. */
function solidNames({ name, literals, memory }: Column, look: OfBytes) {
  const isOfParts = isPart(name);
  // What begins in one name and ends in the other shows where they meet.
  const words = [...literals, ...SPOILERS].join(' ');
  const meet = memory.memo((bytes, start, end) =>
    words.includes(textOf(bytes, start, end)) ? 1 : 0,
  );
  const specimens = memory.memo(isSpecimens);
  const solid = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (end - start > LONGEST_SOLID || !isKanjiFirst(bytes, start, end)) return false;
    if (isOfParts && end - start <= LONGEST_PART) {
      const known = look(bytes, start, end);
      const isAlone = (known & (JAPANESE | LABEL)) === JAPANESE;
      if (isAlone && (known & (SURNAME | GIVEN)) !== 0) return true;
    }
    if (mayBeSpecimen(bytes, start, end, look, specimens.of)) return false;
    for (const length of SURNAMES) {
      const cut = start + length;
      if (cut >= end || (look(bytes, start, cut) & SURNAME) === 0) continue;
      const given = look(bytes, cut, end);
      if ((given & GIVEN) === 0 || (given & (NOT_LAST | PLACE)) !== 0) continue;
      if (meet.of(bytes, cut - 3, cut + 3) === 0) return true;
    }
    return false;
  };
  return { solid, parameters: [meet.address, specimens.address, Number(isOfParts)] };
}

const isSpecimens: OfBytes = (bytes, start, end) =>
  isDummyPart(textOf(bytes, start, end)) ? 1 : 0;

/** A specimen's given name (太郎, 花子, たろう) behind its surname, or behind what nobody is called. */
function mayBeSpecimen(
  bytes: Uint8Array,
  start: number,
  end: number,
  look: OfBytes,
  isSpecimens: OfBytes,
): boolean {
  for (let length = 6; length <= 9; length += 3) {
    const cut = end - length;
    if (cut <= start || isSpecimens(bytes, cut, end) === 0) continue;
    if ((look(bytes, start, cut) & (JAPANESE | DUMMY)) !== JAPANESE) return true;
  }
  return false;
}

/** Bytes of surnames of one to five kanji, the usual first. */
const SURNAMES = [6, 3, 9, 12, 15];
/** Shorter than the shortest specimen's whole name, 山田太郎. */
const LONGEST_PART = 3 * 3;

/** Characters of three bytes, kanji and kana, of which the first is a kanji. */
function isKanjiFirst(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start]! < 0xe4) return false;
  for (let at = start; at < end; at += 3) if (bytes[at]! < 0xe3 || bytes[at]! > 0xe9) return false;
  return true;
}

const LONGEST = 12;
const MUNICIPALITY = /[市区町村]/;

function japaneseWord(word: string): number {
  // A label alone is no name (メイ), and one beside another word.
  if (word.length > LONGEST || !isShaped(`${word} ${word}`)) return 0;
  if (isOrganisation(`${word} `) || !isTrimmed(word)) return 0;
  const known =
    JAPANESE |
    (isName('surname', word) ? SURNAME : 0) |
    (isName('given', word) ? GIVEN : 0) |
    (isDummyPart(word) ? DUMMY : 0) |
    (isPlaceEnd(word) ? PLACE : 0) |
    (isShaped(word) ? 0 : LABEL) |
    // 渡部 is a name, and what ends with it as a whole is none.
    (isOrganisation(word) ? NOT_LAST | LABEL : 0);
  if (!MUNICIPALITY.test(word)) return known;
  for (let at = 0; at < word.length; at++) {
    if (MUNICIPALITY.test(word[at]!) && placeBefore(word, at + 1) !== undefined) return 0;
  }
  return known | NOT_LAST;
}

function latinWord(word: string, { literals }: Column): number {
  if (!/^[A-Z][a-zA-Z]{1,29}$/.test(word) || !isTrimmed(`${word} X`)) return 0;
  const name = readLatin(word);
  const lower = word.toLowerCase();
  if (name === undefined || name.organisation) return 0;
  let known = LATIN;
  for (const literal of literals) {
    const [first, second] = literal.split(' ');
    if (first && lower.endsWith(first)) {
      if (!second) return 0;
      known |= BEGINS;
    }
    if (second && lower.startsWith(second)) known |= GOES_ON;
  }
  return (
    known |
    (isRomajiName('surname', word) ? SURNAME : 0) |
    (isRomajiName('given', word) ? GIVEN : 0) |
    (isDummyWord(lower) ? DUMMY : 0)
  );
}

/** Has it no form of address before or behind it? */
function isTrimmed(word: string): boolean {
  const { start, end } = trimName(word, 0, word.length);
  return start === 0 && end === word.length;
}
