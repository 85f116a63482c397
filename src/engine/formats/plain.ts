import type { Format, Labels } from './format.ts';

const LF = 0x0a;

/** Any text: no fields of its own, cut at line ends. Names stand beside the values. */
export function plain(labels: Labels): () => Format {
  return () => ({
    labels,
    columns: false,
    read(bytes, from, to, final) {
      return final ? to : bytes.lastIndexOf(LF, to - 1) + 1 || from;
    },
  });
}
