import { lower } from './literals.ts';

/** A cheap look whether a known name may stand before a separator. */
export interface LabelEndings {
  endsAt(bytes: Uint8Array, separator: number): boolean;
  /** By the last two bytes of a name: 1 where a known name ends so. */
  readonly endings: Uint8Array;
}

/** Blanks, quotes, closing brackets, `\\` and `*` that may stand between a name and its separator. */
const BETWEEN = new Set([0x20, 0x09, 0x22, 0x27, 0x60, 0x5d, 0x5c, 0x2a]);

/** @param names field names, as they may be written; only the last two bytes count */
export function compileLabelEndings(names: Iterable<string>): LabelEndings {
  const endings = new Uint8Array(65536);
  for (const name of names) {
    const bytes = new TextEncoder().encode(name).map(lower);
    endings[((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0)] = 1;
  }
  return {
    endings,
    endsAt(bytes, separator) {
      let end = separator - 1;
      // `tel 1:`, `address_2=`: a number may follow the name.
      for (let i = 0; i < 6 && end > 0 && mayStandBetween(bytes[end]!); i++) end--;
      if (end < 1) return false;
      return endings[(lower(bytes[end - 1]!) << 8) | lower(bytes[end]!)] === 1;
    },
  };
}

/** May a byte stand between a name and its separator: blanks, quotes, a number? */
export function mayStandBetween(byte: number): boolean {
  return BETWEEN.has(byte) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2e;
}
