import * as core from '../../src/editor/core.ts';
import type { Scanned } from '../../src/editor/analysis.ts';
import type { FindingList } from '../../src/editor/finding-list.ts';
import { afterEdits, judgeUntil, liveOf } from '../../src/editor/live.ts';
import type { Lines } from '../../src/editor/live-window.ts';
import { createInlineScanner } from '../../src/editor/scanner.ts';
import type { Caret, TextEdit } from '../../src/editor/text-edit.ts';
import type { Config } from '../../src/policy/config.ts';
import { NEVER } from './never-cancelled.ts';

/** What the editor knows of a text after a scan of all of it. */
export async function scanned(path: string, text: string, config: Config = {}): Promise<Scanned> {
  const bytes = new TextEncoder().encode(text);
  const info = { path };
  const scanner = createInlineScanner(core);
  const result = await scanner.scan({ bytes, info, config, configPath: path }, NEVER);
  const policy = core.resolvePolicy(config, path);
  return {
    kind: 'scanned',
    version: 1,
    exact: true,
    findings: result.findings,
    unused: result.unused,
    silenced: 'no',
    rulesOff: [],
    failed: [],
    large: false,
    configBroken: false,
    live: liveOf(core, { bytes, info }, policy, result),
  };
}

/** A change of a text: offsets, and what is put there. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Edited {
  readonly text: string;
  readonly known: Scanned;
}

/** What the editor knows of a text after changes, each of the text that the last one has left. */
export function edited({ text, known }: Edited, changes: readonly Change[]): Edited {
  let now = text;
  const edits = changes.map((change): TextEdit => {
    const range = { start: caretAt(now, change.from), end: caretAt(now, change.to) };
    now = now.slice(0, change.from) + change.text + now.slice(change.to);
    return { range, rangeLength: change.to - change.from, text: change.text };
  });
  return { text: now, known: afterEdits(known, edits, known.version + 1) };
}

/** Judges all that was edited. */
export function judged({ text, known }: Edited): Scanned {
  return judgeUntil(core, known, linesOf(text), Infinity);
}

/** A text as VS Code hands out a document: one kind of line end. */
export function linesOf(text: string): Lines {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const texts = text.split(eol);
  const offsets = [0];
  for (const each of texts) offsets.push(offsets.at(-1)! + each.length + eol.length);
  return {
    count: texts.length,
    eol,
    textOf: (line) => texts[line - 1]!,
    offsetOf: (line) => offsets[line - 1]!,
  };
}

function caretAt(text: string, offset: number): Caret {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Rule and place of each, as text; no value is in it. */
export function placesOf(findings: FindingList): string[] {
  return findings.all().map(({ rule, start, end, confidence, field }) => {
    const [from, to] = [start, end].map(
      ({ line, column, offset }) => `${String(line)}:${String(column)}@${String(offset)}`,
    );
    return [rule, from, to, confidence, field ?? '-'].join(' ');
  });
}
