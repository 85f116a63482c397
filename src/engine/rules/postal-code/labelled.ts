import type { Evidence } from '../../evidence.ts';
import { regionsOfPostalForm } from '../../gazetteer/postal-forms.ts';
import { labelBefore } from '../../label-before.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';

/** Letters and digits in the ways of the Universal Postal Union, and five or six digits. */
const CODE =
  /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|\d{4} ?[A-Z]{2}|\d{5}(?:-\d{4})?|\d{6}|\d{2}-\d{3}|\d{3} \d{2})(?![\p{L}\d_%-]|[.,:/]\d)/uy;
/** What may stand between the beginning of a code and the candidate inside of it. */
const LONGEST_BEGINNING = 5;

/** `zip` alone says a file more often. */
const CODE_WORDS: readonly string[] = [
  'postal code',
  'post code',
  'postcode',
  'zip code',
  'zipcode',
  'plz',
  'postleitzahl',
  'code postal',
  'código postal',
  'codigo postal',
];

const ADDRESS_WORDS: readonly string[] = [
  'address',
  'addr',
  ...['live', 'lives', 'living', 'lived', 'reside', 'resides', 'residing', 'moved'].flatMap(
    (verb) => ['at', 'in', 'to'].map((where) => `${verb} ${where}`),
  ),
];

const HOTWORD: Evidence = { code: 'hotword' };
const FORM: Evidence = { code: 'grouping' };
const OTHER_REGION: Evidence = { code: 'other-region' };

/**
 * A code of another country right behind a word for it; one of Britain behind a word for addresses
 * too, for it tells a few houses. Letters in it say that it is one; digits want a country of the
 * policy.
 */
export function judgeLabelled(slice: Slice, { options }: Context): Judgement | undefined {
  const { folded } = slice;
  const first = Math.max(0, slice.start - LONGEST_BEGINNING);
  for (let start = first; start <= slice.start + 1; start++) {
    const code = codeAt(folded, start);
    if (code === undefined || start + code.length <= slice.start) continue;
    const evidence = evidenceFor(folded, start, code, options.regions);
    if (evidence === undefined) continue;
    const own = ownRegion(code, options.regions);
    const region = own === undefined ? {} : { region: own };
    return { start, end: start + code.length, evidence, ...region };
  }
  return undefined;
}

/** The code whose first letter or digit stands at an index. */
function codeAt(text: string, at: number): string | undefined {
  if (/[\p{L}\d_-]/u.test(text[at - 1] ?? ' ')) return undefined;
  CODE.lastIndex = at;
  const code = CODE.exec(text)?.[0];
  return code === undefined || regionsOfPostalForm(code).size === 0 ? undefined : code;
}

function evidenceFor(
  text: string,
  start: number,
  code: string,
  regions: readonly string[],
): readonly Evidence[] | undefined {
  if (labelBefore(text, start, CODE_WORDS)) {
    if (/^0+$/.test(code)) return undefined;
    if (/[A-Z]/.test(code)) return [HOTWORD, FORM];
    return ownRegion(code, regions) === undefined ? [HOTWORD, OTHER_REGION] : [HOTWORD];
  }
  return isBritish(code) && labelBefore(text, start, ADDRESS_WORDS) ? [HOTWORD] : undefined;
}

/** With its blank, and no bytes in hexadecimal digits: an address is a memory's too. */
const isBritish = (code: string) =>
  code.includes(' ') && regionsOfPostalForm(code).has('GB') && /[G-Z]/.test(code);

/** The region of the policy that has codes of this form, or the only one that has. */
function ownRegion(code: string, regions: readonly string[]): string | undefined {
  const having = regionsOfPostalForm(code);
  if (having.has('GB')) return 'GB';
  const own = regions.find((region) => having.has(region));
  return own ?? (having.size === 1 ? [...having][0] : undefined);
}
