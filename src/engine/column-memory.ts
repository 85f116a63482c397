import { byteMemo, MEMO_SIZE, type OfBytes } from './text/byte-memo.ts';

/** Bytes that a column's test keeps. */
export interface KeptBytes {
  readonly bytes: Uint8Array;
  /** Where the scanner of tables sees them; undefined where it does not. */
  readonly address: number | undefined;
}

/** What a column's test remembers of stretches of bytes. */
export interface Memo {
  readonly of: OfBytes;
  readonly address: number | undefined;
}

/** What the tests of columns remember. Asked twice for the same, it gives the same. */
export interface ColumnMemory {
  /** @param find pure */
  memo(find: OfBytes): Memo;
  /** @param key says whose bytes they are; zeros at first */
  bytes(key: object, size: number): KeptBytes;
}

/** Of all tables of the process: what is to be remembered never changes. */
export const OWN_MEMORY: ColumnMemory = {
  memo: once((find: OfBytes): Memo => ({ of: byteMemo(find), address: undefined })),
  bytes: onceSized((size) => ({ bytes: new Uint8Array(size), address: undefined })),
};

/**
 * Memory that the scanner of a table sees, as long as there is room.
 *
 * @param share gives bytes of it, from zeros on
 */
export function sharedMemory(share: (size: number) => KeptBytes | undefined): ColumnMemory {
  return {
    memo: once((find: OfBytes) => {
      const places = share(MEMO_SIZE);
      if (places === undefined) return OWN_MEMORY.memo(find);
      return { of: byteMemo(find, places.bytes), address: places.address };
    }),
    bytes: onceSized((size, key) => share(size) ?? OWN_MEMORY.bytes(key, size)),
  };
}

function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = onceSized((_size, key: K) => make(key));
  return (key) => made(key, 0);
}

function onceSized<K extends object, V>(make: (size: number, key: K) => V) {
  const known = new WeakMap<K, V>();
  return (key: K, size: number): V => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(size, key)));
    return value;
  };
}
