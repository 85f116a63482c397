import type { Io, Stream } from '../../src/cli/io.ts';

/** An Io that keeps what is written. */
export interface FakeIo extends Io {
  readonly written: { stdout: string; stderr: string };
  /** As Ctrl-C does. */
  interrupt(): void;
}

interface FakeOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: string;
  readonly terminal?: boolean;
}

export function fakeIo(options: FakeOptions = {}): FakeIo {
  const { cwd = process.cwd(), env = {}, stdin = '', terminal = false } = options;
  const written = { stdout: '', stderr: '' };
  const interruption = new AbortController();
  const stream = (name: keyof typeof written): Stream => ({
    isTerminal: terminal,
    columns: 80,
    async write(text) {
      written[name] += text;
    },
  });
  return {
    cwd,
    env,
    written,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: () => [new TextEncoder().encode(stdin)],
    interrupted: interruption.signal,
    interrupt: () => interruption.abort(),
  };
}
