import type { Messages } from '../engine/index.ts';
import type { ConfigProblem } from './config.ts';

/**
 * A problem at UTF-16 offsets of the config's text; what lies beyond it is cut off, since the parser
 * counts the end of an unclosed comment too far.
 */
export function problemAt(
  text: string,
  from: number,
  to: number,
  path: readonly (string | number)[],
  message: Messages,
): ConfigProblem {
  const [start, end] = [Math.min(from, text.length), Math.min(to, text.length)];
  const before = text.slice(0, start);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = before.split(/\r\n|\n|\r/).length;
  return { message, start, end, line, column: start - lineStart + 1, path };
}

/**
 * Offset in a JSON text of a character of a string in it.
 *
 * @param start offset of the opening quote
 * @param index UTF-16 index in the decoded string
 */
export function offsetInString(text: string, start: number, index: number): number {
  let at = start + 1;
  for (let count = 0; count < index; count++) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
