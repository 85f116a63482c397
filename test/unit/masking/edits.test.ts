import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block, Finding, Position } from '../../../src/engine/index.ts';
import { applyEdits, editsFor, type StrategyChoice } from '../../../src/masking/edits.ts';
import { isNumber } from '../../../src/masking/number-context.ts';

const encoder = new TextEncoder();

function position(text: string, index: number): Position {
  const byte = encoder.encode(text.slice(0, index)).length;
  return { offset: 1000 + index, byte: 2000 + byte, line: 1, column: index + 1 };
}

/** A block in the middle of a source, with findings given as rule and value. */
function blockOf(text: string, values: readonly (readonly [string, string])[]): Block {
  const findings = values.map(([rule, value]): Finding => {
    const start = text.indexOf(value);
    return {
      rule,
      start: position(text, start),
      end: position(text, start + value.length),
      confidence: 'certain',
      evidence: [],
      masked: '*',
    };
  });
  return { bytes: encoder.encode(text), start: 2000, findings, marks: [], crashes: [] };
}

function masked(
  text: string,
  values: readonly (readonly [string, string])[],
  strategy: StrategyChoice,
  path?: string,
): string {
  const block = blockOf(text, values);
  const edits = editsFor(block, block.findings, strategy, path === undefined ? {} : { path });
  return applyEdits(
    text,
    edits.map((edit) => ({ ...edit, start: edit.start - 1000, end: edit.end - 1000 })),
  );
}

describe('editsFor', () => {
  it('gives offsets in UTF-16 units and in bytes', () => {
    const block = blockOf('氏名,a@example.com,x', [['email', 'a@example.com']]);
    assert.deepEqual(editsFor(block, block.findings, 'placeholder'), [
      { start: 1003, end: 1016, startByte: 2007, endByte: 2020, text: '[EMAIL]' },
    ]);
  });

  it('masks the outermost of nested findings', () => {
    const address = '東京都新宿区西新宿0-8-1 000-0000';
    const values = [
      ['postal-address', address],
      ['postal-code', '000-0000'],
    ] as const;
    assert.equal(masked(`a ${address} b`, values, 'placeholder'), 'a [ADDRESS] b');
  });

  it('hides the rest of a finding that begins in another', () => {
    const values = [
      ['alpha', 'abc 12'],
      ['beta', '12 def'],
    ] as const;
    assert.equal(masked('x abc 12 def y', values, 'placeholder'), 'x [ALPHA] *** y');
  });

  it('asks for the strategy of each finding', () => {
    const values = [
      ['email', 'taro@example.com'],
      ['phone-number', '090-0123-4567'],
    ] as const;
    const choice: StrategyChoice = ({ rule }) => (rule === 'email' ? 'placeholder' : 'partial');
    assert.equal(masked('taro@example.com 090-0123-4567', values, choice), '[EMAIL] 090-****-4567');
  });

  it('says which strategy was used instead', () => {
    const block = blockOf('TK0000000', [['passport-number', 'TK0000000']]);
    const [edit] = editsFor(block, block.findings, 'stand-in');
    assert.deepEqual([edit?.text, edit?.instead], ['TK*******', 'partial']);
    assert.equal(editsFor(block, block.findings, 'partial')[0]?.instead, undefined);
  });

  it('makes no edit where the mask is the value', () => {
    const block = blockOf('[EMAIL]', [['email', '[EMAIL]']]);
    assert.deepEqual(editsFor(block, block.findings, 'partial'), []);
  });

  it('writes digits into a number, and stars where digits are text', () => {
    const digits = ['90', '1234', '5678'].join('');
    const values = [['phone-number', digits]] as const;
    const after = (text: string, path?: string) => masked(text, values, 'partial', path);
    assert.match(after(`{"tel": ${digits}}`, 'a.json'), /^\{"tel": 900000\d{4}\}$/);
    assert.match(after(`{"tel": ${digits}}`), /^\{"tel": 900000\d{4}\}$/);
    assert.equal(after(`{"tel": "${digits}"}`, 'a.json'), '{"tel": "90****5678"}');
    assert.equal(after(`a,${digits},b`, 'a.csv'), 'a,90****5678,b');
    assert.match(after(`x = 1;\nconst tel = ${digits};`, 'a.ts'), /\nconst tel = 900000\d{4};$/);
  });
});

describe('isNumber', () => {
  for (const [before, after, path, expected] of [
    ['  "tel": ', ',', 'a.json', true],
    ['[', ']', 'a.jsonl', true],
    ['  "tel": "', '",', 'a.json', false],
    ['tel: ', '', 'a.yaml', true],
    ['tel: ', ' # comment', 'a.yml', true],
    ['tel: "', '"', 'a.yml', false],
    ['const tel = ', ';', 'a.ts', true],
    ['call(', ')', 'a.py', true],
    ['  return ', ';', 'a.c', true],
    ["VALUES (1, 'it''s', ", ', 2);', 'a.sql', true],
    ["VALUES (1, '", "', 2);", 'a.sql', false],
    ['1\t', '\t2', 'a.sql', false],
    ['"tel: ', '"', 'a.js', false],
    ["'a, b, ", ", c'", 'a.js', false],
    ['// call ', ' now', 'a.js', false],
    ['1,', ',2', 'a.csv', false],
    ['a=', ',b', 'a.log', false],
    ['TEL=', '', '.env', false],
    ['TEL=', '', 'config/.env.local', false],
    ['tel = ', '', 'a.ini', false],
    ['<b>', '</b>', 'a.html', false],
    ['"tel": ', '}', undefined, true],
    ['tel: ', '', undefined, false],
    ['a,', ',b', undefined, false],
  ] as const) {
    it(`${before}#${after} in ${path ?? 'a nameless source'}`, () => {
      assert.equal(isNumber('00', before, after, path === undefined ? {} : { path }), expected);
    });
  }
  it('goes by the language where the editor knows it', () => {
    assert.equal(isNumber('00', 'tel = ', ';', { languageId: 'typescript' }), true);
    assert.equal(isNumber('00', 'tel = ', '', { languageId: 'plaintext' }), false);
  });
  it('takes nothing but digits', () => {
    assert.equal(isNumber('0-0', '"tel": ', '}', { path: 'a.json' }), false);
  });
});

describe('applyEdits', () => {
  it('changes nothing but the values', () => {
    const edit = (start: number, end: number, text: string) => {
      return { start, end, startByte: start, endByte: end, text };
    };
    assert.equal(
      applyEdits('abcdef', [edit(1, 2, 'XX'), edit(2, 4, ''), edit(6, 6, '!')]),
      'aXXef!',
    );
    assert.equal(applyEdits('abc', []), 'abc');
  });
});
