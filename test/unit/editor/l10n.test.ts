import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sentences } from './l10n-sentences.ts';

function json(path: string): Record<string, unknown> {
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

describe('the editor in English and Japanese', () => {
  const japanese = json('l10n/bundle.l10n.ja.json') as Record<string, string>;

  it('has every sentence of the code in the bundle, and no other', () => {
    assert.ok(sentences().size > 50);
    assert.deepEqual(Object.keys(japanese).sort(), [...sentences()].sort());
  });

  it('keeps the arguments of every sentence', () => {
    for (const [english, translated] of Object.entries(japanese)) {
      assert.deepEqual(argumentsOf(translated), argumentsOf(english), english);
    }
  });

  it('has every text of package.json in both languages, and no other', () => {
    const used = JSON.stringify(json('package.json')).match(/(?<=")%[\w.]+%(?=")/g)!;
    const keys = [...new Set(used.map((key) => key.slice(1, -1)))].sort();
    assert.ok(keys.length > 15);
    assert.deepEqual(Object.keys(json('package.nls.json')).sort(), keys);
    assert.deepEqual(Object.keys(json('package.nls.ja.json')).sort(), keys);
  });

  it('leaves nothing untranslated', () => {
    const english = json('package.nls.json');
    const names = ['displayName'];
    for (const [key, text] of Object.entries(json('package.nls.ja.json'))) {
      if (!names.includes(key)) assert.notEqual(text, english[key], key);
    }
    const forms = ['{0}: {1}', '{0} ({1})'];
    for (const [sentence, text] of Object.entries(japanese)) {
      if (!forms.includes(sentence)) assert.match(text, /[ぁ-んァ-ヶ一-龠]/, sentence);
    }
  });
});

function argumentsOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\d\}/g))].sort();
}
