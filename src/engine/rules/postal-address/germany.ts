import type { Judgement } from '../../rule.ts';
import { placeNameEnd } from './place-name.ts';
import type { Lookback } from './western.ts';

/** House number (12, 12a, 12-14, 12/3) right before the postal code or on the line above. */
const HOUSE =
  /(?<=[\p{L}.] )\d{1,4}(?: ?[a-z])?(?:[-/]\d{1,4}[a-z]?)?(?:,? |,?[ \t]{0,4}\r?\n[ \t*#/]{0,8})(?:DE?-)?$/iu;
/** Last part of the last word of most streets. */
const STREET_END =
  /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|stieg|pfad|graben|promenade|brücke|siedlung|winkel|hof|höhe|berg|kamp|tor|wall)$/i;
/** First word of the others: Am Markt, Unter den Linden, Platz der Republik. */
const STREET_BEGINNING =
  /^(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Hinter|Vor|Bei|Platz|Straße|Strasse|Allee)$/;
/** First two digits that Deutsche Post has not given out. */
const NO_REGION = /00|05|43|62/;
const NAME = /^\p{Lu}[\p{L}.'-]*$/u;
const LINK = /^(?:de[rmns]|am|im|an|von|zu[mr]?|und)$/;

/**
 * `Beispielstraße 1, 00000 Musterstadt`: from the street, behind which the house number stands, to
 * the city.
 */
export function judgeGermany({ text, from, code }: Lookback): Judgement | undefined {
  const lowest = Math.max(from, code - 100);
  const found = HOUSE.exec(text.slice(lowest, code));
  if (found === null) return undefined;
  if (NO_REGION.test(text.slice(code, code + 2))) return undefined;
  const end = placeNameEnd(text, code + 6, 'DE');
  const street = streetBefore(text.slice(lowest, lowest + found.index - 1));
  if (end < 0 || street === 0) return undefined;
  return {
    start: lowest + found.index - 1 - street,
    end,
    evidence: [{ code: 'street-type' }, { code: 'house-number' }],
    region: 'DE',
  };
}

/** How many characters at the end of the text are a street's name. */
function streetBefore(text: string): number {
  const words = (text.split(/[\n,;:"'()|<>\t=]/).pop() ?? '').split(' ').slice(-5);
  while (words.length > 1 && !NAME.test(words[0]!)) words.shift();
  const from = words.findLastIndex((word) => !NAME.test(word) && !LINK.test(word)) + 1;
  const name = words.slice(from);
  while (name.length > 0 && LINK.test(name[0]!)) name.shift();
  if (name.length === 0 || !NAME.test(name[0]!)) return 0;
  if (STREET_END.test(name[name.length - 1]!)) return name.join(' ').length;
  const begin = name.findIndex((word) => STREET_BEGINNING.test(word));
  return begin < 0 ? 0 : name.slice(begin).join(' ').length;
}
