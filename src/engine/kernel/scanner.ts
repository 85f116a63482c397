import { addCandidate, AT, LABEL, LITERAL } from './candidates.ts';
import { collectDigits, digitAt, runAcross } from './digits.ts';
import type { Collector } from './kernel.ts';
import { NO_NAMES, type KernelParts } from './parts.ts';
import { COMMERCIAL_AT, DIGIT, FIRST_OF_LITERAL, LIST, SEPARATOR, WIDE } from './wasm/layout.ts';

/** The plain scanner, byte after byte. What wasm/scan.ts does is the same, and tests hold it to it. */
export function createPlainKernel(parts: KernelParts): Collector {
  const { classes, literals, literalCount, labels, numbered, listed } = parts;
  return {
    collect(bytes, from, to, out) {
      let digitsUntil = runAcross(bytes, from);
      const digitsAt = (at: number): number => {
        const end = collectDigits(bytes, at, out);
        numbered.collect(bytes, at, end, out);
        return end;
      };
      if (from === 0) listed.collect(bytes, 0, out);
      for (let i = from; i < to; i++) {
        const byte = bytes[i]!;
        const kind = classes[byte]!;
        if (kind === 0) continue;
        if ((kind & DIGIT) !== 0 && i >= digitsUntil) digitsUntil = digitsAt(i);
        else if ((kind & COMMERCIAL_AT) !== 0) {
          const isOne = i > 0 && bytes[i + 1] !== 0x40 && !NO_NAMES.has(bytes[i - 1]!);
          if (isOne) addCandidate(out, AT, i, i + 1);
        } else if ((kind & SEPARATOR) !== 0 && labels.endsAt(bytes, i)) {
          addCandidate(out, LABEL, i, i + 1);
        } else if ((kind & LIST) !== 0) listed.collect(bytes, i + 1, out);
        if ((kind & WIDE) !== 0) {
          if (i >= digitsUntil && digitAt(bytes, i) > 0) {
            digitsUntil = digitsAt(i);
          } else if (isWideSeparator(bytes, i) && labels.endsAt(bytes, i)) {
            addCandidate(out, LABEL, i, i + 3);
          }
        }
        if ((kind & FIRST_OF_LITERAL) !== 0 && literals.mayBegin(bytes, i)) {
          literals.match(bytes, i, (id, end) => {
            addCandidate(out, id < literalCount ? LITERAL + id : AT, i, end);
          });
        }
      }
    },
  };
}

/** `：` EF BC 9A and `＝` EF BC 9D. */
function isWideSeparator(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2];
  return bytes[at + 1] === 0xbc && (last === 0x9a || last === 0x9d);
}
