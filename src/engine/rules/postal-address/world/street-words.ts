import { lazy } from '../../../gazetteer/lazy.ts';

/** Words that a language names its streets with. */
interface Language {
  readonly language: string;
  /** Before the name: `rue de …`, `ul. …`. */
  readonly before?: string;
  /** Behind the name: `… Street`, `… utca`. */
  readonly after?: string;
  /** Ends of the name's last word: `…straße`, `…gatan`. */
  readonly endings?: string;
}

/**
 * A row a language, small letters, no points. Sources: the Universal Postal Union's Postal
 * addressing systems, USPS Publication 28 appendix C1 (English), and the thoroughfare types that
 * the countries' own posts list. A word that is common in texts stands here only where a capital
 * or a number must go with it.
 */
const LANGUAGES: readonly Language[] = [
  {
    language: 'English',
    after:
      'street st road rd avenue ave av drive dr lane ln boulevard blvd court ct place pl square sq ' +
      'terrace ter crescent cres close highway hwy parkway pkwy way gardens grove mews quay parade ' +
      'walk esplanade circuit cct alley row rise green wharf broadway turnpike tpke expressway expy ' +
      'causeway trail trl circle cir plaza plz loop pike hill promenade bypass greens line',
    before: 'street route rte highway hwy',
  },
  {
    language: 'French',
    before:
      'rue avenue av ave boulevard bd blvd bld place pl chemin ch impasse allée allées allee quai route ' +
      'rte cours square passage faubourg fbg villa sentier ruelle rond-point résidence lotissement ' +
      'esplanade promenade montée cité hameau traverse rn chaussée',
  },
  {
    language: 'Spanish',
    before:
      'calle c/ cl avenida av avda avd plaza plza paseo pº camino carretera ctra travesía ronda pasaje ' +
      'callejón calzada bulevar carrera cra kra transversal diagonal autopista urbanización urb ' +
      'glorieta rambla cuesta jirón jr prolongación privada circuito rúa carrer avinguda plaça passeig',
    after: 'kalea',
  },
  {
    language: 'Portuguese',
    before:
      'rua r avenida av travessa tv praça pç largo alameda estrada rodovia beco ladeira calçada',
  },
  {
    language: 'Italian',
    before:
      'via viale piazza p.zza piazzale corso vicolo largo lungomare strada contrada vico salita galleria',
  },
  {
    language: 'German',
    endings: 'straße strasse gasse platz allee ufer chaussee promenade brücke siedlung damm weg',
    after: 'straße strasse str platz allee gasse weg ring',
    before: 'straße strasse platz',
  },
  {
    language: 'Dutch',
    endings: 'straat laan plein gracht kade singel steeg plantsoen binnenweg',
    after: 'straat laan plein weg dijk',
  },
  {
    language: 'Scandinavian',
    endings:
      'gatan gata gate gaten vägen veien vegen gade vej torget stræti allén stigen väg plads',
    after: 'gata gate gade vej vei väg torg plads',
  },
  {
    language: 'Finnish and Estonian',
    endings: 'katu kuja polku puistotie raitti tänav',
    after: 'tänav pst mnt tee puiestee katu tie',
  },
  { language: 'Latvian and Lithuanian', after: 'iela bulvāris prospekts gatvė g pr prospektas al' },
  {
    language: 'Polish',
    before: 'ul ulica al aleja aleje pl plac os osiedle',
  },
  {
    language: 'Czech and Slovak',
    before: 'ul ulice třída tř náměstí nám nábřeží námestie',
    after: 'ulice třída náměstí nábřeží ulica námestie cesta',
  },
  {
    language: 'South Slavic',
    before: 'ul ulica ulice trg bulevar obala ул улица бул булевар трг',
    after: 'ulica cesta trg bulevar obala улица булевар',
  },
  { language: 'Hungarian', after: 'utca utcája út útja u tér tere körút sétány köz fasor' },
  {
    language: 'Romanian',
    before: 'strada str bulevardul bd b-dul bdul calea șoseaua șos aleea piața intrarea',
  },
  {
    language: 'East Slavic',
    before:
      'ул улица проспект пр-т пр просп пер переулок пл площадь наб набережная шоссе ш бульвар б-р проезд ' +
      'вул вулиця вуліца праспект провулок площа',
    after:
      'ул улица проспект пр-т пр переулок пер площадь пл наб набережная шоссе бульвар проезд вулиця көшесі',
  },
  { language: 'Greek', before: 'οδός οδού λεωφόρος λεωφ λεωφόρου πλατεία' },
  {
    language: 'Turkic',
    after:
      "caddesi cad cd sokak sokağı sok sk bulvarı blv mahallesi mah mh küç küçəsi ko'chasi kochasi",
  },
  { language: 'Albanian', before: 'rruga rr bulevardi' },
  { language: 'Malay and Indonesian', before: 'jalan jl jln jalur lorong gang lebuh persiaran' },
  { language: 'Vietnamese', before: 'đường phố ngõ' },
  { language: 'Thai', before: 'thanon soi', endings: 'ถนน ซอย' },
  { language: 'Indian', after: 'marg path gali chowk nagar sarani salai rasta bazar' },
  { language: 'Filipino', before: 'kalye', after: 'extension' },
  {
    language: 'Arabic',
    before: 'شارع طريق خط ساحة نهج جادة sharia shari shara souq souk',
    endings: 'شارع',
  },
  { language: 'Hebrew', before: 'רחוב רח שדרות sderot rehov' },
  { language: 'Persian', before: 'خیابان کوچه بلوار khiaban', after: 'خیابان' },
  { language: 'Korean in Latin letters', endings: '-ro -gil -daero' },
  { language: 'Maltese, Welsh, Papiamentu, Tongan', before: 'triq heol ffordd kaya hala' },
  { language: 'boxes', before: 'box bp b.p postfach apartado casilla boks postbus postboks' },
];

