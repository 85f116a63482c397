import { mrzCheckDigit } from '../../engine/checks/mrz.ts';
import { choiceOf } from '../number-hash.ts';
import { linesOf, starred, type Line, type Unit } from '../units.ts';
import type { Masks } from './masks.ts';

/** `P<JPN****<<****<<<`: kind of document and issuing state stay. */
export const passportMrz: Masks = {
  placeholder: '[MRZ]',
  partial(value) {
    const lines = linesOf(value);
    return lines
      .map(({ lead, units }, index) => {
        const isFirst = index === 0 && /^[PIACV]/.test(textOf(units));
        return lead + starred(units, (_, at) => isFirst && at < 5);
      })
      .join('');
  },
  standIn(value) {
    const lines = linesOf(value);
    const texts = lines.map(({ units }) => textOf(units));
    if (texts.some(isUtopian)) return value;
    const specimen = specimenOf(texts, lines.length > 1 ? choiceOf('passport-mrz', value) : 0);
    return specimen && written(lines, specimen);
  },
};

/** Issued by Utopia or to one of its citizens: nobody's already. */
function isUtopian(line: string): boolean {
  if (line.length !== 30 && line.length !== 36 && line.length !== 44) return false;
  const places = line.length === 30 ? [2, 15] : [2, 10];
  return places.some((place) => line.slice(place, place + 3) === 'UTO');
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ character }) => character).join('');
}

/** Writes other lines in the places of the old; a filler keeps its escape (`&lt;`). */
function written(lines: readonly Line[], texts: readonly string[]): string {
  const filler = lines
    .flatMap(({ units }) => units)
    .find(({ character }) => character === '<')?.text;
  return lines
    .map(({ lead }, index) => lead + texts[index]!.replaceAll('<', filler ?? '<'))
    .join('');
}

const check = (data: string) => String(mrzCheckDigit(data) ?? 0);

/** A zone that Utopia, the state of the specimens of ICAO Doc 9303, issued to nobody. */
function specimenOf(lines: readonly string[], choice: number): string[] | undefined {
  const widths = new Set(lines.map(({ length }) => length));
  const [width = 0] = widths;
  if (widths.size !== 1) return undefined;
  const number = `L0000${String(choice).padStart(4, '0')}`;
  if (width === 30) return identityCard(lines, number);
  if (width !== 36 && width !== 44) return undefined;
  if (lines.length > 2) return undefined;
  const first = (code: string) => `${code}UTOSPECIMEN<<SAMPLE`.padEnd(width, '<');
  const [line = '', other] = lines;
  if (other !== undefined) return [first(line.slice(0, 2)), secondLine(width, line, number)];
  // A line of its own: names begin where a second line has a digit.
  return /^[PVIAC][A-Z<]{4}/.test(line)
    ? [first(line.slice(0, 2))]
    : [secondLine(width, 'P', number)];
}

const BIRTH = '740812';
const EXPIRY = '120415';

/** Doc 9303 part 4 (TD3), part 6 (TD2) and part 7 (visas, which have no composite digit). */
function secondLine(width: number, firstLine: string, number: string): string {
  const head = `${number}${check(number)}UTO${BIRTH}${check(BIRTH)}<${EXPIRY}${check(EXPIRY)}`;
  if (firstLine.startsWith('V')) return head.padEnd(width, '<');
  const body = head.padEnd(width - (width === 44 ? 2 : 1), '<') + (width === 44 ? '<' : '');
  const composite = body.slice(0, 10) + body.slice(13, 20) + body.slice(21);
  return body + check(composite);
}

/** Doc 9303 part 5 (TD1). */
function identityCard(lines: readonly string[], number: string): string[] | undefined {
  const code = /^[IAC][A-Z<]/.exec(lines[0]!)?.[0] ?? 'I<';
  const first = `${code}UTO${number}${check(number)}`.padEnd(30, '<');
  const dates = `${BIRTH}${check(BIRTH)}<${EXPIRY}${check(EXPIRY)}`;
  const second = `${dates}UTO`.padEnd(29, '<');
  const composite =
    first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  const all = [first, second + check(composite), 'SPECIMEN<<SAMPLE'.padEnd(30, '<')];
  if (lines.length === 3) return all;
  if (lines.length !== 1) return undefined;
  if (/^[IAC][A-Z<]{4}/.test(lines[0]!)) return [first];
  return /^\d{6}/.test(lines[0]!) ? [all[1]!] : [all[2]!];
}
