import type { Position } from './finding.ts';
import { sequenceAt } from './text/utf8.ts';

export const START: Position = { offset: 0, byte: 0, line: 1, column: 1 };

/**
 * The position of a later byte. Lines and UTF-16 units are counted only up to what is asked for.
 *
 * @param base byte offset of `bytes[0]` in the source
 * @param byte byte offset in the source, not before `from.byte`
 */
export function advance(from: Position, bytes: Uint8Array, base: number, byte: number): Position {
  const end = byte - base;
  const start = from.byte - base;
  let { line } = from;
  /** What UTF-16 has fewer of than bytes were passed. */
  let spared = 0;
  /** Place of the line's first unit, as far as it was seen, and the column there. */
  let lineStart = 0;
  let first = from.column;
  let i = start;
  while (i < end) {
    const unit = bytes[i]!;
    if (unit >= 0x80) {
      const length = sequenceAt(bytes, i, bytes.length);
      i += Math.abs(length);
      spared += Math.abs(length) - (length === 4 ? 2 : 1);
      continue;
    }
    i++;
    // \n, \r\n and a lone \r end a line, as they do in VS Code.
    if (unit > 0x0d || (unit !== 0x0a && (unit !== 0x0d || bytes[i] === 0x0a))) continue;
    line++;
    lineStart = i - start - spared;
    first = 1;
  }
  const units = i - start - spared;
  return { offset: from.offset + units, byte: base + i, line, column: first + units - lineStart };
}