/** Words of a part of a building, or of a box: a number goes with them. */
const UNITS =
  'suite ste apt apartment unit flat floor fl room rm block blk bldg building level lot shop app ' +
  'appartement étage piso depto dpto oficina of local sala bloco andar interno int scala lok ap et sc bl ' +
  'daire kat zone zona кв корп стр д дом оф офис korpus bus hus trappa og blok entrance villa house plot';

const split = (words: string | undefined) => words?.split(' ') ?? [];

/** Words beside which the kernel looks at a number: streets, parts of buildings, corners. */
export const NUMBERED = {
  words: [
    ...LANGUAGES.flatMap(({ before, after }) => [...split(before), ...split(after)]),
    'suite',
    'apt',
    'apartment',
    'flat',
    'corner',
    // Brazil's name of the postal code.
    'cep',
  ].filter((word) => word.length > 1 && word !== 'line'),
  endings: [...LANGUAGES.flatMap(({ endings }) => split(endings)), ...split('로 길 동 리')],
  // Chinese has the number right behind them; names of people end with them too.
  next: split('路 街 巷 弄 段 村 里 大道 胡同'),
};

const sets = lazy(() => ({
  before: new Set(LANGUAGES.flatMap(({ before }) => split(before))),
  after: new Set(LANGUAGES.flatMap(({ after }) => split(after))),
  endings: LANGUAGES.flatMap(({ endings }) => split(endings)),
  units: new Set(split(UNITS)),
}));

/** Is the word (small letters, no point) one that stands before a street's name? */
export const isBeforeStreet = (word: string): boolean => sets().before.has(word);

/** Is the word one that stands behind a street's name? */
export const isAfterStreet = (word: string): boolean => sets().after.has(word);

/** Does the word end as names of streets do, with something before the ending? */
export function hasStreetEnding(word: string): boolean {
  return sets().endings.some((ending) => word.length > ending.length && word.endsWith(ending));
}

/** Does the word name a part of a building? */
export const isUnitWord = (word: string): boolean => sets().units.has(word);
