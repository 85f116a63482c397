import { isTopLevelDomain } from '../../gazetteer/top-level-domains.ts';
import { reservedDomain } from '../../gazetteer/reserved-domains.ts';
import type { Judgement, Slice } from '../../rule.ts';

/** What stands for an at-sign or a dot in an address that hides from machines. */
export const DISGUISES: readonly string[] = [
  '[at]',
  '(at)',
  '{at}',
  '<at>',
  ' dot ',
  '[dot]',
  '(dot)',
  'アットマーク',
];

const AT = String.raw`(?: ?[[({<] ?(?:at|@|アットマーク) ?[\])}>] ?| at | ?アットマーク ?)`;
const DOT = String.raw` ?[[({<] ?(?:dot|\.) ?[\])}>] ?| dot |\.`;
const ADDRESS = new RegExp(
  String.raw`(?<![\w.+-])[a-z\d][\w.+-]{0,63}${AT}((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:${DOT})){1,5})([a-z]{2,24})(?![\w@-])`,
  'gi',
);
const DOTS = new RegExp(DOT, 'gi');
/** Furthest that an address may begin before the word that gave it away. */
const LOOK_BEHIND = 160;

/**
 * `name at domain dot com`, `name[at]domain.com`, `nameアットマークdomain.com`. Only possible:
 * sentences have such words too.
 */
export function* disguised({ folded, start, end }: Slice): Generator<Judgement> {
  const from = Math.max(0, start - LOOK_BEHIND);
  const stretch = folded.slice(from, end + LOOK_BEHIND);
  for (const match of stretch.matchAll(ADDRESS)) {
    const first = from + match.index;
    const last = first + match[0].length;
    if (first >= end || last <= start || !isTopLevelDomain(match[2] ?? '')) continue;
    // `look at example.com`: a plain `at` before a plain name is a word.
    if (/^[\w.+-]+ at [\w.-]+$/i.test(match[0])) continue;
    const name = `${match[1] ?? ''}${match[2] ?? ''}`.replaceAll(DOTS, '.');
    const source = reservedDomain(name);
    yield {
      start: first,
      end: last,
      evidence: [
        { code: 'top-level-domain' },
        { code: 'disguised' },
        ...(source === undefined ? [] : [{ code: 'reserved', note: source } as const]),
      ],
    };
  }
}
