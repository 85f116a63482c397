import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { addressCells } from './cells.ts';
import { judgeMunicipality } from './japan.ts';
import { judgeLabelled } from './labelled.ts';
import { NAMES } from './names.ts';
import { judgeRomaji } from './romaji.ts';
import { judgeTyped } from './typed.ts';
import { judgeWestern } from './western.ts';
import { judgeWorld } from './world/index.ts';
import { NUMBERED } from './world/street-words.ts';
import { countryNames, countryOf } from '../../gazetteer/countries.ts';
import { isMunicipalSuffix, MUNICIPAL_SUFFIXES } from '../../gazetteer/municipal-suffixes.ts';

/** Last characters of a municipality's name. */
const KANJI = ['市', '区', '町', '村'];
/** A candidate of the kernel's `zip`: a postal code, a part of it, or the state with it. */
const ZIP =
  /^(?:[A-Z]{2}[ ,]{1,2})?\d{5}(?:-\d{4})?(?: [A-Z])?$|^(?:[A-Z]{1,2}\d[A-Z\d]? ?)?\d[A-Z]{2}$/;

/** A candidate of the kernel's `numbered`: a run of digits. */
const NUMBER = /^\d[\d ./()-]{0,40}$/;

export const postalAddress = defineRule({
  id: 'postal-address',
  category: 'location',
  severity: 'warning',
  messages: { en: 'Postal address', ja: '住所' },
  names: NAMES,
  prior: -0.5,
  anchors: ['zip', 'label', 'numbered', 'listed'],
  literals: [...KANJI, ...MUNICIPAL_SUFFIXES],
  column: { chance: 0.05 },
  numbered: NUMBERED,
  listed: countryNames,
  cells: addressCells,
  *judge(slice: Slice, context: Context): Iterable<Judgement> {
    const judgement = judge(slice, context);
    if (judgement !== undefined && !isMasked(slice.text, judgement)) yield judgement;
  },
});

function judge(slice: Slice, context: Context): Judgement | undefined {
  const { text, folded, start, end } = slice;
  const candidate = text.slice(start, Math.min(end, start + 20));
  if (KANJI.includes(candidate)) return judgeMunicipality(slice, context);
  if (isMunicipalSuffix(candidate.toLowerCase())) return judgeRomaji(slice, context);
  if (context.typed && isWholeField(slice, context)) return judgeTyped(slice);
  if (ZIP.test(candidate)) {
    return judgeWestern(slice, context.field?.start ?? 0) ?? judgeWorld(slice, context);
  }
  if (NUMBER.test(folded.slice(start, end)) || countryOf(text.slice(start, end)) !== undefined) {
    return judgeWorld(slice, context);
  }
  return judgeLabelled(slice);
}

/** Is the candidate all of its field, and no word or number in it? */
function isWholeField({ start, end }: Slice, { field }: Context): boolean {
  return field !== undefined && start <= field.start && end >= field.end;
}

/** Somebody has masked it already: 東京都新宿区****, ●●, ○○町. */
function isMasked(text: string, { start, end }: Judgement): boolean {
  return /[*●○〇◯■×✕]{2}|\*/.test(text.slice(start, end));
}
