import { STEMS } from './names.ts';

/** How far a hotword may stand from its number, in UTF-16 units. */
const REACH = 40;

/** A hotword on the line of a number. */
export interface Hotword {
  /** Do only words for "number" and signs stand between? */
  readonly tight: boolean;
  /** Does a sign stand between that begins something new: the next cell, field or tag? */
  readonly apart: boolean;
}

/** A stem with its ending, which many languages put on (`паспорта`, `paszportu`, `…nummer`). */
const STEM_SOURCE = `(?<![A-Za-z\\d])(?:${STEMS.join('|')})[\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}]{0,7}`;
const FIRST_STEM = new RegExp(STEM_SOURCE, 'iu');
const STEMS_OF_LINE = new RegExp(STEM_SOURCE, 'giu');

/** Words that may stand between "passport" and its number; between kanji there are no blanks. */
const FILLING =
  /(?<![\p{L}\p{N}])(?:nummern?|numbers?|num[eé]ro|número|numer|num|nos?|nr|nº|id|code|card|holder|details|is|ist|es|est|[èen]|mi|mein|my|of|the|de|del|di|du|do|der|номер|document_?(?:number|no|nr|id)|value)(?![\p{L}\p{N}])|番号|ナンバー|号码|號碼|번호|[№のはが号號는은]/giu;

/** The last hotword on the same line before an index, not before `floor`. */
export function hotwordBefore(text: string, index: number, floor: number): Hotword | undefined {
  const reach = text.slice(Math.max(floor, index - REACH, 0), index);
  const line = reach.slice(reach.lastIndexOf('\n') + 1);
  let end = -1;
  for (const match of line.matchAll(STEMS_OF_LINE)) end = match.index + match[0].length;
  return end < 0 ? undefined : hotword(line.slice(end));
}

/** The first hotword on the same line behind an index: `… is my passport number`, `… (passport)`. */
export function hotwordAfter(text: string, index: number): Hotword | undefined {
  const line = /^.*/.exec(text.slice(index, index + REACH))![0];
  const match = FIRST_STEM.exec(line);
  return match === null ? undefined : hotword(line.slice(0, match.index));
}

function hotword(between: string): Hotword {
  const rest = between.replace(FILLING, '');
  return { tight: !/[\p{L}\p{N}]/u.test(rest), apart: /[,;|\t}<>、，；]/.test(between) };
}
