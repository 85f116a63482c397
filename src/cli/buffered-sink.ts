import type { Sink } from './io.ts';

/** Text is passed on in pieces of this many characters: a system call a line is too many. */
const PIECE = 1 << 16;

/** Gathers small writes. `flush` must be called at the end. */
export interface BufferedSink extends Sink {
  flush(): Promise<void>;
}

const DONE = Promise.resolve();

export function bufferedSink(sink: Sink): BufferedSink {
  let pieces: string[] = [];
  let length = 0;

  async function flush(): Promise<void> {
    const text = pieces.join('');
    pieces = [];
    length = 0;
    if (text !== '') await sink.write(text);
  }

  const { writeBytes } = sink;
  return {
    ...(writeBytes && {
      async writeBytes(bytes: Uint8Array) {
        await flush();
        await writeBytes(bytes);
      },
    }),
    write(text) {
      pieces.push(text);
      length += text.length;
      return length < PIECE ? DONE : flush();
    },
    flush,
  };
}
