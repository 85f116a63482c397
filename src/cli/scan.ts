import { jsonReporter } from '../report/json.ts';
import { ndjsonReporter } from '../report/ndjson.ts';
import type { Reporter } from '../report/reporter.ts';
import { sarifReporter } from '../report/sarif.ts';
import { recordReporter } from '../report/text-records.ts';
import { textReporter } from '../report/text.ts';
import { PLAIN } from '../report/colours.ts';
import { CommandError, type CommandContext } from './command.ts';
import type { ScanFlags } from './flags.ts';
import { openOutput } from './output.ts';
import { packageVersion } from './package-files.ts';
import { runScan } from './run-scan.ts';
import { openFiles, openSince, openStaged, openStdin, type ScanSource } from './scan-sources.ts';

/** `leaklint scan`: finds, reports, and says by its exit code whether anything was found. */
export async function scanCommand(
  paths: readonly string[],
  flags: ScanFlags,
  context: CommandContext,
): Promise<number> {
  checkFlags(paths, flags, context);
  const source = await openSource(paths, flags, context);
  const output = openOutput(flags.output, context);
  try {
    const { code } = await runScan(source, reporterFor(flags, context), output.sink, context);
    // A report of half a scan would be taken for the whole.
    if (context.io.interrupted.aborted) output.abandon();
    else output.finish();
    return code;
  } catch (error) {
    output.abandon();
    throw error;
  }
}

function checkFlags(
  paths: readonly string[],
  { staged, since, stdin, stdinFilename, format, group }: ScanFlags,
  { say }: CommandContext,
): void {
  const sources = [staged && '--staged', since !== undefined && '--since', stdin && '--stdin'];
  const [first, second] = sources.filter((source) => typeof source === 'string');
  if (first && second) throw new CommandError(say.notTogether(first, second));
  // The other forms name the record of each finding: their readers group as they like.
  if (group === 'record' && format !== 'text') {
    throw new CommandError(say.notTogether('--group record', `--format ${format}`));
  }
  if (stdin && paths.length > 0) throw new CommandError(say.stdinPaths);
  if (!stdin && stdinFilename !== undefined) {
    throw new CommandError(say.missingArgument('--stdin'));
  }
}

function openSource(
  paths: readonly string[],
  flags: ScanFlags,
  context: CommandContext,
): Promise<ScanSource> {
  const { staged, since, stdin, stdinFilename, config, confidence, encoding, threads } = flags;
  const overlay = { ...(confidence && { confidence }), ...(encoding && { encoding }) };
  const settings = { paths, config, overlay };
  if (staged) return openStaged(settings, context);
  if (since !== undefined) return openSince(settings, since, context);
  const threaded = { ...settings, threads };
  return stdin ? openStdin(threaded, stdinFilename, context) : openFiles(threaded, context);
}

function reporterFor(
  { format, group, output }: ScanFlags,
  { language, colours }: CommandContext,
): Reporter {
  const text = group === 'record' ? recordReporter : textReporter;
  const reporters: Record<ScanFlags['format'], () => Reporter> = {
    text: () => text(language, output === undefined ? colours : PLAIN),
    json: jsonReporter,
    ndjson: ndjsonReporter,
    sarif: () => sarifReporter(language, packageVersion()),
  };
  return reporters[format]();
}
