import { createPolicies } from '../policy/load.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import { archiveKind } from './archive/kind.ts';
import { policyPath } from './file-system.ts';
import { openBlobs } from './git/blobs.ts';
import { indexFileSystem } from './git/index-file-system.ts';
import type { GitOptions } from './git/run.ts';
import { scanTarget } from './scan-target.ts';
import { comparedTargets, compareStaged } from './targets.ts';

/** A value that the staged changes bring in. */
export interface StagedFinding {
  /** Absolute path, in the system's own separators. */
  readonly path: string;
  readonly finding: ReportedFinding;
}

/**
 * The values that the index has and HEAD has not, under the policy of the index: what the hook
 * would refuse. What cannot be read is left out; the hook says so.
 *
 * @throws GitError, CrashedError
 */
export async function stagedFindings(options: GitOptions): Promise<readonly StagedFinding[]> {
  const compared = await compareStaged([], options);
  const blobs = openBlobs(options);
  try {
    const policies = createPolicies(indexFileSystem(compared.top, blobs, options));
    const found: StagedFinding[] = [];
    for await (const target of comparedTargets(compared, blobs)) {
      const { kind, path } = target;
      const policy = await policies.policyFor(policyPath(path));
      // What stands in an archive has no place in an editor; the hook tells it.
      if (kind !== 'file' || policy.ignored || archiveKind(path)) continue;
      for await (const findings of scanTarget(target, { path }, policy)) {
        found.push(...findings.map((finding) => ({ path, finding })));
      }
    }
    return found;
  } finally {
    blobs.close();
  }
}
