import { fromBase64 } from './base64.ts';
import { canonicalUnit } from './canonical.ts';
import { MUNICIPALITIES, PREFECTURES, TOWNS } from './japan.generated.ts';
import { lazy } from './lazy.ts';
import { everyBit, townKey } from './town-filter.ts';

/** A name of one or more municipalities: 新宿区, 夕張郡栗山町, 栗山町, 横浜市中区, 中区. */
export interface Municipality {
  readonly name: string;
  /** Numbers of the prefectures that have a municipality of this name. */
  readonly prefectures: readonly number[];
  /** Numbers of the municipalities in the town filter. */
  readonly numbers: readonly number[];
  /** Is the name alone enough to know that a municipality is meant? */
  readonly unmistakable: boolean;
}

const names = lazy(() => PREFECTURES.split(',').map((entry) => entry.split(' ')[0]!));

/** Number of the prefecture (0 Hokkaido … 46 Okinawa) whose full name stands at `at`, or -1. */
export function prefectureAt(text: string, at: number): number {
  // 北海道, 京都府: the third unit is the suffix, but for 神奈川県, 和歌山県 and 鹿児島県.
  const suffix = text.charCodeAt(at + 2);
  if (!isPrefectureSuffix(suffix) && text.charCodeAt(at + 3) !== KEN) return -1;
  return names().findIndex((name) => text.startsWith(name, at));
}

/** Number of the prefecture whose full name ends before `end`, or -1. */
export function prefectureBefore(text: string, end: number): number {
  if (!isPrefectureSuffix(text.charCodeAt(end - 1))) return -1;
  const three = end >= 3 ? prefectureAt(text, end - 3) : -1;
  if (three >= 0 || end < 4) return three;
  const four = prefectureAt(text, end - 4);
  return four >= 0 && prefectureName(four).length === 4 ? four : -1;
}

/** The prefecture's name: 東京都. */
export function prefectureName(prefecture: number): string {
  return names()[prefecture] ?? '';
}

const KEN = 0x770c;

/** 都, 道, 府, 県 */
function isPrefectureSuffix(unit: number): boolean {
  return unit === 0x90fd || unit === 0x9053 || unit === 0x5e9c || unit === KEN;
}

interface Index {
  readonly byBeginning: ReadonlyMap<number, readonly Municipality[]>;
  readonly byEnd: ReadonlyMap<number, readonly Municipality[]>;
}

const index = lazy<Index>(() => {
  const byBeginning = new Map<number, Municipality[]>();
  const byEnd = new Map<number, Municipality[]>();
  for (const municipality of municipalities()) {
    const { name } = municipality;
    add(byBeginning, pair(name, 0), municipality);
    add(byEnd, pair(name, name.length - 2), municipality);
  }
  for (const list of [...byBeginning.values(), ...byEnd.values()]) {
    list.sort((a, b) => b.name.length - a.name.length);
  }
  return { byBeginning, byEnd };
});

function add(map: Map<number, Municipality[]>, key: number, value: Municipality): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Two units of the text in the gazetteer's spelling, as one number. */
function pair(text: string, at: number): number {
  return canonicalUnit(text.charCodeAt(at)) * 0x10000 + canonicalUnit(text.charCodeAt(at + 1));
}

function municipalities(): Iterable<Municipality> {
  const byName = new Map<string, { -readonly [K in keyof Municipality]: Municipality[K] }>();
  let number = 0;
  MUNICIPALITIES.split(',').forEach((entries, prefecture) => {
    for (const entry of entries.split(' ')) {
      const clear = entry.startsWith('!');
      const kanji = entry.slice(clear ? 1 : 0, entry.indexOf('='));
      const [first, second] = kanji.split('/');
      for (const name of new Set([first! + (second ?? ''), second ?? first!])) {
        const known = byName.get(name);
        const above = second !== undefined && name !== second;
        byName.set(name, {
          name,
          prefectures: [...(known?.prefectures ?? []), prefecture],
          numbers: [...(known?.numbers ?? []), number],
          unmistakable: (clear && known === undefined) || above,
        });
      }
      number++;
    }
  });
  return byName.values();
}

/** The longest municipality's name that stands at `at`, of that prefecture if one is given. */
export function municipalityAt(
  text: string,
  at: number,
  prefecture?: number,
): Municipality | undefined {
  return index()
    .byBeginning.get(pair(text, at))
    ?.find((it) => standsAt(it.name, text, at) && isIn(it, prefecture));
}

/** The longest municipality's name that ends before `end`. */
export function municipalityBefore(text: string, end: number): Municipality | undefined {
  return index()
    .byEnd.get(pair(text, end - 2))
    ?.find(({ name }) => standsAt(name, text, end - name.length));
}

const isIn = ({ prefectures }: Municipality, prefecture: number | undefined) =>
  prefecture === undefined || prefectures.includes(prefecture);

function standsAt(name: string, text: string, at: number): boolean {
  if (at < 0) return false;
  for (let i = 0; i < name.length; i++) {
    if (canonicalUnit(text.charCodeAt(at + i)) !== name.charCodeAt(i)) return false;
  }
  return true;
}

const townBits = lazy(() => fromBase64(TOWNS));

/**
 * Does a town of the municipality begin like the text at `at`? It looks at two characters only
 * and is wrong once in about forty cases.
 */
export function isTownAt(municipality: Municipality, text: string, at: number, end: number) {
  const bits = townBits();
  return municipality.numbers.some((number) => {
    const key = townKey(number, text, at, end);
    return (
      key !== 0 &&
      everyBit(key, bits.length * 8, (bit) => (bits[bit >> 3]! & (1 << (bit & 7))) !== 0)
    );
  });
}
