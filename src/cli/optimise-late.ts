import { Module } from 'node:module';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';

/** Bytes of a function's own code that it runs before V8 optimises it: by default, and many times as much. */
const USUAL = 67_584;
const LATE = 1_000_000;

const setBudget = (bytes: number): void => {
  setFlagsFromString(`--interrupt-budget=${String(bytes)}`);
};

/** Node's own way of compiling a file, for all modules at once; not in the types. */
interface Compiling {
  _compile(this: NodeJS.Module, source: string, file: string): unknown;
}

/**
 * Lets V8 wait before it optimises. The hook runs for a fraction of a second, and most of what is
 * optimised in it is ready when nobody needs it any more: a fifth of its time. Where more is staged,
 * it costs some ten milliseconds once.
 *
 * Only between the loading of modules: what V8 has kept of them it takes under the same flags alone.
 */
export function optimiseLate(): void {
  // V8 complains on standard error of flags that it does not know: no Node that is not tried.
  if (!/^2[0-4]\./.test(process.versions.node)) return;
  const flags = cachedDataVersionTag();
  setBudget(LATE);
  setBudget(USUAL);
  // Another V8 may have another default, to which nothing leads back.
  if (cachedDataVersionTag() !== flags) return;
  const modules = Module.prototype as unknown as Compiling;
  const usual = modules._compile;
  modules._compile = function (source, file) {
    setBudget(USUAL);
    try {
      return usual.call(this, source, file);
    } finally {
      setBudget(LATE);
    }
  };
  // Before anybody keeps what was compiled.
  process.prependOnceListener('exit', () => setBudget(USUAL));
  setBudget(LATE);
}
