import { setTimeout as sleep } from 'node:timers/promises';

/** Machines that run tests are slow now and then; nothing waits less. */
export const WAIT_MS = 30_000;

/** Reads until what was read fits; in the end says what it was instead. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  fits: (value: T) => boolean,
  complain: (value: T) => string,
): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    if (Date.now() > deadline) throw new Error(`after ${WAIT_MS / 1000} s: ${complain(value)}`);
    await sleep(100);
  }
}
