/** As many bytes as git and grep look at. */
const HEAD_LENGTH = 8192;

/**
 * The text in a file's bytes as UTF-8 without a byte-order mark, or undefined when they are binary.
 * It goes by the byte-order mark and by a NUL among the first 8 KiB, as the command line does.
 */
export function utf8Of(bytes: Uint8Array): Uint8Array | undefined {
  const [a, b, c, d] = bytes;
  // UTF-32 (Unicode 3.10): its little-endian mark begins with that of UTF-16. Nobody writes it.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return undefined;
  if (a === 0xff && b === 0xfe) return fromUtf16(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return fromUtf16(bytes, 'utf-16be');
  if (bytes.subarray(0, HEAD_LENGTH).includes(0)) return undefined;
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
}

function fromUtf16(bytes: Uint8Array, label: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
}
