import { mrzCheck } from '../../checks/mrz.ts';
import { at, LAYOUTS, type MrzFormat, type MrzLayout, type Place } from './layouts.ts';
import { readings } from './misread.ts';

/** The holder's name, in Latin capitals. */
export interface Holder {
  readonly surname: string;
  readonly given: string;
}

/** What a machine-readable zone says. Personal data, all of it: never for output. */
export interface Mrz extends Holder {
  readonly format: MrzFormat;
  /** Document number without fillers. */
  readonly number: string;
  /** YYMMDD; unknown parts are fillers (`<<`). */
  readonly birthDate: string;
  /** `M`, `F`, `X` or the filler. */
  readonly sex: string;
  /** YYMMDD; empty where the format has none. */
  readonly expiry: string;
  /** State code with its fillers (`D<<`). */
  readonly issuer: string;
  readonly nationality: string;
  readonly checks: MrzChecks;
  /** Were letters read as digits, or digits as letters, to get there? */
  readonly misread: boolean;
}

/** Which check digits agree; absent where the format has none. */
export interface MrzChecks {
  readonly number: boolean;
  readonly birthDate: boolean;
  readonly expiry?: boolean;
  readonly personal?: boolean;
  readonly composite?: boolean;
}

/** Do all check digits agree? */
export function isValid({ checks }: Mrz): boolean {
  return Object.values(checks).every(Boolean);
}

/**
 * Reads lines of the right number and width by the layout that explains them best: all check
 * digits right, then right after {@link readings}, then at least the right characters in the
 * right places.
 */
export function parseLines(lines: readonly string[]): Mrz | undefined {
  let best: Mrz | undefined;
  for (const layout of LAYOUTS) {
    if (layout.lines !== lines.length || lines.some(({ length }) => length !== layout.width)) {
      continue;
    }
    const mrz = parseAs(lines, layout);
    if (mrz !== undefined && (best === undefined || rank(mrz) > rank(best))) best = mrz;
  }
  return best;
}

/**
 * Reads a second line that stands without its first: all that matters but the name. Only where
 * every check digit is right, since nothing else tells what it is.
 */
export function parseSecondLine(line: string): Mrz | undefined {
  for (const layout of LAYOUTS) {
    if (layout.width !== line.length || layout.nationality[0] !== 2 || layout.lines !== 2) continue;
    const mrz = read(['', line], layout, false);
    if (isValid(mrz) && mrz.birthDate !== '<<<<<<' && hasGrammar(['', line], layout)) return mrz;
  }
  return undefined;
}

const rank = (mrz: Mrz) => (isValid(mrz) ? 2 : 0) + (mrz.misread ? 0 : 1);

function parseAs(lines: readonly string[], layout: MrzLayout): Mrz | undefined {
  const literal = hasGrammar(lines, layout) ? read(lines, layout, false) : undefined;
  if (literal !== undefined && isValid(literal)) return literal;
  for (const reading of readings(lines, layout)) {
    if (!hasGrammar(reading, layout)) continue;
    const mrz = read(reading, layout, true);
    if (isValid(mrz)) return mrz;
  }
  return literal;
}

const LETTERS = /^[A-Z<]+$/;
const DIGIT = /^[0-9<]$/;

function hasGrammar(lines: readonly string[], layout: MrzLayout): boolean {
  const { issuer, nationality, names, birthDate, birthDigit, sex, expiry, expiryDigit } = layout;
  const digit = (place: Place | undefined) => place === undefined || DIGIT.test(at(lines, place));
  const first = lines[0]!;
  return (
    (first === '' ||
      (layout.code.test(first) &&
        LETTERS.test(at(lines, issuer)) &&
        LETTERS.test(at(lines, names)) &&
        /[A-Z]/.test(at(lines, names)))) &&
    LETTERS.test(at(lines, nationality)) &&
    /[A-Z0-9]/.test(at(lines, layout.number)) &&
    isDate(at(lines, birthDate)) &&
    (expiry === undefined || isDate(at(lines, expiry))) &&
    /^[MFX<]$/.test(at(lines, sex)) &&
    digit(birthDigit) &&
    digit(expiryDigit) &&
    digit(layout.numberDigit) &&
    digit(layout.compositeDigit)
  );
}

/** YYMMDD with a month and a day of the calendar, or fillers where they are unknown. */
function isDate(text: string): boolean {
  if (text === '<<<<<<') return true;
  const parts = /^(?:\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(text);
  if (parts === null) return false;
  const [, month, day] = parts;
  return inRange(month!, 12) && inRange(day!, 31);
}

const inRange = (text: string, last: number) =>
  text === '<<' || (Number(text) >= 1 && Number(text) <= last);

function read(lines: readonly string[], layout: MrzLayout, misread: boolean): Mrz {
  const { birthDate, birthDigit, expiry, expiryDigit, personal, personalDigit } = layout;
  const number = documentNumber(lines, layout);
  const check = (data: Place, digit: Place) => mrzCheck(at(lines, data), at(lines, digit));
  return {
    format: layout.format,
    number: number.data.replaceAll('<', ''),
    birthDate: at(lines, birthDate),
    sex: at(lines, layout.sex),
    expiry: expiry === undefined ? '' : at(lines, expiry),
    issuer: at(lines, layout.issuer),
    nationality: at(lines, layout.nationality),
    ...nameOf(lines, layout),
    checks: {
      number: mrzCheck(number.data, number.digit),
      birthDate: check(birthDate, birthDigit),
      ...(expiry && expiryDigit && { expiry: check(expiry, expiryDigit) }),
      ...(personal && personalDigit && { personal: check(personal, personalDigit) }),
      ...(layout.composite && { composite: composite(lines, layout) }),
    },
    misread,
  };
}

/**
 * Doc 9303 part 5 section 4.2.2: a number of more than nine characters has a filler for its check
 * digit and goes on in the optional field, whose last character is the check digit.
 */
function documentNumber(
  lines: readonly string[],
  { number, numberDigit, overflow }: MrzLayout,
): { data: string; digit: string } {
  const data = at(lines, number);
  const digit = at(lines, numberDigit);
  const rest = overflow === undefined ? '' : /^[^<]*/.exec(at(lines, overflow))![0];
  if (digit !== '<' || rest === '') return { data, digit };
  return { data: data + rest.slice(0, -1), digit: rest.slice(-1) };
}

function composite(lines: readonly string[], { composite, compositeDigit }: MrzLayout): boolean {
  const data = composite!.map((place) => at(lines, place)).join('');
  return mrzCheck(data, at(lines, compositeDigit!));
}

function nameOf(lines: readonly string[], { names, given }: MrzLayout): Holder {
  const holder = holderOf(at(lines, names));
  return given === undefined ? holder : { ...holder, given: clean(at(lines, given)) };
}

/** Surname and given names of a name field: two fillers divide them, one stands for a blank. */
export function holderOf(names: string): Holder {
  const [surname = '', given = ''] = names.split('<<');
  return { surname: clean(surname), given: clean(given) };
}

const clean = (name: string) => name.replaceAll('<', ' ').trim();
