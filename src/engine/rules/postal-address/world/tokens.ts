import { beginsCountry } from '../../../gazetteer/countries.ts';
import { isMunicipalityRomaji } from '../../../gazetteer/japan-romaji.ts';
import { hasStreetEnding, isAfterStreet, isBeforeStreet, isUnitWord } from './street-words.ts';

/** What stands between a token and the one before it. */
export type Gap = 'blank' | 'comma' | 'line' | 'stop';

/** What is known of a word wherever it stands. */
interface Word {
  /** As it stands. */
  readonly word: string;
  /** In small letters, without a point at its end. */
  readonly key: string;
  /** A house number, as `N`, `Na`, `N-N`, `N/N`, `N#N-N`, `#N`, `N½`, `s/n`, `N号`. */
  readonly isNumber: boolean;
  /** A word with a capital, or of a script without small letters. */
  readonly isName: boolean;
  /** 7th, 1er, 3º, 87-gil: a part of a name. */
  readonly isOrdinal: boolean;
  /** A small word inside names: `Rue de la Paix`, `Stratford upon Avon`. */
  readonly isSmall: boolean;
  /** A part of a building. */
  readonly isUnit: boolean;
  /** Words that streets are named with, by where they stand. */
  readonly isBeforeStreet: boolean;
  readonly isAfterStreet: boolean;
  readonly hasStreetEnding: boolean;
  /** May the name of a country begin with it? */
  readonly beginsCountry: boolean;
  /** `Shinjuku-ku` */
  readonly isJapanese: boolean;
  /** A point behind a word, which is no abbreviation, ends a sentence. */
  readonly endsSentence: boolean;
  /** The word without the point of a sentence, where a postal code may begin with it. */
  readonly code: string | undefined;
}

