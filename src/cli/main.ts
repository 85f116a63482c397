import { CommanderError, type Command } from 'commander';
import { createColors } from 'picocolors';
import { CommandError, type CommandContext } from './command.ts';
import { ClosedError, OutputError, type Io } from './io.ts';
import { languageOf } from './language.ts';
import { createProgram } from './program.ts';
import { en, type Catalogue } from './text/en.ts';
import { ja } from './text/ja.ts';

const WRONG_USE = 2;
const INTERNAL = 3;

/**
 * Runs the command line.
 *
 * @param argv arguments after the program's name
 * @returns the exit code: 0 clean, 1 findings, 2 wrong use or broken configuration, 3 something
 *   could not be read
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const context = createContext(argv, io);
  const complain = (text: string) => io.stderr.write(`leaklint: ${text}\n`);
  let code = 0;
  const program = createProgram(context, (result) => (code = result));
  for (const command of allOf(program)) prepare(command, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof ClosedError) return code;
    if (error instanceof OutputError) {
      const { say } = context;
      await complain(say.cannotWriteOutput(say.standardOutput, say.code(error.code)));
      return INTERNAL;
    }
    if (error instanceof CommandError) {
      await complain(error.message);
      return error.exitCode;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code !== 'commander.help') await complain(await parseComplaint(error, context.say));
      return WRONG_USE;
    }
    // The error's own text may hold text of a file: only its kind is told.
    await complain(context.say.internal(error instanceof Error ? error.name : 'unknown'));
    return INTERNAL;
  }
  return code;
}

function createContext(argv: readonly string[], io: Io): CommandContext {
  const language = languageOf(io.env, languageAsked(argv));
  return {
    io,
    language,
    say: language === 'ja' ? ja : en,
    colours: coloursFor(io),
  };
}

/** The parser needs the language of its messages before it parses. */
function languageAsked(argv: readonly string[]) {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const asked = options.find((_, i) => options[i - 1] === '--lang') ?? '';
  const joined = options.find((option) => option.startsWith('--lang='))?.slice(7);
  const language = joined ?? asked;
  return language === 'en' || language === 'ja' ? language : undefined;
}

/** https://no-color.org and https://force-color.org, else colours on a terminal. */
function coloursFor({ env, stdout }: Io) {
  const forced = env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : stdout.isTerminal;
  const { red, yellow, green, bold, dim } = createColors(!env['NO_COLOR'] && forced);
  return { error: red, warning: yellow, good: green, strong: bold, faint: dim };
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
    // What the parser says of its own repeats arguments: parseComplaint speaks instead.
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
async function parseComplaint({ code, message }: CommanderError, say: Catalogue): Promise<string> {
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
