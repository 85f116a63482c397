import { ENCODING_TITLES } from '../encoding/names.ts';
import type { Counting, ScanEnd } from '../node/scan-source.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Policy } from '../policy/policy.ts';
import { printable } from '../report/masked-name.ts';
import type { Reporter } from '../report/reporter.ts';
import type { Counter, Summary } from '../report/summary.ts';
import type { BufferedSink } from './buffered-sink.ts';
import type { CommandContext } from './command.ts';
import { ClosedError } from './io.ts';
import { archiveKind } from '../node/archive/kind.ts';
import type { Crew } from '../node/crew/members.ts';
import { scanTarget, type ScanHelp } from '../node/scan-target.ts';
import type { ScanSource } from './scan-sources.ts';
import { openSession, type Session } from './session.ts';
import type { Target } from '../node/targets.ts';

export interface ScanResult {
  readonly code: number;
  readonly summary: Summary;
}

/**
 * Scans everything a source offers and writes the report to `sink` as it goes. Ends early when
 * interrupted, when nobody reads the report any more, and at a broken configuration.
 */
export async function runScan(
  source: ScanSource,
  reporter: Reporter,
  sink: BufferedSink,
  context: CommandContext,
): Promise<ScanResult> {
  const session = openSession(context, source.policies, source.cwd, sink);
  try {
    await session.write(reporter.begin());
    for await (const target of source.targets) {
      const policy = await session.policyOf(target);
      if (policy === 'broken') break;
      if (policy && archiveKind(target.path)) {
        if ((await scanArchive(target, reporter, session, context)) === 'broken') break;
      } else if (policy) await scanFile(target, policy, reporter, session, context, source.crew);
      if (await session.stopped()) break;
    }
    await session.write(reporter.end(session.counter.summary()));
    await sink.flush();
  } catch (error) {
    if (!(error instanceof ClosedError)) throw error;
  } finally {
    source.close();
  }
  return { code: await session.finish(), summary: session.counter.summary() };
}

/** Scans the files in an archive, each under its own policy. */
async function scanArchive(
  archive: Target,
  reporter: Reporter,
  session: Session,
  context: CommandContext,
): Promise<'broken' | undefined> {
  // Few scans meet an archive: the others do not load what unpacks them.
  const { membersOf } = await import('../node/archive/members.ts');
  for (const member of membersOf(archive)) {
    const policy = await session.policyOf(member);
    if (policy === 'broken') return 'broken';
    if (policy) await scanFile(member, policy, reporter, session, context);
    if (await session.stopped()) return undefined;
  }
  return undefined;
}

async function scanFile(
  target: Target,
  policy: Policy,
  reporter: Reporter,
  session: Session,
  { say }: CommandContext,
  crew?: Crew,
): Promise<void> {
  const { counter, write, writeBytes } = session;
  let shown: string | undefined;
  const path = () => (shown ??= session.shown(target.path));
  let count = 0;
  const report = async (findings: readonly ReportedFinding[]) => {
    if (findings.length === 0) return;
    count += findings.length;
    for (const finding of findings) counter.finding(finding);
    if (writeBytes && reporter.findings) await writeBytes(reporter.findings(path(), findings));
    else await write(findings.map((finding) => reporter.finding(path(), finding)).join(''));
  };
  let end: ScanEnd | 'binary' | 'stopped';
  try {
    const known = await target.known;
    if (known?.kind === 'scanned') await report(known.findings);
    if (known === undefined || known.kind === 'passed') {
      const help = { crew, counting: countingFor(reporter, counter) };
      end = await drain(target, policy, report, session.stopped, help);
    } else end = known.kind === 'binary' ? 'binary' : known.end;
  } catch (error) {
    await write(count > 0 ? reporter.fileEnd(path()) : '');
    await session.failed(target, error);
    return;
  }
  if (end === 'stopped') return;
  if (end === 'binary') {
    counter.leftOut(path(), 'binary');
    return;
  }
  counter.file(count > 0);
  await write(end.unused.map((directive) => reporter.unused(path(), directive)).join(''));
  if (count + end.unused.length > 0) await write(reporter.fileEnd(path()));
  for (const crash of end.crashes) await session.crashed(target, crash);
  const { encoding, broken } = end;
  // Whatever a path is shown for costs a scan of it: most are shown for nothing.
  if (policy.encoding === undefined && encoding.name !== 'utf-8') {
    counter.readAs({ path: path(), encoding: encoding.name, confidence: encoding.confidence });
  }
  if (broken !== undefined) {
    const title = ENCODING_TITLES[encoding.name];
    await session.complain(say.broken(printable(path()), title, broken.count, broken.first));
  }
}

/** Counts without a place what the reporter would only count. */
function countingFor({ enough, more }: Reporter, counter: Counter): Counting | undefined {
  if (enough === undefined) return undefined;
  return {
    enough,
    add(rule, severity, count) {
      counter.findings(rule, severity, count);
      more?.(rule, count);
    },
  };
}

/** Hands on what a scan finds until it ends, and closes it in any case. */
async function drain(
  target: Target,
  policy: Policy,
  report: (findings: readonly ReportedFinding[]) => Promise<void>,
  stopped: () => Promise<boolean>,
  help: ScanHelp,
): Promise<ScanEnd | 'binary' | 'stopped'> {
  const scan = scanTarget(target, { path: target.path }, policy, help);
  try {
    for (;;) {
      const { value, done } = await scan.next();
      if (done) return value ?? 'binary';
      await report(value);
      if (await stopped()) return 'stopped';
    }
  } finally {
    await scan.return(undefined);
  }
}
