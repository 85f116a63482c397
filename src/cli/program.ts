import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { encodingNamed } from '../encoding/names.ts';
import type { CommandContext } from './command.ts';
import type { MaskFlags, RulesFlags, ScanFlags } from './flags.ts';
import { packageVersion } from './package-files.ts';

/** Values of an option; its placeholder names them, so that help and errors do too. */
function oneOf(flag: string, values: readonly string[], about: string): Option {
  return new Option(`${flag} <${values.join('|')}>`, about).choices(values);
}

function encodingOption(about: string): Option {
  return new Option('--encoding <name>', about).argParser((name) => {
    const encoding = name === 'auto' ? name : encodingNamed(name);
    if (encoding === undefined) throw new InvalidArgumentError('');
    return encoding;
  });
}

function threadsOption(about: string): Option {
  return new Option('--threads <n>', about).argParser((text) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS)
      throw new InvalidArgumentError('');
    return count;
  });
}

const MOST_THREADS = 64;
const CONFIDENCES = ['possible', 'likely', 'certain'];

/**
 * The command line's grammar. Commands are imported when they run: the hook must start fast.
 *
 * @param finish gets the exit code of the command that ran
 */
export function createProgram(context: CommandContext, finish: (code: number) => void): Command {
  const { say } = context;
  const program = new Command('leaklint')
    .description(say.about)
    .version(packageVersion(), '--version', say.versionOption)
    .helpOption('--help, -h', say.helpOption)
    .addOption(oneOf('--lang', ['en', 'ja'], say.langOption));
  const add = (parent: Command, name: string, about: string, isDefault = false) =>
    parent.command(name, { isDefault }).description(about).helpOption('--help, -h', say.helpOption);

  const scan = add(program, 'scan', say.scan, true)
    .addArgument(new Argument('[paths...]', say.paths))
    .option('--staged', say.stagedOption)
    .option('--since <revision>', say.sinceOption)
    .option('--stdin', say.stdinOption)
    .option('--stdin-filename <path>', say.stdinFilenameOption)
    .option('--config <file>', say.configOption)
    .addOption(
      oneOf('--format', ['text', 'json', 'ndjson', 'sarif'], say.formatOption).default('text'),
    )
    .addOption(oneOf('--group', ['finding', 'record'], say.groupOption).default('finding'))
    .option('--output <file>', say.outputOption)
    .addOption(oneOf('--confidence', CONFIDENCES, say.confidenceOption))
    .addOption(encodingOption(say.encodingOption))
    .addOption(threadsOption(say.threadsOption))
    .action(async (paths: string[], flags: ScanFlags) => {
      const { scanCommand } = await import('./scan.ts');
      finish(await scanCommand(paths, flags, context));
    });

  add(program, 'mask', say.mask)
    .addArgument(new Argument('[paths...]', say.paths))
    .addOption(oneOf('--strategy', ['partial', 'placeholder', 'stand-in'], say.strategyOption))
    .option('--rule <id>', say.ruleOption, (id, before: string[] = []) => [...before, id])
    .addOption(oneOf('--confidence', CONFIDENCES, say.confidenceOption))
    .addOption(encodingOption(say.encodingOption))
    .option('--config <file>', say.configOption)
    .option('--diff', say.diffOption)
    .option('--output <folder>', say.maskOutputOption)
    .option('--write', say.writeOption)
    .action(async (paths: string[], flags: MaskFlags) => {
      const { maskCommand } = await import('./mask.ts');
      finish(await maskCommand(paths, flags, context));
    });

  const hook = add(program, 'hook', say.hook).helpCommand(`help [command]`, say.helpCommand);
  add(hook, 'install', say.hookInstall).action(async () => {
    const { installHook } = await import('./hook-install.ts');
    finish(await installHook(context));
  });
  add(hook, 'uninstall', say.hookUninstall).action(async () => {
    const { uninstallHook } = await import('./hook-install.ts');
    finish(await uninstallHook(context));
  });
  add(hook, 'run', say.hookRun).action(async () => {
    const { runHook } = await import('./hook-run.ts');
    finish(await runHook(context));
  });

  add(program, 'explain', say.explain)
    .addArgument(new Argument('<rule>', say.rule))
    .action(async (rule: string) => {
      const { explainCommand } = await import('./explain.ts');
      finish(await explainCommand(rule, context));
    });
  add(program, 'rules', say.rules)
    .addOption(oneOf('--format', ['text', 'json'], say.rulesFormatOption).default('text'))
    .action(async (flags: RulesFlags) => {
      const { rulesCommand } = await import('./rules.ts');
      finish(await rulesCommand(flags, context));
    });
  add(program, 'init', say.init).action(async () => {
    const { initCommand } = await import('./init.ts');
    finish(await initCommand(context));
  });

  return program
    .helpCommand(`help [command]`, say.helpCommand)
    .addHelpText('after', () => `\n${scan.helpInformation()}\n${say.exitCodes}`);
}
