import { setFlagsFromString } from 'node:v8';

/** Nearly ten times what V8 has by default, in bytes of a function's own code that it ran. */
const BUDGET = 1_000_000;

/**
 * Lets V8 wait before it optimises. The hook runs for a fraction of a second, and most of what is
 * optimised in it is ready when nobody needs it any more: a fifth of its time. Where more is staged,
 * it costs some ten milliseconds once.
 */
export function optimiseLate(): void {
  // V8 complains on standard error of flags that it does not know: no Node that is not tried.
  if (/^2[0-4]\./.test(process.versions.node)) {
    setFlagsFromString(`--interrupt-budget=${String(BUDGET)}`);
  }
}
