import { fromNumbers } from './base64.ts';
import { lazy } from './lazy.ts';
import { OFFICE_CODES, PREFIXES, TOWN_CODES } from './postal-codes.generated.ts';

/** Ascending: first code of a run, the code after it, and so on. */
const townRuns = lazy(() => runs(TOWN_CODES));
const officeRuns = lazy(() => runs(OFFICE_CODES));

function runs(text: string): Int32Array {
  const numbers = fromNumbers(text);
  const edges = new Int32Array(numbers.length);
  let end = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    edges[i] = end + numbers[i]!;
    edges[i + 1] = end = edges[i]! + numbers[i + 1]! + 1;
  }
  return edges;
}

/** How many edges stand at or below the code is odd inside a run. */
function holds(edges: Int32Array, code: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= code) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

/**
 * What a Japanese postal code of seven digits (as a number) stands for: a town, or a single office,
 * post-office box or storey of a tower; undefined when Japan Post has no such code.
 */
export function postalCodeUse(code: number): 'town' | 'office' | undefined {
  if (holds(townRuns(), code)) return 'town';
  return holds(officeRuns(), code) ? 'office' : undefined;
}

/** All codes in use, each as a number; some twice. */
export function* postalCodesInUse(): Generator<number> {
  for (const edges of [townRuns(), officeRuns()]) {
    for (let i = 0; i < edges.length; i += 2) {
      for (let code = edges[i]!; code < edges[i + 1]!; code++) yield code;
    }
  }
}

/** Numbers of the prefectures (0 Hokkaido … 46 Okinawa) by the first three digits. */
const prefectures = lazy(() => {
  const served: (readonly number[])[] = Array.from({ length: 1000 }, () => []);
  let list: readonly number[] = [];
  for (const group of PREFIXES.split(',')) {
    const [prefix, codes] = group.split(':');
    if (codes !== undefined) list = (codes.match(/../g) ?? []).map((code) => Number(code) - 1);
    served[Number(prefix)] = list;
  }
  return served;
});

/** Numbers of the prefectures that a code of seven digits may lie in: one, seldom two. */
export function prefecturesOfPostalCode(code: number): readonly number[] {
  return prefectures()[Math.floor(code / 10_000)] ?? [];
}
