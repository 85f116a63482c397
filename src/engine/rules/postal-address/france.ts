import type { Judgement } from '../../rule.ts';
import { placeNameEnd } from './place-name.ts';
import type { Lookback } from './western.ts';

/** House number (12, 12 bis, 12B, 12-14), kind of street, its name, up to the postal code. */
const STREET =
  /(?<![\p{L}\d])\d{1,4}(?:[-/]\d{1,4})? ?(?:bis|ter|quater|[A-D])?,? (?:rue|avenue|av\.?|ave|boulevard|bd\.?|blvd|place|pl\.|chemin|ch\.|impasse|allée|allées|quai|route|rte|cours|square|passage|faubourg|fbg|villa|sentier|ruelle|rond-point|résidence|lotissement|esplanade|promenade|montée|cité|hameau|traverse)\b[\p{L}\d .,'’\n-]{2,80}?(?:[, ]{1,2}|\n[ \t*#/]{0,8})(?:F-)?$/iu;

/** First two digits that are no department's (INSEE, code officiel géographique). */
const NO_DEPARTMENT = /00|96|99/;

/** `12 bis rue de l’Exemple, 00000 Ville Cedex 01`: from house number to city. */
export function judgeFrance({ text, from, code }: Lookback): Judgement | undefined {
  const lowest = Math.max(from, code - 120);
  const found = STREET.exec(text.slice(lowest, code));
  if (found === null) return undefined;
  if (NO_DEPARTMENT.test(text.slice(code, code + 2))) return undefined;
  const end = placeNameEnd(text, code + 6, 'FR');
  if (end < 0) return undefined;
  return {
    start: lowest + found.index,
    end,
    evidence: [{ code: 'street-type' }, { code: 'house-number' }],
    region: 'FR',
  };
}
