/** A date as it is written, with its place in the text. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  /** Year of the Common Era. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Does the calendar, and the era, have that day? */
  readonly exists: boolean;
}

interface Era {
  /** Year of the Common Era before its first. */
  readonly base: number;
  /** First and last day as yyyymmdd. */
  readonly from: number;
  readonly to: number;
}

/** Japan's eras by their initial: Cabinet orders of the changes; Meiji by the solar calendar. */
const ERAS: Readonly<Record<string, Era>> = {
  M: { base: 1867, from: 18680125, to: 19120730 },
  T: { base: 1911, from: 19120730, to: 19261225 },
  S: { base: 1925, from: 19261225, to: 19890107 },
  H: { base: 1988, from: 19890108, to: 20190430 },
  R: { base: 2018, from: 20190501, to: 99991231 },
};

const INITIALS: Readonly<Record<string, string>> = {
  明治: 'M',
  大正: 'T',
  昭和: 'S',
  平成: 'H',
  令和: 'R',
  '㍾': 'M',
  '㍽': 'T',
  '㍼': 'S',
  '㍻': 'H',
  '㋿': 'R',
  明: 'M',
  大: 'T',
  昭: 'S',
  平: 'H',
  令: 'R',
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `昭和64年1月7日`, `S64.1.7`, `令和元年 5月 1日`, `平1/2/3`. */
const JAPANESE =
  /(明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿明大昭平令MTSHR])[ .]{0,2}(\d{1,2}|元)(?: {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日|([./-])(\d{1,2})\5(\d{1,2})(?![\d./-]))/iy;
/** ISO 8601 and its relatives: `1990-01-02`, `1990/1/2`, `1990.1.2`, `1990年1月2日`. */
const YEAR_FIRST =
  /(\d{4})(?: {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日|([./-] ?)(\d{1,2})\4(\d{1,2})(?![\d/-]))/y;
/** ISO 8601 basic format: `19900102`. */
const SOLID = /((?:1[89]|20)\d\d)(\d\d)(\d\d)(?!\d)/y;
/** `31.12.1990`, `12/31/1990`: which is the month shows only past twelve. */
const YEAR_LAST = /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])/y;
/** `2 January 1990`, `Jan 2, 1990`. */
const DAY_MONTH = /(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/iy;
const MONTH_DAY = /([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iy;

type Reader = (text: string, at: number) => WrittenDate | undefined;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const READERS: readonly Reader[] = [
  (text, at) => {
    const match = matchAt(JAPANESE, text, at);
    if (match === null) return undefined;
    const [whole, name, count, month, day, , otherMonth, otherDay] = match;
    const era = ERAS[INITIALS[name!] ?? name!.toUpperCase()]!;
    const year = era.base + (count === '元' ? 1 : Number(count));
    const numbers = [year, Number(month ?? otherMonth), Number(day ?? otherDay)] as const;
    const date = dateOf(at, whole, ...numbers);
    const number = year * 10000 + date.month * 100 + date.day;
    // 昭和64年 has seven days: what comes after is 平成元年.
    return { ...date, exists: date.exists && number >= era.from && number <= era.to };
  },
  (text, at) => {
    const match = matchAt(YEAR_FIRST, text, at);
    if (match === null) return undefined;
    const [whole, year, month, day, , otherMonth, otherDay] = match;
    return dateOf(at, whole, Number(year), Number(month ?? otherMonth), Number(day ?? otherDay));
  },
  (text, at) => {
    const match = matchAt(SOLID, text, at);
    if (match === null) return undefined;
    return dateOf(at, match[0], Number(match[1]), Number(match[2]), Number(match[3]));
  },
  (text, at) => {
    const match = matchAt(YEAR_LAST, text, at);
    if (match === null) return undefined;
    const [whole, first, , second, year] = match;
    const american = dateOf(at, whole, Number(year), Number(first), Number(second));
    return american.exists
      ? american
      : dateOf(at, whole, Number(year), Number(second), Number(first));
  },
  (text, at) => {
    const match = matchAt(DAY_MONTH, text, at);
    if (match === null) return undefined;
    const month = monthOf(match[2]!);
    return month === undefined
      ? undefined
      : dateOf(at, match[0], Number(match[3]), month, Number(match[1]));
  },
  (text, at) => {
    const match = matchAt(MONTH_DAY, text, at);
    if (match === null) return undefined;
    const month = monthOf(match[1]!);
    return month === undefined
      ? undefined
      : dateOf(at, match[0], Number(match[3]), month, Number(match[2]));
  },
];

const FULL_MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function monthOf(word: string): number | undefined {
  if (!FULL_MONTHS.test(word)) return undefined;
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function dateOf(
  start: number,
  whole: string,
  year: number,
  month: number,
  day: number,
): WrittenDate {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return { start, end: start + whole.length, year, month, day, exists };
}

export function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date that begins at `at` of a folded text, in any of the ways to write one. */
export function dateAt(text: string, at: number): WrittenDate | undefined {
  for (const read of READERS) {
    const date = read(text, at);
    if (date !== undefined) return date;
  }
  return undefined;
}
