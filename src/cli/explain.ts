import { RULES, ruleById } from '../engine/index.ts';
import { CommandError, type CommandContext } from './command.ts';
import { packageFile } from './package-files.ts';
import { shownArgument } from './shown.ts';

/** `leaklint explain <rule>`: the rule's page, as it ships with the package. */
export async function explainCommand(id: string, { io, say }: CommandContext): Promise<number> {
  if (ruleById(id) === undefined) {
    const known = RULES.map((rule) => rule.id).join(', ');
    throw new CommandError(say.unknownRule(shownArgument(id), known));
  }
  const page = packageFile(`docs/rules/${id}.md`);
  if (page === undefined) throw new CommandError(say.noPage(id), 3);
  await io.stdout.write(page);
  return 0;
}
