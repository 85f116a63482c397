/** What stands between a token and the one before it. */
export type Gap = 'blank' | 'comma' | 'line' | 'stop';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** As it stands. */
  readonly word: string;
  /** In small letters, without a point at its end. */
  readonly key: string;
  readonly gap: Gap;
  /** A house number, as `N`, `Na`, `N-N`, `N/N`, `N#N-N`, `#N`, `N½`, `s/n`, `N号`. */
  readonly isNumber: boolean;
  /** A word with a capital, or of a script without small letters. */
  readonly isName: boolean;
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
  const part = text.slice(from, to);
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: word, index } of part.matchAll(WORD)) {
    const end = index + word.length;
    tokens.push({
      start: from + index,
      end: from + end,
      word,
      key: word.replace(/\.$/, '').toLowerCase(),
      gap: gapBefore(tokens.at(-1), part.slice(last, index), word),
      isNumber: NUMBER.test(word),
      isName: NAME.test(word) || ORDINAL.test(word),
    });
    last = end;
  }
  return tokens;
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
export const isOrdinal = ({ word }: Token): boolean => ORDINAL.test(word);

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
export const isSmallWord = ({ key }: Token): boolean => SMALL.has(key);
