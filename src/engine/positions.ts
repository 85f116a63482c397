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
  let { offset, line, column } = from;
  const end = byte - base;
  let i = from.byte - base;
  while (i < end) {
    const unit = bytes[i]!;
    if (unit >= 0x80) {
      const length = sequenceAt(bytes, i, bytes.length);
      const units = length === 4 ? 2 : 1;
      offset += units;
      column += units;
      i += Math.abs(length);
    } else {
      i++;
      offset++;
      column++;
      // \n, \r\n and a lone \r end a line, as they do in VS Code.
      if (unit === 0x0a || (unit === 0x0d && bytes[i] !== 0x0a)) {
        line++;
        column = 1;
      }
    }
  }
  return { offset, byte: base + i, line, column };
}
