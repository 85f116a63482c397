import { MUNICIPALITIES, PREFECTURES } from './japan.generated.ts';
import { lazy } from './lazy.ts';
import type { MunicipalSuffix } from './municipal-suffixes.ts';
import { romajiKey } from './romaji-key.ts';

const prefectures = lazy(
  () => new Map(PREFECTURES.split(',').map((entry, i) => [entry.split(' ')[1]!, i])),
);

/** Keys with their kind: `shinjuku-ku`, `yokohama-shi`, `yubari-gun`. */
const municipalities = lazy(() => {
  const keys = new Set<string>();
  for (const entry of MUNICIPALITIES.split(/[, ]/)) {
    const [kanji, latin] = entry.split('=');
    const names = kanji!.split('/');
    latin!.split('/').forEach((name, i) => keys.add(name + suffixOf(names[i]!)));
  }
  return keys;
});

function suffixOf(kanji: string): string {
  const last = kanji.slice(-1);
  return last === '区' ? '-ku' : last === '市' ? '-shi' : last === '郡' ? '-gun' : '';
}

/** Number of the prefecture of that name in romaji, without -to, -fu, -ken; -1 if there is none. */
export function prefectureOfRomaji(name: string): number {
  return prefectures().get(romajiKey(name)) ?? -1;
}

/** Does Japan have such a city, ward or county: `Shinjuku-ku`, `Ōta-ku`, `Yokohama-shi`? */
export function isMunicipalityRomaji(name: string, suffix: MunicipalSuffix): boolean {
  return municipalities().has(romajiKey(name) + suffix);
}