export interface Token extends Word {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/** Letters and digits with what may stand inside a word: `McMurchy`, `d'Uvéa`, `343/10`, `P.O.` */
const WORD =
  /(?:[#№] ?)?[\p{L}\d][\p{L}\p{M}\d]{0,40}(?:[-'’ʻʿʾ./&#°º–+][\p{L}\p{M}\d]{1,40}){0,8}[.º°ª½]?/gu;
/** Line ends, also as escapes in strings, with the marks of comments and quotations behind them. */
const LINE = /^[ \t,.]*(?:\r?\n|\\r\\n|\\n|\\r)[ \t>*#/|-]*$/;
const COMMA = /^ ?[,،] ?$/;
const BLANK = /^(?:[ \u200e\u200f]{1,2}| ?[()/] ?| - ?|- | & |\) ?\(|\), ?)$/;

const STOPS = new Uint8Array(0x80);
for (const sign of '@;{}=<"[]!?_$%^~`') STOPS[sign.charCodeAt(0)] = 1;

/** A sign of which no word and no gap but a stop has any. */
export const isStopSign = (unit: number): boolean => unit < 0x80 && STOPS[unit] === 1;

/**
 * The words of `text[from, to)`, each with what parts it from the one before. What is neither
 * blank, comma, hyphen nor line end is a stop.
 */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const head = text.slice(0, to);
  const links = linksOf(text);
  const tokens: Token[] = [];
  let before: Link | undefined;
  for (let at = withoutHalf(text, from); ; at = before.token.end) {
    let link: Link | undefined = before && (before.behind ?? links.get(at));
    if (link === undefined || link.token.end + CUT > to) {
      const token = tokenAfter(head, at, before?.token);
      if (token === undefined) return tokens;
      link = { token, behind: undefined };
      // What the end of `head` may have cut is another word elsewhere.
      if (before && token.end + CUT <= to && isAlike(head, at, token)) links.set(at, link);
    } else if (before) before.behind = link;
    tokens.push(link.token);
    before = link;
  }
}

/** A word, and the one behind it where it is known. */
interface Link {
  readonly token: Token;
  behind: Link | undefined;
}

/** What stands behind a word and may join it to the next: a sign, and a letter of two units. */
const CUT = 3;

/** The words of one text by the end of the word before: candidates near each other share them. */
let known: { readonly text: string; readonly links: Map<number, Link> } | undefined;

function linksOf(text: string): Map<number, Link> {
  if (known?.text !== text) known = { text, links: new Map() };
  return known.links;
}

/** The index, or the one after the second half of a pair. */
function withoutHalf(text: string, at: number): number {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isSecond && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at + 1 : at;
}

/** Is the gap before a token the same whatever word stands before it? */
const isAlike = (text: string, at: number, { start }: Token) =>
  !text.slice(at, start).includes(':');

function tokenAfter(text: string, at: number, before: Token | undefined): Token | undefined {
  WORD.lastIndex = at;
  const found = WORD.exec(text);
  if (found === null) return undefined;
  const { 0: word, index } = found;
  const gap = gapBefore(before, text.slice(at, index), word);
  return { ...wordOf(word), start: index, end: index + word.length, gap };
}

/** Words that are remembered: addresses near each other have most of theirs in common. */
const MOST_WORDS = 4096;
const words = new Map<string, Word>();

function wordOf(word: string): Word {
  let known = words.get(word);
  if (known === undefined) {
    if (words.size === MOST_WORDS) words.clear();
    words.set(word, (known = lookUp(word)));
  }
  return known;
}

function lookUp(word: string): Word {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  const key = plain.toLowerCase();
  const isOrdinal = ORDINAL.test(word);
  const isName = NAME.test(word) || isOrdinal;
  return {
    word,
    key,
    isNumber: NUMBER.test(word),
    isName,
    isOrdinal,
    isSmall: SMALL.has(key),
    isUnit: isUnitWord(key),
    isBeforeStreet: isBeforeStreet(key),
    isAfterStreet: isAfterStreet(key),
    hasStreetEnding: hasStreetEnding(key),
    beginsCountry: (isName || word.toLowerCase() === 'the') && beginsCountry(word),
    isJapanese: isJapanese(key),
    endsSentence: /^\p{L}{6,}\.$/u.test(word),
    code: /^[A-Z\d-]{2,11}$/.test(plain) ? plain : undefined,
  };
}

/** Japan's municipalities in Latin letters. */
function isJapanese(key: string): boolean {
  const [, name, suffix] = /^(.{2,24})(-(?:ku|shi|gun))$/.exec(key) ?? [];
  return name !== undefined && isMunicipalityRomaji(name, suffix as '-ku' | '-shi' | '-gun');
}

/** `No:5 Kat:2`, as Turkish addresses have it: the colon stands for a blank. */
const NUMBERED = /^(?:no|nr|kat|daire|da?|blok|apt)$/;

function gapBefore(before: Token | undefined, gap: string, word: string): Gap {
  if (before === undefined) return 'stop';
  const isNumbered = /^ ?: ?$/.test(gap) && NUMBERED.test(before.key) && /^\d/.test(word);
  return isNumbered ? 'blank' : gapOf(gap);
}

function gapOf(gap: string): Gap {
  if (BLANK.test(gap)) return gap.includes('), ') ? 'comma' : 'blank';
  if (COMMA.test(gap)) return 'comma';
  return LINE.test(gap) ? 'line' : 'stop';
}

const NUMBER =
  /^(?:[#№] ?)?\d{1,6}(?:[-–/#]\d{1,5}){0,4}(?:[-/]?\p{L})?[.½]?$|^s\/n$|^n[°ºr]\.?\d{1,5}$/iu;
const NAME = /^(?:[\p{Lu}\p{Lt}\p{Lo}]|[dl]['’]\p{Lu})/u;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|er|[eºª]|ème|-(?:gil|ro))$/i;

/** 7th, 1er, 3º, 87-gil: a part of a name. */
export const isOrdinal = (token: Token): boolean => token.isOrdinal;

/** Kinds of areas, which stand behind their names. */
const AREAS = new Set(
  (
    'province district state region county city municipality prefecture oblast ' +
    'обл область район край сельсовет поселение сельское'
  ).split(' '),
);

/** `Khanh Hoa province 48058` */
export const isAreaWord = ({ key }: Token): boolean => AREAS.has(key);

const SMALL = new Set(
  (
    'of the on upon in le under by de du des la las les los del della delle dei degli da das do dos e y i und ' +
    'der den dem am an im zum zur van ter ten het sur sous aux en el al bin ibn und och og ja a à d l s av von ' +
    'od i nad u es nouvelle и на над г с п пос дер р-н'
  )
    .split(' ')
    .concat(...AREAS),
);

/** Small words inside names: `Rue de la Paix`, `Stratford upon Avon`. */
export const isSmallWord = (token: Token): boolean => token.isSmall;
