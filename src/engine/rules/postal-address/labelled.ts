import { placeAt } from '../../gazetteer/place.ts';
import type { Judgement, Slice } from '../../rule.ts';
import { buildingEnd } from './building.ts';
import { townAt } from './town.ts';

const LONGEST = 100;
const NUMBER_AND_STREET =
  /^\d{1,6}(?:-\d{1,5})?[A-Z]?,? (?:[A-Z\d][\w.'’-]* ){0,4}(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|blvd|boulevard|dr(?:ive)?|ln|lane|ct|court|pl(?:ace)?|way|ter(?:race)?|crescent|close|hwy|highway|pkwy|parkway|sq(?:uare)?)\b\.?(?:,? (?:apt|apartment|unit|suite|ste|flat|#)\.? ?#?\w{1,6})?/i;
const STREET_AND_NUMBER =
  /^(?:\p{Lu}[\p{L}.'-]* ){0,3}[\p{L}.'-]{0,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer) ?\d{1,4} ?[a-z]?(?![\p{L}\d])/iu;
const NUMBER_AND_RUE =
  /^\d{1,4} ?(?:bis|ter|[A-D])?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai|route|cours|square)(?: [\p{L}\d'’-]+){1,6}/iu;

/**
 * The value behind `住所：` or `Address:` where no field is known: street and house number without
 * municipality. With a municipality or a postal code the other ways find it.
 */
export function judgeLabelled({ folded, text, start, end }: Slice): Judgement | undefined {
  const at = start + (/^[ \t]*/.exec(folded.slice(start, start + 8))?.[0].length ?? 0);
  const limit = Math.min(end, at + LONGEST);
  if (placeAt(folded, at) !== undefined) return undefined;
  const town = townAt(folded, at, limit);
  if (town !== undefined && town.end > town.start && /^(?:unit|chain)$/.test(town.house.strength)) {
    return found(at, buildingEnd(folded, town.house.end, limit), 'JP');
  }
  const value = text.slice(at, limit);
  const street = NUMBER_AND_STREET.exec(value) ?? STREET_AND_NUMBER.exec(value);
  const western = street ?? NUMBER_AND_RUE.exec(value);
  return western === null ? undefined : found(at, at + western[0].length);
}

function found(start: number, end: number, region?: string): Judgement {
  const evidence = [{ code: 'hotword' }, { code: 'house-number' }] as const;
  return region === undefined ? { start, end, evidence } : { start, end, evidence, region };
}
