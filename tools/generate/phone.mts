import { createRequire } from 'node:module';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const require = createRequire(import.meta.url);

type Pattern = readonly [pattern: string, lengths?: readonly number[]] | 0 | undefined;
type Format = readonly [
  pattern: string,
  template: string,
  leading?: readonly string[] | 0,
  nationalPrefixRule?: string | 0,
  prefixOptional?: 0 | 1,
];

/** A region in libphonenumber-js's metadata, version 4: a tuple to save the keys. */
type Region = readonly [
  callingCode: string,
  internationalPrefix: string | 0,
  general: string,
  lengths: readonly number[],
  formats: readonly Format[] | 0,
  nationalPrefix: string | 0,
  nationalPrefixRule: string | 0,
  prefixForParsing: string | 0,
  transform: string | 0,
  prefixOptional: 0 | 1,
  leadingDigits: string | 0,
  types: readonly Pattern[],
];

interface Metadata {
  readonly version: number;
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, Region>>;
  readonly nonGeographic: Readonly<Record<string, Region>>;
}

/** Places of the number types in a region's tuple. Toll-free, premium, UAN … are services. */
const MOBILE = 1;
const OTHER_PERSONAL = [0, 4, 8];
const SERVICE = [2, 3, 5, 6, 7, 9];

/**
 * Writes a pattern without backslashes: `D` is `\d`, `<` is `(?:`. The metadata has neither
 * letters nor `<`, which the check below holds.
 */
function packed(pattern: string | 0 | undefined): string {
  if (!pattern) return '';
  const text = pattern.replaceAll('\\d', 'D').replaceAll('(?:', '<');
  if (!/^[\d()[\]{}|,?$<D-]*$/.test(text)) throw new Error(`phone metadata: ${pattern}`);
  return text;
}

function union(types: readonly Pattern[], places: readonly number[]): string {
  const patterns = places.map((place) => types[place] || undefined);
  return patterns.flatMap((type) => (type?.[0] ? [packed(type[0])] : [])).join('|');
}

/**
 * `(\d{2})(\d{4,6})` with the leading digits `1[2-6]`: `2,4-6:1[2-6]`. A `*` before it says that
 * the trunk prefix is always written.
 */
function packedFormat([pattern, , leading, rule, optional]: Format, region: Region): string {
  const groups = [...pattern.matchAll(/\(\\d(?:\{(\d+)(?:,(\d+))?\})?\)/g)];
  const sizes = groups.map(([, from = '1', to]) => (to === undefined ? from : `${from}-${to}`));
  const prefix = region[5] || '';
  const trunk =
    prefix !== '' && !optional && !region[9] && (rule || region[6] || '').includes(prefix);
  // The last of the leading digits is the most exact one.
  return `${trunk ? '*' : ''}${sizes.join(',')}:${packed(leading ? leading.at(-1) : '')}`;
}

function line(name: string, region: Region): string {
  const [code, , , lengths, formats, prefix, , parsing, transform, , leading, types] = region;
  return [
    name,
    code,
    lengths.join(','),
    prefix || '',
    packed(parsing),
    transform || '',
    packed(leading),
    union(types, OTHER_PERSONAL),
    packed(types[MOBILE] ? types[MOBILE][0] : ''),
    union(types, SERVICE),
    (formats || []).map((format) => packedFormat(format, region)).join(';'),
  ].join('\t');
}

/** The numbering plans of the world, a line a region, and the regions of each calling code. */
export function phone(): readonly GeneratedFile[] {
  const metadata = require('libphonenumber-js/metadata.max.json') as Metadata;
  const { version } = require('libphonenumber-js/package.json') as { version: string };
  if (metadata.version !== 4) throw new Error('phone metadata: another layout than version 4');
  const plans = [
    ...Object.entries(metadata.countries).map(([name, region]) => line(name, region)),
    ...Object.entries(metadata.nonGeographic).map(([code, region]) => line(code, region)),
  ];
  const codes = Object.entries(metadata.country_calling_codes)
    .map(([code, regions]) => `${code} ${regions.join(' ')}`)
    .concat(Object.keys(metadata.nonGeographic).map((code) => `${code} ${code}`));
  return [
    generatedFile('phone.generated.ts', {
      about: 'Numbering plans of the world; phone-metadata.ts reads them.',
      source: `npm libphonenumber-js ${version} (MIT), metadata of google/libphonenumber (Apache-2.0).`,
      constants: { PHONE_PLANS: plans.join('\n'), CALLING_CODES: codes.join('\n') },
    }),
  ];
}
