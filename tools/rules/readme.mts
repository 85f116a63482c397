import type { Rule } from '../../src/engine/rule.ts';

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';

/** The table of all rules, for the README. */
export function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, messages, category, severity }) => [
    `[\`${id}\`](docs/rules/${id}.md)`,
    messages.en,
    category,
    severity,
  ]);
  return table([['rule', 'finds', 'category', 'severity'], ...rows]);
}

/**
 * The text with the table between its markers.
 *
 * @throws where a marker is missing: then nobody would notice that the table is old.
 */
export function withRulesTable(readme: string, rules: readonly Rule[]): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md lacks ${START} and ${END}`);
  return `${readme.slice(0, start + START.length)}\n\n${rulesTable(rules)}\n\n${readme.slice(end)}`;
}

/** Columns as wide as their widest cell, as Prettier writes them. */
function table([head, ...rows]: readonly (readonly string[])[]): string {
  const widths = head!.map((_, i) => Math.max(...[head!, ...rows].map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [head!, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}
