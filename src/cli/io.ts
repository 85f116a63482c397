import { isatty } from 'node:tty';
import { errorCode } from '../node/file-system.ts';
import { readDescriptor } from '../node/read-chunks.ts';

/** Whoever reads our output has gone (`leaklint | head`). Not a failure: there is nobody to tell. */
export class ClosedError extends Error {}

/** The output could not be written: a full disk, say. */
export class OutputError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Where text goes. */
export interface Sink {
  /** Resolves when more may be written. @throws ClosedError, OutputError */
  write(text: string): Promise<void>;
  /** Takes UTF-8 as well, and is done with the bytes when it returns. */
  writeBytes?(bytes: Uint8Array): Promise<void>;
}

/** A standard stream. */
export interface Stream extends Sink {
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** Everything a command may touch besides the disk, so that tests can run commands in process. */
export interface Io {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Stream;
  readonly stderr: Stream;
  stdin(): Iterable<Uint8Array>;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** @param open gives the stream; asked for at the first use: a silent run needs none */
function streamOf(fd: number, open: () => NodeJS.WriteStream): Stream {
  let failure: Error | undefined;
  let wake = () => {};
  let opened: NodeJS.WriteStream | undefined;
  const stream = () => (opened ??= watched(open()));
  const watched = (fresh: NodeJS.WriteStream) =>
    fresh.on('error', (error) => {
      const code = errorCode(error) ?? 'EIO';
      failure = code === 'EPIPE' || code === 'EOF' ? new ClosedError() : new OutputError(code);
      wake();
    });
  return {
    isTerminal: isatty(fd),
    get columns() {
      return stream().columns ?? 80;
    },
    async write(text) {
      if (failure) throw failure;
      if (!stream().write(text)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          stream().once('drain', resolve);
        });
      }
      if (failure) throw failure;
    },
  };
}

/** From the first look on: until then signals end the process the system's way, and nothing is lost. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  // Once: a second Ctrl-C ends the process the system's way.
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

/** The process's own streams and signals. */
export function processIo(): Io {
  let interrupted: AbortSignal | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: streamOf(1, () => process.stdout),
    stderr: streamOf(2, () => process.stderr),
    stdin: () => readDescriptor(0),
    get interrupted() {
      return (interrupted ??= interruption());
    },
  };
}
