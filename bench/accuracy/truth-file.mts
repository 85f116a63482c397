import type { Truth } from './case.mts';

/**
 * Reads a `.truth.tsv`: `line` (from 1), `col` (from 0, UTF-16), `end_line`, `end_col`, `entity`,
 * `part`, `field`. Entities without a rule are left out.
 */
export function truthOf(
  text: string,
  table: string,
  rules: Readonly<Record<string, readonly string[]>>,
): Truth[] {
  const starts = lineStarts(text);
  const truth: Truth[] = [];
  for (const row of table.split('\n').slice(1)) {
    if (row === '') continue;
    const [line, col, endLine, endCol, entity, part] = row.split('\t');
    const own = rules[entity ?? ''] ?? [];
    if (own.length === 0) continue;
    const start = (starts[Number(line) - 1] ?? 0) + Number(col);
    const end = (starts[Number(endLine) - 1] ?? 0) + Number(endCol);
    truth.push({ start, end, rules: own, ...(part && { weak: true }) });
  }
  return truth;
}

/** Offset of each line's first character; lines end with LF, CR LF or CR. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}
