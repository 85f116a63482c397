import { loadCore } from './load-core.ts';
import type { Platform } from './platform.ts';
import { createInlineScanner, createScanner, type Scanner } from './scanner.ts';

/** A scanner that tells where it works. */
export interface PlacedScanner extends Scanner {
  /** Undefined until the first answer. */
  place(): 'worker' | 'extension-host' | undefined;
}

/** Milliseconds without a scan after which a worker ends and gives its memory back. */
const REST = 60_000;

/**
 * A scanner in a worker, which starts with the first scan and ends when nothing was asked of it for
 * a while. One that dies is started again for the next source; where none can be had at all (some
 * web hosts refuse), scans run in the extension host.
 */
export function createWorkerScanner(platform: Platform, rest = REST): PlacedScanner {
  let scanner: Promise<Scanner> | undefined;
  let hasAnswered = false;
  let inline = false;
  let running = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function start(): Promise<Scanner> {
    if (inline) return createInlineScanner(await loadCore());
    try {
      return createScanner((listener) => platform.startWorker(listener));
    } catch {
      inline = true;
      return start();
    }
  }

  function end(): void {
    void scanner?.then((started) => started.dispose());
    scanner = undefined;
  }

  const scan: Scanner['scan'] = async (job, cancellation) => {
    const current = (scanner ??= start());
    const result = await (await current).scan(job, cancellation);
    if (result.outcome !== 'failed') {
      hasAnswered = true;
      return result;
    }
    // Two sources may learn of the same death: the first replaces the worker.
    if (scanner === current) end();
    // It has worked before: what killed it may be this source, which is not tried again.
    if (hasAnswered) return { ...result, outcome: 'crashed' };
    inline = true;
    return scan(job, cancellation);
  };

  return {
    async scan(job, cancellation) {
      clearTimeout(resting);
      running++;
      try {
        return await scan(job, cancellation);
      } finally {
        running--;
        if (running === 0) resting = setTimeout(end, rest);
      }
    },
    place() {
      if (inline) return 'extension-host';
      return hasAnswered ? 'worker' : undefined;
    },
    dispose() {
      clearTimeout(resting);
      end();
    },
  };
}
