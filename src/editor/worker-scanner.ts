import { loadCore } from './load-core.ts';
import type { Platform } from './platform.ts';
import { createInlineScanner, createScanner, type Scanner } from './scanner.ts';

/**
 * The scanner for what the user asks for: in a worker, which starts with the first scan. A worker that dies is started
 * again for the next source; where none can be had at all (some web hosts refuse), scans run in the extension host.
 */
export function createWorkerScanner(platform: Platform): Scanner {
  let scanner: Promise<Scanner> | undefined;
  let hasAnswered = false;
  let inline = false;

  async function start(): Promise<Scanner> {
    if (inline) return createInlineScanner(await loadCore());
    try {
      return createScanner((listener) => platform.startWorker(listener));
    } catch {
      inline = true;
      return start();
    }
  }

  return {
    async scan(job, cancellation) {
      const current = (scanner ??= start());
      const result = await (await current).scan(job, cancellation);
      if (result.outcome !== 'failed') {
        hasAnswered = true;
        return result;
      }
      // Two sources may learn of the same death: the first replaces the worker.
      if (scanner === current) scanner = undefined;
      // It has worked before: what killed it may be this source, which is not tried again.
      if (hasAnswered) return { ...result, outcome: 'crashed' };
      inline = true;
      return this.scan(job, cancellation);
    },
    dispose() {
      void scanner?.then((started) => started.dispose());
    },
  };
}
