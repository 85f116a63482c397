import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block, Finding } from '../../../src/engine/index.ts';
import type { Edit } from '../../../src/masking/edits.ts';
import { maskDiff } from '../../../src/report/mask-diff.ts';
import { PLAIN } from '../../../src/report/colours.ts';
import { finding } from '../../support/findings.ts';

/** A block whose values are written `{value}`; `|` after one says that it is not masked. */
function block(marked: string, start = 0): { block: Block; edits: Edit[] } {
  const findings: Finding[] = [];
  const edits: Edit[] = [];
  let text = '';
  let line = 1;
  for (const part of marked.split(/(\{[^{}]{0,99}\}\|?)/)) {
    const at = start + Buffer.byteLength(text);
    if (!part.startsWith('{')) {
      text += part;
      line += part.split('\n').length - 1;
      continue;
    }
    const value = part.slice(1, part.indexOf('}'));
    const length = Buffer.byteLength(value);
    const found = finding(at, length, { masked: '***' });
    findings.push({ ...found, start: { ...found.start, line } });
    if (!part.endsWith('|')) {
      edits.push({ start: at, end: at, startByte: at, endByte: at + length, text: '[X]' });
    }
    text += value;
    line += value.split('\n').length - 1;
  }
  return {
    block: { bytes: new TextEncoder().encode(text), start, findings, marks: [], crashes: [] },
    edits,
  };
}

function diff(marked: string, start?: number): string[] {
  const { block: made, edits } = block(marked, start);
  return maskDiff(made, edits, PLAIN).split('\n').slice(0, -1);
}

describe('diff of a mask', () => {
  it('is nothing without edits', () => {
    assert.deepEqual(diff('a\n{v}|\n'), []);
  });

  it('has a hunk for each place, with its line', () => {
    assert.deepEqual(diff('a\nb {v} c\nd\n{w}\n'), [
      '@@ -2 +2 @@',
      '-b *** c',
      '+b [X] c',
      '@@ -4 +4 @@',
      '-***',
      '+[X]',
    ]);
  });

  it('takes lines together that follow each other', () => {
    assert.deepEqual(diff('{v}\n{w}\nx\n'), ['@@ -1,2 +1,2 @@', '-***', '-***', '+[X]', '+[X]']);
  });

  it('blanks values that are not masked, on both sides', () => {
    assert.deepEqual(diff('{kept}| {v} {kept}|'), ['@@ -1 +1 @@', '-*** *** ***', '+*** [X] ***']);
  });

  it('blanks what looks like a value and was not found', () => {
    const number = ['090', '2345', '6789'].join('');
    const mail = ['someone', 'here'].join('@');
    assert.deepEqual(diff(`${number} {v} ${mail} 2024-01-02`), [
      '@@ -1 +1 @@',
      '-**** *** ****@**** ****-**-**',
      '+**** [X] ****@**** ****-**-**',
    ]);
    assert.deepEqual(diff('v1.20.300 {v}'), ['@@ -1 +1 @@', '-v1.20.300 ***', '+v1.20.300 [X]']);
  });

  it('counts places in a later block', () => {
    assert.deepEqual(diff('x {v}\n', 1000), ['@@ -1 +1 @@', '-x ***', '+x [X]']);
  });

  it('shows Japanese, tabs and CRLF as they should be read', () => {
    assert.deepEqual(diff('氏名\t{値}\tです\r\n'), [
      '@@ -1 +1 @@',
      '-氏名\t***\tです',
      '+氏名\t[X]\tです',
    ]);
  });

  it('cuts long lines between characters', () => {
    const long = '電話'.repeat(1000);
    const lines = diff(`${long}{v}${long}{w}`);
    assert.equal(lines.length, 6);
    for (const line of lines) {
      assert.ok(line.length < 150, line);
      assert.ok(!line.includes('\ufffd'), line);
    }
    assert.match(lines[1] ?? '', /^-…[電話]+\*\*\*[電話]+…$/);
  });

  it('takes time that grows with the number of values only', () => {
    const { block: made, edits } = block('{v},'.repeat(20000));
    const begin = performance.now();
    maskDiff(made, edits, PLAIN);
    assert.ok(performance.now() - begin < 2000);
  });
});
