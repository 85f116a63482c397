import { resolve } from 'node:path';
import { errorCode } from '../node/file-system.ts';
import { beginReplacement } from '../node/replace-file.ts';
import { bufferedSink, type BufferedSink } from './buffered-sink.ts';
import { CommandError, type CommandContext, type FailureCode } from './command.ts';
import { shownFile } from './shown.ts';

/** Where a command's result goes: standard output, or a file that appears when it is whole. */
export interface Output {
  /** To be flushed before `finish`. */
  readonly sink: BufferedSink;
  /** The result is complete. */
  finish(): void;
  /** It is not: leaves no half file behind. */
  abandon(): void;
}

/** @throws CommandError when the file cannot be written, by the members too */
export function openOutput(file: string | undefined, context: CommandContext): Output {
  const { io, say } = context;
  if (file === undefined) {
    const sink = bufferedSink(io.stdout);
    return { sink, finish() {}, abandon() {} };
  }
  const path = resolve(io.cwd, file);
  const attempt = <T>(call: () => T, exitCode: FailureCode): T => {
    try {
      return call();
    } catch (error) {
      const why = say.code(errorCode(error) ?? 'EIO');
      throw new CommandError(say.cannotWriteOutput(shownFile(path, io.cwd), why), exitCode);
    }
  };
  const replacement = attempt(() => beginReplacement(path), 2);
  const encoder = new TextEncoder();
  // Whoever names a folder is wrong; a disk that is full after a while is nobody's mistake.
  const sink = bufferedSink({
    write: async (text) => attempt(() => replacement.write(encoder.encode(text)), 3),
    writeBytes: async (bytes) => attempt(() => replacement.write(bytes), 3),
  });
  return { sink, finish: () => attempt(replacement.commit, 3), abandon: replacement.abandon };
}
