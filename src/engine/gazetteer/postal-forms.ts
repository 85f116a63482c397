import { lazy } from './lazy.ts';
import { isPostcodeArea } from './united-kingdom.ts';

/**
 * Forms of postal codes (Universal Postal Union, Postal addressing systems; Google's
 * libaddressinput): `9` a digit, `A` a letter, `*` either, a blank where one may stand.
 */
const FORMS =
  'AF AL AM AR AT AU AZ BD BE BG CC CH CV CX CY DK ET GE GL GW HM HT HU LI LR LU LV MD MK MZ NE NF NO NP ' +
  'NZ PH PY SI SJ TN TZ VE ZA LB:9999;' +
  'AS AX BA BL BT CR CU DE DO DZ EE EG EH ES FI FM FR GF GP GT GU HN HR ID IL IQ IT JO KE KH KR KW LA LK ' +
  'LT LY MA MC ME MF MH MM MN MP MQ MV MX MY NC NI NP PE PF PG PK PM PR PW RE RS SA SD SM SN SO SV TH TR ' +
  'TW UA US UY VA VI VN WF XK YT ZM:99999;' +
  'BY CN CO EC IN KG KZ NG RO RU SG TJ TM TW UZ VN:999999;' +
  'BH FO GN IQ IS LS MG NP OM PG SC TW:999;BH OM:9999;CZ GR SE SK:999 99;CL IL:9999999;CL:999-9999;' +
  'AS FM GU MH MP PR PW US VI:99999-9999;SA:99999-9999;BR:99999-999;BR:99999999;CA:A9A 9A9;CA:A9A-9A9;NP:999;IL:99999;' +
  'NL:9999 AA;PL:99-999;PT:9999-999;JP:999-9999;KR:999-999;IR:9999999999;IR:99999-99999;' +
  'AD:AD999;AI:AI-9999;AR:A9999 AAA;AX:AX-99999;AZ:AZ9999;AZ:AZ 9999;BB:BB99999;BM:AA 99;BM:AA AA;BN:AA 9999;' +
  'EC:EC999999;EE:EE-99999;FI:FI-99999;FO:FO-999;HR:HR-99999;HT:HT9999;HT:HT 9999;IE:A9* ****;KY:KY9-9999;' +
  'LB:9999 9999;LT:LT-99999;LU:L-9999;LV:LV-9999;MC:MC-99999;MD:MD-9999;MD:MD9999;MS:MSR 9999;' +
  'MT:AAA 9999;MT:AAA 99;MU:999AA999;NI:999-999-9;SE:SE-999 99;SE:SE-99999;SI:SI-9999;SV:9999;SZ:A999;' +
  'VC:VC9999;VG:VG9999;WS:WS9999;DE:DE-99999;DE:D-99999;AT:A-9999;AT:AT-9999;CH:CH-9999;BE:B-9999;' +
  'BE:BE-9999;FR:F-99999;FR:FR-99999;DK:DK-9999;IT:I-99999;IT:IT-99999;ES:E-99999;NL:NL-9999 AA;NO:N-9999;' +
  'NO:NO-9999;CZ:CZ-999 99;SK:SK-999 99;PL:PL-99-999;LI:FL-9999;HU:H-9999;PT:PT-9999-999;UA:UA-99999';

/** Royal Mail's form, which the crown dependencies and overseas territories have too. */
const BRITISH = /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA|[A-Z]{4} ?1ZZ)$/;
const BRITISH_REGIONS = 'GB GG JE IM GI FK GS IO PN SH TC AI AC TA'.split(' ');

const MARKS: Readonly<Record<string, string>> = { 9: '9', A: 'A', '*': '*' };

const regionsByForm = lazy(() => {
  const regions = new Map<string, Set<string>>();
  for (const row of FORMS.split(';')) {
    const [names = '', form = ''] = row.split(':');
    for (const key of new Set([form, form.replaceAll(' ', '')])) {
      const known = regions.get(key) ?? new Set();
      for (const name of names.split(' ')) known.add(name);
      regions.set(key, known);
    }
  }
  return regions;
});

/** Prefixes of countries stand in a form as they are. */
const PREFIX = /^(?:[A-Z]{1,3}(?=\d)|[A-Z]{1,3}-(?=\d))/;

/**
 * The regions whose codes have this form: digits and letters of ASCII in capitals, a blank where
 * people write one. Empty where the text has the form of none.
 */
export function regionsOfPostalForm(code: string): ReadonlySet<string> {
  if (BRITISH.test(code)) return new Set(isBritish(code) ? BRITISH_REGIONS : []);
  // A blank between two numbers must be the form's own; letters are parted as people like.
  const solid = /[A-Z]/.test(code) ? code.replaceAll(' ', '') : code;
  const prefix = PREFIX.exec(solid)?.[0] ?? '';
  const rest = solid.slice(prefix.length).replace(/\d/g, MARKS['9']!).replace(/[A-Z]/g, 'A');
  const all = new Set<string>();
  const bare = solid.replace(/\d/g, '9').replace(/[A-Z]/g, 'A');
  for (const form of [prefix + rest, bare]) {
    for (const region of regionsByForm().get(form) ?? []) all.add(region);
  }
  if (/^[A-Z]\d[\dW][A-Z\d]{4}$/.test(solid)) all.add('IE');
  return all;
}

/** Is the area one of Royal Mail's, or the code one of an overseas territory's? */
const isBritish = (code: string) => /1ZZ$/.test(code) || isPostcodeArea(code);

/** Codes of so many figures that a street or a building has one of its own. */
const FINE = new Set('GB CA NL IE BR PT JP IR'.split(' '));

/** Does the code tell a street or a house? */
export function isFinePostalForm(code: string): boolean {
  const regions = regionsOfPostalForm(code);
  return code.length > 5 && /[A-Z-]/.test(code) && [...regions].some((region) => FINE.has(region));
}
