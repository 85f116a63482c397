import { RULES } from '../engine/index.ts';
import type { CommandContext } from './command.ts';
import type { RulesFlags } from './flags.ts';

/** `leaklint rules`: what there is, with its severity by default. */
export async function rulesCommand(
  { format }: RulesFlags,
  { io, language, colours }: CommandContext,
): Promise<number> {
  const rows = RULES.map(({ id, category, severity, messages }) => ({
    id,
    category,
    severity,
    title: messages[language],
  }));
  if (format === 'json') {
    await io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return 0;
  }
  const width = (key: 'id' | 'severity' | 'category') =>
    Math.max(0, ...rows.map((row) => row[key].length));
  const lines = rows.map(
    ({ id, severity, category, title }) =>
      `${colours.strong(id.padEnd(width('id')))}  ${severity.padEnd(width('severity'))}  ` +
      `${category.padEnd(width('category'))}  ${title}\n`,
  );
  await io.stdout.write(lines.join(''));
  return 0;
}
