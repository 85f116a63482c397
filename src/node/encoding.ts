/** How a file's characters are written. Only what a byte-order mark or plain UTF-8 tells. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Length of the byte-order mark in bytes. */
  readonly bom: number;
}

/** As many bytes of a file's head as are looked at. */
export const HEAD_LENGTH = 8192;

/**
 * Tells the encoding by the first bytes of a file, or undefined when it is binary: a NUL among
 * the first 8 KiB (the sign that git and grep go by) and no byte-order mark of UTF-16.
 */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = head;
  // UTF-32 (Unicode 3.10): its little-endian mark begins with that of UTF-16. Nobody writes it.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return undefined;
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', bom: 2 };
  if (head.subarray(0, HEAD_LENGTH).includes(0)) return undefined;
  return { name: 'utf-8', bom: a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0 };
}

/**
 * The byte offset in the file of a position in the decoded text.
 *
 * @param position UTF-16 offset and UTF-8 byte offset, both from the end of the byte-order mark
 */
export function byteInFile(
  { name, bom }: Encoding,
  position: { readonly offset: number; readonly byte: number },
): number {
  return bom + (name === 'utf-8' ? position.byte : 2 * position.offset);
}
