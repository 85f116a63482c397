import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { Rule } from '../../src/engine/rule.ts';
import { RULES } from '../../src/engine/rules/index.ts';
import { pageHeader, SECTIONS, sectionsOf, UNWRITTEN } from '../../tools/rules/page.mts';
import { withRulesTable } from '../../tools/rules/readme.mts';
import { constantOf } from '../../tools/rules/skeleton.mts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const exists = (path: string) => existsSync(new URL(path, root));
const ids = RULES.map(({ id }) => id).sort();

/** Names in a folder, without an ending and without the file that lists the rest. */
function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name !== 'index.ts')
    .map((name) => (name.endsWith(ending) ? name.slice(0, -ending.length) : name))
    .sort();
}

describe('the folders hold the rules and nothing else', () => {
  it('src/engine/rules: a file or a folder a rule', () => {
    assert.deepEqual(namesIn('src/engine/rules/', '.ts'), ids);
  });
  it('docs/rules: a page a rule', () => {
    assert.deepEqual(namesIn('docs/rules/', '.md'), ids);
  });
  it('test/unit/rules: a test a rule', () => {
    // Tests of a rule's parts have its id before their own name: `postal-address.romaji.test.ts`.
    const tested = namesIn('test/unit/rules/', '.test.ts').map((name) => name.split('.')[0]!);
    assert.deepEqual([...new Set(tested)], ids);
  });
  it('README.md: a row a rule (npm run docs)', () => {
    const readme = read('README.md');
    assert.equal(readme, withRulesTable(readme, RULES));
  });
  it('ids are not given twice', () => {
    assert.equal(new Set(ids).size, RULES.length);
  });
});

/** Rule ids that the schema of leaklint.json knows, wherever it names rules. */
const schemaIds = new Set(
  [...read('schema/leaklint.schema.json').matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, id]) => id),
);

for (const rule of RULES) {
  describe(`the rule ${rule.id}`, () => {
    it('is exported by the file that has its name', async () => {
      const { id } = rule;
      const path = exists(`src/engine/rules/${id}.ts`) ? `${id}.ts` : `${id}/index.ts`;
      const module = (await import(`../../src/engine/rules/${path}`)) as Record<string, unknown>;
      assert.equal(module[constantOf(id)], rule);
    });
    it('speaks English and Japanese', () => {
      assert.match(rule.messages.en, /^[A-Z][\x20-\x7e]+$/);
      assert.match(rule.messages.ja, /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    });
    it('has names in English and Japanese, folded, each once', () => {
      assert.ok(rule.names.some((name) => /^[\x20-\x7e]+$/.test(name)));
      assert.ok(rule.names.some((name) => /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(name)));
      assert.deepEqual(rule.names, [...new Set(rule.names.map((name) => name.toLowerCase()))]);
    });
    it('is offered candidates', () => {
      assert.ok(rule.anchors.length + (rule.literals?.length ?? 0) > 0);
      const short = rule.literals?.filter((text) => new TextEncoder().encode(text).length < 3);
      assert.deepEqual(short ?? [], []);
    });
    it('is in the schema of leaklint.json (npm run generate)', () => {
      assert.ok(schemaIds.has(rule.id), 'not in schema/leaklint.schema.json');
    });
    page(rule);
  });
}

function page(rule: Rule): void {
  it('has a page with all sections, written', () => {
    const text = read(`docs/rules/${rule.id}.md`);
    assert.deepEqual(sectionsOf(text), SECTIONS);
    assert.equal(text.includes(UNWRITTEN), false, `${UNWRITTEN} in docs/rules/${rule.id}.md`);
    for (const section of text.split(/^## /m).slice(1)) {
      assert.ok(section.split('\n').slice(1).join('').trim().length > 20, section);
    }
  });
  it('has a page that begins with what the rule says of itself (npm run docs)', () => {
    const text = read(`docs/rules/${rule.id}.md`);
    assert.equal(text.slice(0, text.indexOf('\n## ')), pageHeader(rule));
  });
  it('has a page that tells how each strategy masks', () => {
    const masking = read(`docs/rules/${rule.id}.md`)
      .split(/^## /m)
      .find((s) => s.startsWith('Masking'));
    for (const strategy of ['partial', 'placeholder', 'stand-in']) {
      assert.ok(masking?.includes(`| \`${strategy}\``), strategy);
    }
  });
}

describe('names', () => {
  it('speak for one rule each', () => {
    const owners = new Map<string, string[]>();
    for (const { id, names } of RULES) {
      for (const name of names) owners.set(name, [...(owners.get(name) ?? []), id]);
    }
    assert.deepEqual(
      [...owners].filter(([, rules]) => rules.length > 1),
      [],
    );
  });
});
