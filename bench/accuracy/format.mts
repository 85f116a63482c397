/** `98.73 %`; a dash where nothing was measured. */
export function percent(share: number): string {
  if (Number.isNaN(share)) return '–';
  return `${(share * 100).toFixed(2)} %`;
}

/** Three levels in one cell: `12.3 / 98.7 / 99.0`. */
export function levels(shares: readonly number[]): string {
  if (shares.every(Number.isNaN)) return '–';
  return shares.map((share) => (Number.isNaN(share) ? '–' : (share * 100).toFixed(1))).join(' / ');
}

/** A Markdown table. Cells must hold no line ends. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
