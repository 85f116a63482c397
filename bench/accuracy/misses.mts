import type { Slip } from './measure.mts';
import { table } from './format.mts';
import type { Measured } from './figures.mts';

/** Rows named for one shape; the rest is counted. */
const NAMED = 8;

/** The page `bench/accuracy-misses.md`: places and shapes, no values. */
export function missesPage({ lists, files, trees }: Measured): string {
  const slips = [...lists.values(), ...files].flatMap((result) => result.slips);
  const wrong = [...trees.values()].flatMap(({ findings }) =>
    findings.filter(({ verdict }) => verdict !== 'right'),
  );
  const places = new Map<string, number>();
  for (const { path, finding, verdict } of wrong) {
    const key = [path, finding.rule, finding.confidence, verdict, code(finding.masked)].join('\0');
    places.set(key, (places.get(key) ?? 0) + 1);
  }
  return (
    [
      '# Misses and false alarms\n\nWritten by `npm run bench:accuracy`; do not edit. Shapes only: every letter and digit is `*`, runs are cut to four. A miss is a value not found at `likely`; a span is one found with other ends; a false alarm is of any confidence. In files and dumps, ends must agree.',
      `## Lists, files and dumps\n\n${slipTable(slips)}`,
      `## Trees\n\n${table(
        ['file', 'rule', 'called', 'judged', 'shape', 'times'],
        [...places].map(([key, times]) => [...key.split('\0'), times]),
      )}`,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function slipTable(slips: readonly Slip[]): string {
  const groups = new Map<string, string[]>();
  for (const { list, kind, rule, confidence, shape, id } of slips) {
    const called = kind === 'false alarm' ? confidence : '';
    const key = [list, kind, rule, called, code(shape)].join('\0');
    const ids = groups.get(key);
    if (ids) ids.push(id);
    else groups.set(key, [id]);
  }
  const rows = [...groups].map(([key, ids]) => [...key.split('\0'), ids.length, named(ids)]);
  return table(['list', 'what', 'rule', 'called', 'shape', 'times', 'rows'], rows);
}

function named(ids: readonly string[]): string {
  const own = ids.filter((id) => id !== '');
  const shown = own.slice(0, NAMED).join(', ');
  return own.length > NAMED ? `${shown} and ${own.length - NAMED} more` : shown;
}

/** A shape as code in a table's cell. */
const code = (shape: string) => `\`${shape.replaceAll('`', "'").replaceAll('|', '¦').trim()}\``;
