import type { Evidence } from '../../evidence.ts';
import { isZipOfState, stateCode } from '../../gazetteer/united-states.ts';
import type { Judgement } from '../../rule.ts';
import { areNames, isParted } from './capitalised.ts';
import type { Lookback } from './western.ts';

/** State (TX, D.C., N.Y., California) right before the ZIP code. */
const STATE = /[\s,]([A-Z]\.? ?[A-Z]\.?|[A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,12})?)[ ,]{1,2}$/;
/** Words that streets are named with (USPS Publication 28, appendix C1), spelt out or short. */
const STREET =
  /\b(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|blvd|boulevard|dr(?:ive)?|ln|lane|ct|court|pl(?:ace)?|way|ter(?:race)?|cir(?:cle)?|hwy|highway|pkwy|parkway|sq(?:uare)?|trl|trail|plz|plaza|loop|run|row|broadway|turnpike|tpke|expy|expressway|alley|aly|path|pike|box)\b/i;
/** House number, a range of them (1036-1038), a grid number (99-40), ½. */
const HOUSE = /(?<![\w.,$#%-])(?:P\.? ?O\.? Box )?\d{1,6}(?:-\d{1,6})?[A-Z]?(?: 1\/2|½)?[ ,]/g;
/** `1 Example Ave NW, Springfield, ZZ 00000-0000`: from house number to ZIP code. */
export function judgeUnitedStates({ text, from, code }: Lookback): Judgement | undefined {
  const state = STATE.exec(text.slice(Math.max(from, code - 30), code));
  const name = state === null ? undefined : stateCode(state[1]!);
  if (state === null || name === undefined) return undefined;
  const stateStart = code - (state[0].length - 1);
  const start = houseStart(text.slice(from, stateStart));
  if (start < 0) return undefined;
  const body = text.slice(from + start, stateStart);
  const evidence: Evidence[] = [{ code: 'house-number' }];
  if (STREET.test(body)) evidence.push({ code: 'street-type' });
  else if (!isParted(body)) return undefined;
  if (isZipOfState(text.slice(code, code + 5), name)) evidence.push({ code: 'corroborated' });
  const end = code + (/^\d{5}-\d{4}(?!\d)/.test(text.slice(code, code + 11)) ? 10 : 5);
  return { start: from + start, end, evidence, region: 'US' };
}

/** The nearest house number from which names only lead to the state. */
function houseStart(before: string): number {
  let start = -1;
  for (const { index, 0: house } of before.matchAll(HOUSE)) {
    const body = before.slice(index + house.length);
    if (areNames(body) && (start < 0 || STREET.test(body))) start = index;
  }
  return start;
}
