import type { Lines } from '../../src/editor/live-window.ts';
import type { Caret, TextEdit } from '../../src/editor/text-edit.ts';

/** A document that is typed into, as VS Code keeps one for its extensions: as lines. */
export interface TypedDocument extends Lines {
  /** Puts a text in, and tells of it as VS Code does. */
  insert(at: Caret, text: string): TextEdit;
  joined(): string;
}

export function typedDocument(texts: readonly string[]): TypedDocument {
  const lines = [...texts];
  /** Offsets of lines, as far as they were counted since the last edit. */
  const offsets = [0];
  return {
    get count() {
      return lines.length;
    },
    eol: '\n',
    textOf: (line) => lines[line - 1]!,
    // VS Code counts anew from the line that was edited, too.
    offsetOf(line) {
      for (let at = offsets.length; at < line; at++) {
        offsets.push(offsets[at - 1]! + lines[at - 1]!.length + 1);
      }
      return offsets[line - 1]!;
    },
    insert(at, text) {
      const before = lines[at.line]!;
      const whole = before.slice(0, at.character) + text + before.slice(at.character);
      lines.splice(at.line, 1, ...whole.split('\n'));
      offsets.length = Math.min(offsets.length, at.line + 1);
      return { range: { start: at, end: at }, rangeLength: 0, text };
    },
    joined: () => lines.join('\n'),
  };
}
