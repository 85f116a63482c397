import { CommanderError, type Command } from 'commander';
import { CommandError, type CommandContext } from './command.ts';
import { createProgram } from './program.ts';
import type { Catalogue } from './text/en.ts';

const WRONG_USE = 2;

/**
 * Reads the arguments and runs the command that they name.
 *
 * @returns the exit code
 * @throws CommandError also when the arguments are wrong
 */
export async function runProgram(
  argv: readonly string[],
  context: CommandContext,
): Promise<number> {
  let code = 0;
  const program = createProgram(context, (result) => (code = result));
  for (const command of allOf(program)) prepare(command, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // It has shown the help.
    if (error.code === 'commander.help') return WRONG_USE;
    throw new CommandError(await complaintOf(error, context.say), WRONG_USE);
  }
}

function allOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

/** The parser neither writes nor exits by itself, and its headings are ours. */
function prepare(command: Command, { io, say }: CommandContext): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say.usage,
    'Arguments:': say.arguments,
    'Options:': say.options,
    'Commands:': say.commands,
  };
  command.exitOverride().configureOutput({
    writeOut: (text) => void io.stdout.write(text),
    // What the parser says of its own repeats arguments: complaintOf speaks instead.
    writeErr: (text) => void (text.startsWith('error:') || io.stderr.write(text)),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    // The placeholder names the choices already.
    optionDescription: ({ description }) => description,
  });
}

/** What the parser found wrong, in our words: its own repeat what the user typed. */
async function complaintOf({ code, message }: CommanderError, say: Catalogue): Promise<string> {
  const { shownArgument } = await import('./shown.ts');
  const what = shownArgument(/'([^']{1,200})'/.exec(message)?.[1] ?? '');
  const complaints: Readonly<Record<string, string>> = {
    'commander.unknownOption': say.unknownOption(what),
    'commander.unknownCommand': say.unknownCommand(what),
    'commander.optionMissingArgument': say.missingValue(what),
    'commander.missingArgument': say.missingArgument(what),
    'commander.invalidArgument': say.wrongValue(what),
    'commander.excessArguments': say.tooMany,
  };
  return `${complaints[code] ?? say.tooMany}. ${say.seeHelp}`;
}
