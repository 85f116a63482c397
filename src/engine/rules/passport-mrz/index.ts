import type { Evidence } from '../../evidence.ts';
import { isStateCode, regionOfState } from '../../gazetteer/states.ts';
import { defineRule, type Context, type Slice } from '../../rule.ts';
import { isValid, type Mrz } from './parse.ts';
import { FILLERS } from './runs.ts';
import { isSpecimenName, reservedNote } from './specimens.ts';
import { firstPlace, zoneAt, type Zone } from './zone.ts';

/**
 * Two fillers in a row stand in nearly every line. Alone they are C++'s shift and the shell's
 * here-document, hence the third character: a filler, or the letter that begins the given names.
 */
const ANCHORS = [
  '<<<',
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `<<${letter}`),
  '\uff1c\uff1c',
  ...FILLERS.slice(1).map((filler) => filler + filler),
];

/** Machine-readable zones of passports, identity cards and visas (ICAO Doc 9303 parts 3–7). */
export const passportMrz = defineRule({
  id: 'passport-mrz',
  category: 'identity-document',
  severity: 'error',
  names: [
    'mrz',
    'passport mrz',
    'mrz line',
    'mrz lines',
    'mrz code',
    'mrz text',
    'mrz data',
    'mrz string',
    'mrz raw',
    'raw mrz',
    'machine readable zone',
    '機械読取領域',
    '機械読取部',
    '機械可読領域',
  ],
  messages: {
    en: 'Machine-readable zone of a travel document',
    ja: '旅券などの機械読取領域（MRZ）',
  },
  prior: 1,
  anchors: ['label'],
  literals: ANCHORS,
  column: { chance: 0.001 },
  *judge(slice, context) {
    const zone = zoneAt(slice.folded, placeOf(slice, context));
    if (zone === undefined) return;
    const evidence = evidenceFor(zone, context);
    const region = regionOfState(zone.state);
    for (const [start, end] of rangesOf(zone, slice, context)) {
      yield { start, end, evidence, ...(region !== undefined && { region }) };
    }
  },
});

const LONGEST_LITERAL = Math.max(...ANCHORS.map(({ length }) => length));

/** Where to look: at the literal, or at the begin of a value. */
function placeOf({ folded, start, end }: Slice, { typed }: Context): number {
  return typed || end - start > LONGEST_LITERAL ? firstPlace(folded, start, end) : start;
}

/**
 * From the first character of the first line to the last of the last one; line by line where the
 * lines are values of their own: under keys, in cells of a table.
 */
function rangesOf({ lines, keyed }: Zone, slice: Slice, context: Context): [number, number][] {
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  if (!keyed && !leavesField(start, end, slice, context)) return [[start, end]];
  return lines.map((line) => [line.start, line.end]);
}

/** Of an assignment's value only the candidate itself is known, which says nothing of its end. */
function leavesField(start: number, end: number, slice: Slice, { field, typed }: Context): boolean {
  if (field === undefined) return false;
  if (!typed && field.start === slice.start && field.end === slice.end) return false;
  return start < field.start || end > field.end;
}

function evidenceFor(zone: Zone, { typed }: Context): Evidence[] {
  const { mrz, state, holder } = zone;
  const reserved = reservedNote(zone);
  const evidence: Evidence[] = [];
  if (reserved !== undefined) evidence.push({ code: 'reserved', note: reserved });
  if (mrz !== undefined) evidence.push(...checksOf(mrz));
  if (isSpecimenName(holder)) evidence.push({ code: 'dummy', note: 'name of a specimen' });
  const known = isStateCode(state) && (mrz === undefined || isStateCode(mrz.nationality));
  if (!known && reserved === undefined) evidence.push({ code: 'unassigned', note: 'state code' });
  // A real state adds nothing to a number that is refuted, or to a misread one in a typed field:
  // neither may become certain.
  const speaks = mrz === undefined || (isValid(mrz) && !(mrz.misread && typed));
  if (known && speaks) evidence.push({ code: 'allocated', note: 'state code' });
  return evidence;
}

function checksOf(mrz: Mrz): Evidence[] {
  const refuted: Evidence = { code: 'refuted', note: 'ICAO 9303 check digits' };
  if (!isValid(mrz)) return [refuted];
  const agrees: Evidence = { code: 'check-digit', note: `ICAO 9303 ${mrz.format}` };
  if (!mrz.misread) return [agrees];
  return [agrees, { code: 'misread', note: 'letters and digits mixed up' }, refuted];
}
