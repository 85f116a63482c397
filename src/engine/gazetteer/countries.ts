import { isAscii } from '../text/fold.ts';
import { COUNTRIES } from './countries.generated.ts';
import { lazy } from './lazy.ts';

/** Names that addresses use besides those of CLDR: older, shorter, official, of a part. */
const OTHER_NAMES =
  'AE:UAE|U.A.E.;AX:Åland;BA:Bosnia;BN:Brunei Darussalam;BQ:Bonaire;BS:The Bahamas;CD:DR Congo;' +
  'CG:Republic of the Congo;CI:Ivory Coast;CN:P.R. China|PR China|P.R.C.|PRC|中國|中华人民共和国;' +
  'CV:Cape Verde;CZ:Czech Republic|Česká republika;FM:Federated States of Micronesia;' +
  'FR:République française;GB:UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland;' +
  'GF:French Guiana;GM:The Gambia;GR:Hellas|Greece;HK:Hongkong;IE:Republic of Ireland|Éire|Eire;' +
  'KN:Saint Kitts and Nevis|St. Kitts and Nevis;KR:Korea|Republic of Korea|Rep. of Korea|S. Korea|한국;' +
  'LA:Lao PDR;LB:الجمهورية اللبنانية;LC:Saint Lucia;MD:Republic of Moldova;MK:Macedonia;MM:Burma;' +
  'MO:Macau;MX:Méjico;NL:The Netherlands|Holland;NZ:Aotearoa;OM:سلطنة عمان;PH:Pilipinas;' +
  'RU:Russian Federation|Российская Федерация;SA:KSA;SH:Saint Helena|St Helena;ST:São Tomé;' +
  'SY:Syrian Arab Republic;SZ:Swaziland;TF:Terres australes et antarctiques françaises;' +
  'TL:East Timor;TR:Turkey|Turkiye;TT:Trinidad;TW:中華民國|臺灣|Taiwan R.O.C.;TZ:United Republic of Tanzania;' +
  'US:United States of America|U.S.A.|U.S.|US;VA:Vatican;VC:St. Vincent;VI:US Virgin Islands;' +
  'VN:Viet Nam|Việt Nam;YE:اليمن;ZA:RSA;DE:Deutschland;AT:Oesterreich|Osterreich;CH:Schweiz|Suisse|Svizzera';

interface Name {
  readonly name: string;
  readonly region: string;
}

/** Names as they are compared: small letters, no accents over Latin ones, `&` for `and`. */
function keyOf(name: string): string {
  const plain = isAscii(name) ? name : name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain
    .replace(/ and(?= |$)/gi, ' &')
    .replace(/’/g, "'")
    .toLowerCase();
}

const names = lazy((): readonly Name[] =>
  `${COUNTRIES};${OTHER_NAMES}`.split(';').flatMap((row) =>
    row
      .slice(3)
      .split('|')
      .map((name) => ({ name, region: row.slice(0, 2) })),
  ),
);

const regions = lazy(() => new Map(names().map(({ name, region }) => [keyOf(name), region])));

/** The names with their last words left off one by one. */
const beginnings = lazy(() => {
  const all = new Set<string>();
  for (const key of regions().keys()) {
    for (let at = key.length; at > 0; at = key.lastIndexOf(' ', at - 1)) {
      all.add(withoutSign(key.slice(0, at)));
    }
  }
  return all;
});

const withoutSign = (key: string) => key.replace(/[.)]$/, '');

/** Does the name of a country begin with these words, or is it they? Few words are any's. */
export const beginsCountry = (words: string): boolean =>
  beginnings().has(withoutSign(keyOf(words)));

/** All names of countries, for the kernel; at least three bytes each. */
export function countryNames(): readonly string[] {
  const encoder = new TextEncoder();
  return names().flatMap(({ name }) =>
    name.length > 2 || encoder.encode(name).length > 2 ? [name] : [],
  );
}

/** ISO 3166-1 alpha-2 code of a country's name, in whatever case, or undefined. */
export function countryOf(name: string): string | undefined {
  return regions().get(keyOf(name));
}
