import { UnreadableError } from '../read-chunks.ts';

/** What an archive may unpack to; more is taken for a bomb. */
export interface Limits {
  /** Bytes, all members together, those of archives inside too. */
  readonly total: number;
  /** Times the packed size, from `free` bytes on. */
  readonly ratio: number;
  readonly free: number;
  readonly members: number;
  /** Archives inside of archives; 1 is an archive with files. */
  readonly depth: number;
  /** Bytes of a `.zip` that must be held in memory: one inside another archive, or in a pipe. */
  readonly held: number;
}

const GIB = 1 << 30;
const MIB = 1 << 20;

/** A dump in CSV packs to a tenth, a log to a fiftieth; deflate reaches a thousandth at most. */
export const LIMITS: Limits = {
  total: 16 * GIB,
  ratio: 250,
  free: 32 * MIB,
  members: 100_000,
  depth: 3,
  held: 64 * MIB,
};

/** Counts what comes out of an archive and of those inside. */
export interface Budget {
  readonly limits: Limits;
  /** @throws UnreadableError when there is more than may be */
  member(): void;
  /** To be told after each piece. @param packed bytes that the member's pieces took so far */
  unpacked(length: number, ofMember: number, packed: number): void;
}

/** @throws by its members: UnreadableError `archive-limit` */
export function createBudget(limits: Limits): Budget {
  let total = 0;
  let members = 0;
  const check = (isFine: boolean) => {
    if (!isFine) throw new UnreadableError('archive-limit');
  };
  return {
    limits,
    member: () => check(++members <= limits.members),
    unpacked(length, ofMember, packed) {
      total += length;
      check(total <= limits.total);
      check(ofMember <= limits.free || ofMember <= packed * limits.ratio);
    },
  };
}
