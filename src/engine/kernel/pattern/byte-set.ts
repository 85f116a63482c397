/** A set of bytes, as 256 bits. */
export type ByteSet = Uint32Array;

export function emptyByteSet(): ByteSet {
  return new Uint32Array(8);
}

export function addRange(set: ByteSet, low: number, high: number): void {
  for (let byte = low; byte <= high; byte++) set[byte >> 5]! |= 1 << (byte & 31);
}

export function hasByte(set: ByteSet, byte: number): boolean {
  return ((set[byte >> 5]! >>> (byte & 31)) & 1) === 1;
}

/** The bytes in both, or undefined when there are none. */
export function intersection(a: ByteSet, b: ByteSet): ByteSet | undefined {
  const both = a.map((word, index) => word & b[index]!);
  return both.some((word) => word !== 0) ? both : undefined;
}

/**
 * Bytes that no set tells apart share a class: tables have a column a class instead of 256.
 *
 * @returns the class of each byte, and one byte of each class
 */
export function byteClasses(sets: Iterable<ByteSet>): {
  readonly classOf: Uint8Array;
  readonly samples: readonly number[];
} {
  let classOf = new Uint8Array(256);
  let samples = [0];
  for (const set of new Map([...sets].map((set) => [set.join(), set])).values()) {
    const split = new Map<number, number>();
    const next = new Uint8Array(256);
    const nextSamples: number[] = [];
    for (let byte = 0; byte < 256; byte++) {
      const key = classOf[byte]! * 2 + (hasByte(set, byte) ? 1 : 0);
      let id = split.get(key);
      if (id === undefined) {
        id = nextSamples.push(byte) - 1;
        split.set(key, id);
      }
      next[byte] = id;
    }
    classOf = next;
    samples = nextSamples;
  }
  return { classOf, samples };
}
