import { RULES, type Block, type SourceInfo } from '../engine/index.ts';
import type { Crew } from './crew/members.ts';
import { blocksOf, scanSource, type Counting, type ScanEnd } from './scan-source.ts';
import { textSource } from './text-source.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Policy } from '../policy/policy.ts';
import { createNewValues, type NewValues } from '../report/new-values.ts';
import type { Bytes, Target } from './targets.ts';

/** Who helps, and what need not be told. */
export interface ScanHelp {
  readonly counting?: Counting | undefined;
  readonly crew?: Crew | undefined;
}

/**
 * What the policy reports in a target, block after block. Returns undefined when it is binary.
 *
 * @throws UnreadableError, CrashedError
 */
export async function* scanTarget(
  target: Target,
  info: SourceInfo,
  policy: Policy,
  { counting, crew }: ScanHelp = {},
): AsyncGenerator<readonly ReportedFinding[], ScanEnd | undefined> {
  const source = textSource(target.bytes(), policy.encoding);
  if (source === undefined) return undefined;
  const fresh = target.older && (await newValuesOf(target, info, policy));
  const job = { source, info, policy, ...(fresh && { keep: fresh.take }) };
  // Findings that are told one by one would take longer on their way than to find.
  if (crew === undefined || counting === undefined || fresh !== undefined) {
    return yield* scanSource({ ...job, ...(counting && { counting }) });
  }
  // Most scans, and all of the hook, have nobody to share with.
  const { shareRows } = await import('./crew/share-rows.ts');
  const rules = [...RULES, ...policy.options.custom].map(({ id }) => id);
  const { chunks, ahead, due } = shareRows(source.chunks, crew, { path: target.path, rules });
  const scan = scanSource({ ...job, source: { ...source, chunks }, counting, ahead });
  try {
    for (;;) {
      const answer = due();
      if (answer !== undefined) await answer;
      const { value, done } = scan.next();
      if (done === true) return value;
      yield value;
    }
  } finally {
    scan.return(undefined as never);
  }
}

/** Undefined when everything is new. */
async function newValuesOf(
  target: Target,
  info: SourceInfo,
  policy: Policy,
): Promise<NewValues | undefined> {
  const older = await target.older?.();
  if (older === undefined) return undefined;
  const values = createNewValues();
  let any = false;
  for (const block of blocksIn(older, info, policy)) {
    for (const finding of block.findings) values.had(block, finding);
    any ||= block.findings.length > 0;
  }
  if (!any) return undefined;
  for (const block of blocksIn(target.bytes, info, policy)) {
    for (const finding of block.findings) values.has(block, finding);
  }
  return values;
}

function blocksIn(bytes: Bytes, info: SourceInfo, policy: Policy): Iterable<Block> {
  const source = textSource(bytes(), policy.encoding);
  return source === undefined ? [] : blocksOf(source, info, policy);
}
