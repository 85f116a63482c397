import type { Block, SourceInfo } from '../engine/index.ts';
import { blocksOf, scanSource, type Counting, type ScanEnd } from './scan-source.ts';
import { textSource } from './text-source.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Policy } from '../policy/policy.ts';
import { createNewValues, type NewValues } from '../report/new-values.ts';
import type { Bytes, Target } from './targets.ts';

/**
 * What the policy reports in a target, block after block. Returns undefined when it is binary.
 *
 * @throws UnreadableError, CrashedError
 */
export async function* scanTarget(
  target: Target,
  info: SourceInfo,
  policy: Policy,
  counting?: Counting,
): AsyncGenerator<readonly ReportedFinding[], ScanEnd | undefined> {
  const source = textSource(target.bytes(), policy.encoding);
  if (source === undefined) return undefined;
  const fresh = target.older && (await newValuesOf(target, info, policy));
  return yield* scanSource({
    source,
    info,
    policy,
    ...(fresh && { keep: fresh.take }),
    ...(counting && { counting }),
  });
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
