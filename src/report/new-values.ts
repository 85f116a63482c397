import { valueOf, type Block, type Finding } from '../engine/index.ts';
import { normalise } from '../engine/text/normalise.ts';

/**
 * What a file's newer version holds more than its older one: as many of each value as it holds
 * more, wherever they stand. Values stay in memory and are never shown or stored.
 */
export interface NewValues {
  /** A finding of the older version, whatever the policy says to it. */
  had(block: Block, finding: Finding): void;
  /** A finding of the newer version, whatever the policy says to it. */
  has(block: Block, finding: Finding): void;
  /** Is a finding of the newer version one too many? To be asked once for each, after all above. */
  take(block: Block, finding: Finding): boolean;
}

export function createNewValues(): NewValues {
  const more = new Map<string, number>();
  const add = (block: Block, finding: Finding, by: number) => {
    const key = `${finding.rule} ${normalise(finding.rule, valueOf(block, finding))}`;
    const count = more.get(key) ?? 0;
    more.set(key, count + by);
    return count;
  };
  return {
    had: (block, finding) => void add(block, finding, -1),
    has: (block, finding) => void add(block, finding, 1),
    take: (block, finding) => add(block, finding, -1) > 0,
  };
}
