const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Writes bits as text, six to a character (RFC 4648 section 5, without padding). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += ALPHABET[(held >> (bits - 6)) & 63];
    held &= 0xff;
  }
  return bits === 0 ? text : text + ALPHABET[(held << (6 - bits)) & 63];
}

/** Node's own way, which needs no warming up. */
const { Buffer: host } = globalThis as {
  readonly Buffer?: { from(text: string, encoding: 'base64url'): Uint8Array };
};

/** Reads what {@link toBase64} wrote. */
export function fromBase64(text: string): Uint8Array {
  return host === undefined ? fromBase64ByHand(text) : new Uint8Array(host.from(text, 'base64url'));
}

/** The same everywhere else. */
export function fromBase64ByHand(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 6) >> 3);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    held = ((held << 6) | sixBits(text.charCodeAt(i))) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return bytes;
}

/**
 * Reads numbers of any size: five bits a character, the lowest first, the sixth bit says that more
 * follow.
 */
export function fromNumbers(text: string): number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const six = sixBits(text.charCodeAt(i));
    value |= (six & 31) << shift;
    shift += 5;
    if (six < 32) {
      values.push(value);
      value = shift = 0;
    }
  }
  return values;
}

/** Writes numbers for {@link fromNumbers}. */
export function toNumbers(values: Iterable<number>): string {
  let text = '';
  for (let value of values) {
    for (; value > 31; value >>= 5) text += ALPHABET[(value & 31) | 32];
    text += ALPHABET[value];
  }
  return text;
}

/** A–Z 0–25, a–z 26–51, 0–9 52–61, - 62, _ 63. */
function sixBits(unit: number): number {
  if (unit >= 97) return unit - 71;
  if (unit === 95) return 63;
  if (unit >= 65) return unit - 65;
  return unit === 45 ? 62 : unit + 4;
}
