/**
 * Bytes of the UTF-8 sequence at `at`, as the WHATWG decoder reads it: 1–4 for a character; for a
 * broken one the negative length of the stretch that becomes one U+FFFD.
 */
export function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // The second byte's bounds exclude overlong forms, surrogates and what is past U+10FFFF.
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < wanted; i++) {
    const next = at + i < end ? (bytes[at + i] ?? 0) : 0;
    if (next < low || next > high) return -i;
    low = 0x80;
    high = 0xbf;
  }
  return wanted;
}

/** UTF-16 units that `bytes[from, to)` decodes to. */
export function unitsBetween(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to;) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      units++;
      continue;
    }
    const length = sequenceAt(bytes, i, to);
    units += length === 4 ? 2 : 1;
    i += length < 0 ? -length : length;
  }
  return units;
}

/** Is the byte the second or a later one of its sequence? */
export const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && (byte & 0xc0) === 0x80;

/** The nearest offset at or before `at` at which a character begins, not before `floor`. */
export function characterStart(bytes: Uint8Array, at: number, floor: number): number {
  let start = at;
  for (let i = 0; i < 3 && start > floor && isContinuation(bytes[start]); i++) start--;
  return isContinuation(bytes[start]) ? at : start;
}
