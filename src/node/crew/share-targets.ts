import type { Target } from '../targets.ts';
import type { Crew, Member } from './members.ts';
import { PASSED } from './protocol.ts';

/** Files that a thread gets at a time, and batches that wait for it. */
const BATCH = 32;
const DEPTH = 2;

/**
 * Hands targets on in their order. When that takes long, other threads scan some of those that are still to
 * come; the rest is for the caller.
 *
 * @param isShared may another thread scan it?
 */
export async function* shareTargets(
  targets: Iterable<Target> | AsyncIterable<Target>,
  isShared: (target: Target) => boolean,
  crew: Crew,
): AsyncGenerator<Target, void, undefined> {
  const queue: Queue = { ahead: [], passed: 0, ended: false };
  const { ahead } = queue;
  const dealers: Dealer[] = [];
  const source = iterate(targets);
  const fill = async (count: number): Promise<void> => {
    while (!queue.ended && ahead.length < count) {
      const { value, done } = await source.next();
      if (done === true) queue.ended = true;
      else ahead.push(value);
    }
  };
  for (await fill(1); ahead.length > 0; await fill(1)) {
    if (crew.isDue()) {
      await fill(BATCH * (DEPTH + 1) * (crew.size + 1));
      // A tree that ends soon is scanned before a thread could answer.
      if (dealers.length === 0 && !queue.ended) {
        dealers.push(...crew.members().map((member) => ({ member, next: 0 })));
      }
      dealers.forEach((dealer, index) => giveBatches(dealer, index, crew.size, queue, isShared));
    }
    yield ahead.shift()!;
    queue.passed++;
  }
}

/** A thread, with the number of the batch that is its next, counted from the first target on. */
interface Dealer {
  readonly member: Member;
  next: number;
}

/** What is still to come. */
interface Queue {
  readonly ahead: Target[];
  /** How many have been handed on. */
  passed: number;
  ended: boolean;
}

async function* iterate<T>(
  items: Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/**
 * The batches are dealt out in turn: one to the caller, one to each thread. A thread gets its own as far
 * ahead as they are known; what the caller has reached meanwhile is the caller's.
 */
function giveBatches(
  dealer: Dealer,
  index: number,
  size: number,
  { ahead, passed, ended }: Queue,
  isShared: (target: Target) => boolean,
): void {
  const { member } = dealer;
  const turns = size + 1;
  const reached = Math.ceil((passed + 1) / BATCH);
  while (dealer.next < reached || dealer.next % turns !== index + 1) dealer.next++;
  for (; member.waiting < DEPTH; dealer.next += turns) {
    const first = dealer.next * BATCH - passed;
    const after = Math.min(first + BATCH, ahead.length);
    if (after <= first || (after < first + BATCH && !ended)) return;
    const places: number[] = [];
    for (let i = first; i < after; i++) {
      const target = ahead[i]!;
      if (target.kind === 'file' && isShared(target)) places.push(i);
    }
    if (places.length === 0) continue;
    const files = places.map((i) => {
      const { path, place = path } = ahead[i]!;
      return { path, place };
    });
    const answer = member.ask({ kind: 'files', files });
    places.forEach((i, at) => {
      const known = answer.then((all) => all?.results?.[at] ?? PASSED);
      ahead[i] = { ...ahead[i]!, known };
    });
  }
}
