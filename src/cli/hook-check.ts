import { textReporter } from '../report/text.ts';
import type { Summary } from '../report/summary.ts';
import type { Staged } from './begin-staged.ts';
import { bufferedSink } from './buffered-sink.ts';
import type { CommandContext } from './command.ts';
import { runScan } from './run-scan.ts';
import { openStaged } from './scan-sources.ts';
import type { Catalogue } from './text/en.ts';

/** Checks what is staged, and refuses it with what to do about it. @throws CommandError */
export async function checkStaged(staged: Staged, context: CommandContext): Promise<number> {
  const { io, say, language, colours } = context;
  const source = await openStaged({ paths: [], config: undefined, overlay: {} }, context, staged);
  const findings = textReporter(language, colours);
  const sink = bufferedSink(io.stderr);
  // The summary and the hints of a scan are not for somebody who is about to commit.
  const reporter = { ...findings, unused: () => '', end: () => '' };
  const { code, summary } = await runScan(source, reporter, sink, context);
  if (code !== 0) await io.stderr.write(refusal(code, summary, say));
  return code;
}

function refusal(code: number, { byRule, findings }: Summary, say: Catalogue): string {
  const reasons: Readonly<Record<number, string>> = { 1: say.refused, 2: say.refusedConfig };
  const head = reasons[code] ?? (findings > 0 ? say.refused : say.refusedUnread);
  const rule = byRule[0]?.[0];
  if (rule === undefined) return `${head}\n  ${say.wayNoVerify}\n`;
  const ways = [
    say.wayMask,
    `${say.wayIgnore} leaklint-ignore-line ${rule} -- …`,
    say.wayAllow,
    `${say.wayExplain} leaklint explain ${rule}`,
    say.wayNoVerify,
  ];
  return `${head}\n${say.wayOut}\n${ways.map((way) => `  - ${way}\n`).join('')}`;
}
