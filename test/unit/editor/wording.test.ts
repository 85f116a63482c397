import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  confidenceWords,
  diagnosticMessage,
  evidenceWords,
  inLanguage,
  ruleName,
  rulePage,
} from '../../../src/editor/wording.ts';
import type { Translate } from '../../../src/editor/translate.ts';
import { RULES } from '../../../src/engine/index.ts';

const t: Translate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

describe('wording', () => {
  const messages = [
    [{ masked: '***-****' }, 1, 'Phone number: ***-****'],
    [{ masked: '***-****', field: 'tel' }, 1, 'Phone number: ***-****'],
    [{ masked: '***-****', field: 'tel' }, 300, 'Phone number: 300 values in “tel”'],
    [{ masked: '***-****' }, 300, 'Phone number: 300 values in this file'],
  ] as const;
  for (const [finding, count, expected] of messages) {
    it(expected, () =>
      assert.equal(diagnosticMessage(t, 'Phone number', finding, count), expected),
    );
  }

  it('speaks the language of the interface', () => {
    const both = { en: 'mail', ja: 'メール' };
    const cases = [
      ['en', 'mail'],
      ['de', 'mail'],
      ['ja', 'メール'],
      ['ja-JP', 'メール'],
      ['jam', 'mail'],
    ] as const;
    for (const [language, expected] of cases) {
      assert.equal(inLanguage(both, language), expected, language);
    }
  });

  it('calls a rule by its message, and the user’s own by its id', () => {
    for (const rule of RULES) {
      assert.equal(ruleName(rule.id, rule, 'en'), rule.messages.en);
      assert.equal(ruleName(rule.id, rule, 'ja'), rule.messages.ja);
    }
    assert.equal(ruleName('employee-id', undefined, 'en'), 'employee-id');
  });

  it('links to pages that are in the repository', () => {
    const root = join(import.meta.dirname, '../../..');
    const base = 'https://github.com/leaklint/leaklint/blob/main/';
    for (const url of [...RULES.map(({ id }) => rulePage(id, true)), rulePage('own', false)]) {
      assert.ok(url.startsWith(base), url);
      assert.ok(existsSync(join(root, url.slice(base.length))), url);
    }
  });

  it('has words for each confidence', () => {
    const words = (['certain', 'likely', 'possible'] as const).map((c) => confidenceWords(t, c));
    assert.equal(new Set(words).size, 3);
    assert.deepEqual(
      words.map((text) => text.split(':')[0]),
      ['certain', 'likely', 'possible'],
    );
  });

  it('puts the note behind a reason', () => {
    assert.equal(
      evidenceWords(t, { code: 'reserved', note: 'RFC 2606' }),
      'it is reserved and provably nobody’s (RFC 2606)',
    );
    assert.equal(evidenceWords(t, { code: 'hotword' }), 'a word before it says so');
    assert.equal(
      evidenceWords(t, { code: 'column-values', note: '987 of 1000, by chance 100' }),
      '987 of 1000 values of its column are of this kind; by chance 100 would be',
    );
  });
});
