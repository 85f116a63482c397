import assert from 'node:assert/strict';
import { ignoreFile, ignoreLine, type Insertion } from '../../../src/editor/directive-edits.ts';
import { readDirective } from '../../../src/policy/directive-syntax.ts';

function applied(lines: readonly string[], insertion: Insertion | undefined): string[] | undefined {
  if (insertion === undefined) return undefined;
  const { line, column, text } = insertion;
  const changed = [...lines];
  const before = changed[line] ?? '';
  changed[line] = before.slice(0, column) + text + before.slice(column);
  return changed.join('\n').split('\n');
}

const lineCases: readonly (readonly [string, string[], number, string[], string[] | undefined])[] =
  [
    [
      'typescript',
      ['  send(x)'],
      0,
      ['email'],
      ['  // leaklint-ignore-next-line email', '  send(x)'],
    ],
    ['python', ['\tsend(x)'], 0, ['email'], ['\t# leaklint-ignore-next-line email', '\tsend(x)']],
    ['dotenv', ['A=1', 'B=2'], 1, ['email'], ['A=1', '# leaklint-ignore-next-line email', 'B=2']],
    ['ini', ['b=2'], 0, ['email'], ['; leaklint-ignore-next-line email', 'b=2']],
    ['sql', ['VALUES'], 0, ['email'], ['-- leaklint-ignore-next-line email', 'VALUES']],
    ['html', ['<p>'], 0, ['email'], ['<!-- leaklint-ignore-next-line email -->', '<p>']],
    ['css', ['a {}'], 0, ['email'], ['/* leaklint-ignore-next-line email */', 'a {}']],
    [
      'typescript',
      ['x'],
      0,
      ['email', 'phone-number'],
      ['// leaklint-ignore-next-line email, phone-number', 'x'],
    ],
    [
      'typescript',
      ['// leaklint-ignore-next-line email -- ours', 'x'],
      1,
      ['phone-number'],
      ['// leaklint-ignore-next-line email, phone-number -- ours', 'x'],
    ],
    [
      'html',
      ['<!-- leaklint-ignore-next-line email -->', '<p>'],
      1,
      ['phone-number'],
      ['<!-- leaklint-ignore-next-line email, phone-number -->', '<p>'],
    ],
    ['json', ['{}'], 0, ['email'], undefined],
    ['csv', ['a,b'], 0, ['email'], undefined],
    ['plaintext', ['a'], 0, ['email'], undefined],
  ];

describe('ignoreLine', () => {
  for (const [language, lines, line, rules, expected] of lineCases) {
    it(`${language}: ${lines.join(' ⏎ ')}`, () => {
      const insertion = ignoreLine(language, (number) => lines[number]!, line, rules);
      assert.deepEqual(applied(lines, insertion), expected);
    });
  }

  it('writes what the policy reads', () => {
    for (const language of ['typescript', 'html', 'sql', 'css', 'bat', 'vb', 'latex', 'clojure']) {
      const { text } = ignoreLine(language, () => 'x', 0, ['email', 'phone-number'])!;
      const directive = readDirective(text.slice(text.indexOf('leaklint-')).trimEnd());
      assert.equal(directive?.kind, 'next-line', language);
      assert.deepEqual(directive.rules, ['email', 'phone-number'], language);
    }
  });

  it('uses the line end of the document', () => {
    assert.equal(
      ignoreLine('go', () => 'x', 0, ['email'], '\r\n')?.text,
      '// leaklint-ignore-next-line email\r\n',
    );
  });
});

const fileCases: readonly (readonly [string, string[], number | undefined])[] = [
  ['typescript', ['import x'], 0],
  ['shellscript', ['#!/bin/sh', 'echo'], 1],
  ['python', ['#!/usr/bin/env python', '# -*- coding: utf-8 -*-', 'x'], 2],
  ['python', ['# coding: utf-8', 'x'], 1],
  ['xml', ['<?xml version="1.0"?>', '<a/>'], 1],
  ['html', ['<!DOCTYPE html>', '<html>'], 1],
  ['php', ['<?php', 'x'], 1],
  ['markdown', ['---', 'title: x', '---', 'text'], 3],
  ['markdown', ['# x', '---', '---'], 0],
  ['markdown', ['---', 'no end'], 0],
  ['json', ['{}'], undefined],
];

describe('ignoreFile', () => {
  for (const [language, head, expected] of fileCases) {
    it(`${language}: ${head.join(' ⏎ ')}`, () => {
      const insertion = ignoreFile(language, head);
      assert.equal(insertion?.line, expected);
      if (insertion === undefined) return;
      const { text } = insertion;
      const directive = readDirective(text.slice(text.indexOf('leaklint-')).trimEnd());
      assert.equal(directive?.kind, 'file');
      assert.equal(directive.rules, undefined);
    });
  }
});
