import type { Io, Sink } from './io.ts';

/** A line at the foot of a terminal that says how far we are. */
export interface Progress {
  /** `text` is asked for only when it is time. */
  show(text: () => string): void;
  /** Must be called before anything else is written to a terminal. */
  clear(): void;
}

/** Often enough to see that it moves, seldom enough to cost nothing. */
const INTERVAL = 100;

/** Escape sequence ECMA-48 EL: erase the line. */
const ERASE = '\r\u001b[2K';

/** Shows something only where standard error is a terminal. */
export function createProgress({ stderr }: Io): Progress {
  if (!stderr.isTerminal) return { show() {}, clear() {} };
  let last = 0;
  let visible = false;
  const put = (text: string) => void stderr.write(text).catch(() => undefined);
  return {
    show(text) {
      const now = performance.now();
      if (now - last < INTERVAL) return;
      last = now;
      visible = true;
      put(ERASE + text().slice(0, stderr.columns - 1));
    },
    clear() {
      if (visible) put(ERASE);
      visible = false;
    },
  };
}

/** A sink that takes the progress line away before it writes. */
export function above(progress: Progress, sink: Sink): Sink {
  const { writeBytes } = sink;
  return {
    write(text) {
      progress.clear();
      return sink.write(text);
    },
    ...(writeBytes && {
      writeBytes(bytes: Uint8Array) {
        progress.clear();
        return writeBytes(bytes);
      },
    }),
  };
}
