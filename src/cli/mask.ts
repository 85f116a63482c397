import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ruleById, RULES } from '../engine/index.ts';
import { archiveKind } from '../node/archive/kind.ts';
import { errorCode } from '../node/file-system.ts';
import { maskFile } from '../node/mask-file.ts';
import { UnwrittenError } from '../node/unwritten-error.ts';
import { maskSource, type MaskJob } from '../node/mask-source.ts';
import { isLeftOver, removeLeftOver } from '../node/replace-file.ts';
import { textSource } from '../node/text-source.ts';
import type { Policies } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { maskDiff } from '../report/mask-diff.ts';
import { printable } from '../report/masked-name.ts';
import { bufferedSink } from './buffered-sink.ts';
import { CommandError, type CommandContext } from './command.ts';
import type { MaskFlags } from './flags.ts';
import { ClosedError } from './io.ts';
import { copyTargets, ownTargets, type MaskTarget } from './mask-places.ts';
import { policyPath } from '../node/file-system.ts';
import { openPolicies } from './policies.ts';
import { openSession, type Session } from './session.ts';
import { shownArgument } from './shown.ts';
import type { Target } from '../node/targets.ts';

/** `leaklint mask`: shows, copies or rewrites files with their personal data masked. */
export async function maskCommand(
  paths: readonly string[],
  flags: MaskFlags,
  context: CommandContext,
): Promise<number> {
  const { io, say } = context;
  checkPlace(flags, context);
  const policies = await openPolicies(flags.config, overlayOf(flags), context);
  const rules = await rulesOf(flags, policies, context);
  const targets =
    flags.output === undefined
      ? ownTargets(paths, io.cwd)
      : copyTargets(paths, flags.output, context);
  const out = bufferedSink(io.stdout);
  const session = openSession(context, policies, io.cwd, out);
  const total = { values: 0, files: 0 };
  try {
    for (const target of targets) {
      const policy = await session.policyOf(target.target);
      if (policy === 'broken') break;
      if (policy) await maskOne(target, policy, { flags, rules, session, context, total });
      if (await session.stopped()) break;
    }
    const { values, files } = total;
    const sentence = flags.diff ? say.wouldMask(values, files) : say.maskedAll(values, files);
    const last = `${values > 0 ? sentence : say.nothingToMask}\n`;
    if (flags.diff) await io.stderr.write(last);
    else await session.write(last);
    await out.flush();
  } catch (error) {
    if (!(error instanceof ClosedError)) throw error;
  }
  return session.finish();
}

function checkPlace({ diff, output, write }: MaskFlags, { say }: CommandContext): void {
  const places = [diff && '--diff', output !== undefined && '--output', write && '--write'];
  const [first, second] = places.filter((place) => typeof place === 'string');
  if (!first) throw new CommandError(say.maskWhere);
  if (second) throw new CommandError(say.notTogether(first, second));
}

function overlayOf({ confidence, strategy, encoding }: MaskFlags) {
  return {
    ...(confidence && { confidence }),
    ...(strategy && { strategy }),
    ...(encoding && { encoding }),
  };
}

/** The rules of `--rule`, built in or of the configuration here. @throws CommandError */
async function rulesOf(
  { rule }: MaskFlags,
  policies: Policies,
  { io, say }: CommandContext,
): Promise<ReadonlySet<string> | undefined> {
  if (rule === undefined) return undefined;
  const { options } = await policies.policyFor(policyPath(`${io.cwd}/leaklint.json`));
  const own = options.custom.map(({ id }) => id);
  const unknown = rule.find((id) => !ruleById(id) && !own.includes(id));
  if (unknown === undefined) return new Set(rule);
  const known = [...RULES.map(({ id }) => id), ...own].join(', ');
  throw new CommandError(say.unknownRule(shownArgument(unknown), known));
}

interface Masking {
  readonly flags: MaskFlags;
  readonly rules: ReadonlySet<string> | undefined;
  readonly session: Session;
  readonly context: CommandContext;
  readonly total: { values: number; files: number };
}

async function maskOne(
  { target, destination }: MaskTarget,
  policy: Policy,
  masking: Masking,
): Promise<void> {
  const { flags, rules, session, context, total } = masking;
  if (isLeftOver(target.path)) {
    const isGone = flags.write === true && removeLeftOver(target.place ?? target.path);
    const say = isGone ? context.say.leftOverRemoved : context.say.leftOver;
    await session.complain(say(printable(session.shown(target.path))));
    return;
  }
  if (archiveKind(target.path)) {
    // Met on the way it is told with others; whoever names one expects something of it.
    if (target.path === target.root) await session.failed(target, new UnwrittenError('archive'));
    else session.counter.leftOut(session.shown(target.path), 'archive');
    return;
  }
  const job = { info: { path: target.path }, policy, rules };
  let count: number | undefined;
  try {
    if (destination !== undefined) makeFolder(destination);
    count = flags.diff
      ? await showDiff(target, job, session, context)
      : await maskFile({
          ...job,
          path: target.place ?? target.path,
          destination,
          stopped: session.stopped,
        });
  } catch (error) {
    await session.failed(target, error);
    return;
  }
  const shown = session.shown(target.path);
  if (count === undefined) session.counter.leftOut(shown, 'binary');
  else session.counter.file(count > 0);
  if (!count) return;
  total.values += count;
  total.files++;
  if (!flags.diff) await session.write(`${context.say.masked(printable(shown), count)}\n`);
}

function makeFolder(destination: string): void {
  try {
    mkdirSync(dirname(destination), { recursive: true });
  } catch (error) {
    throw new UnwrittenError(errorCode(error) ?? 'EIO');
  }
}

/** @returns the number of values that would be masked, or undefined when the file is binary */
async function showDiff(
  target: Target,
  job: Pick<MaskJob, 'info' | 'policy' | 'rules'>,
  session: Session,
  { colours }: CommandContext,
): Promise<number | undefined> {
  const source = textSource(target.bytes(), job.policy.encoding);
  if (source === undefined) return undefined;
  const path = printable(session.shown(target.path));
  let count = 0;
  let text = '';
  const masked = maskSource({
    ...job,
    source,
    onMasked(inBlock) {
      if (count === 0 && inBlock > 0) text += colours.strong(`--- a/${path}\n+++ b/${path}\n`);
      count += inBlock;
    },
    onBlock(block, edits) {
      text += maskDiff(block, edits, colours);
    },
  });
  // The masked bytes themselves go nowhere.
  for (let next = masked.next(); !next.done; next = masked.next()) {
    await session.write(text);
    text = '';
    if (await session.stopped()) break;
  }
  await session.write(text);
  return count;
}
