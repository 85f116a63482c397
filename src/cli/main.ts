import pico from 'picocolors';
import { PLAIN, type Colours } from '../report/colours.ts';
import { CommandError, type CommandContext } from './command.ts';
import { ClosedError, OutputError, processIo, type Io } from './io.ts';
import { languageOf } from './language.ts';
import { en } from './text/en.ts';
import { ja } from './text/ja.ts';

const INTERNAL = 3;

/** Runs the command line on the process's own arguments and streams. */
export async function runProcess(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), processIo());
}

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
  try {
    return await run(argv, context);
  } catch (error) {
    if (error instanceof ClosedError) return 0;
    if (error instanceof OutputError) {
      const { say } = context;
      await complain(say.cannotWriteOutput(say.standardOutput, say.code(error.code)));
      return INTERNAL;
    }
    if (error instanceof CommandError) {
      await complain(error.message);
      return error.exitCode;
    }
    // The error's own text may hold text of a file: only its kind is told.
    await complain(context.say.internal(error instanceof Error ? error.name : 'unknown'));
    return INTERNAL;
  }
}

async function run(argv: readonly string[], context: CommandContext): Promise<number> {
  // Git waits for this one, with every commit: what reads arguments is not even loaded.
  if (argv.join(' ') === 'hook run') {
    const { runHook } = await import('./hook-run.ts');
    return runHook(context);
  }
  const { runProgram } = await import('./run-program.ts');
  return runProgram(argv, context);
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
function coloursFor({ env, stdout }: Io): Colours {
  const forced = env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : stdout.isTerminal;
  if (env['NO_COLOR'] || !forced) return PLAIN;
  const { red, yellow, green, bold, dim } = pico.createColors(true);
  return { error: red, warning: yellow, good: green, strong: bold, faint: dim };
}
