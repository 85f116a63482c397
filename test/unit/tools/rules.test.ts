import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, describe, it } from 'mocha';
import ts from 'typescript';
import type { Context, Rule } from '../../../src/engine/rule.ts';
import { RULES } from '../../../src/engine/rules/index.ts';
import { DEFAULT_OPTIONS } from '../../../src/engine/options.ts';
import {
  pageHeader,
  SECTIONS,
  sectionsOf,
  UNWRITTEN,
  withHeader,
} from '../../../tools/rules/page.mts';
import { rulesTable, withRulesTable } from '../../../tools/rules/readme.mts';
import { constantOf, skeletonOf, withRule } from '../../../tools/rules/skeleton.mts';

const rule = RULES[0]!;

describe('rule pages', () => {
  it('get the first lines that the rule says, and keep the rest', () => {
    const page = '# old — title\n\nold line\n\n## What it finds\n\nBody.\n';
    assert.equal(withHeader(page, rule), `${pageHeader(rule)}\n## What it finds\n\nBody.\n`);
    assert.equal(withHeader(withHeader(page, rule), rule), withHeader(page, rule));
  });
  it('begin as a skeleton with every section unwritten', () => {
    const page = skeletonOf('shoe-size').find(({ path }) => path.endsWith('.md'))!.text;
    assert.deepEqual(sectionsOf(page), SECTIONS);
    assert.equal(page.split(UNWRITTEN).length - 1, SECTIONS.length + 2);
  });
});

describe('the table of rules', () => {
  it('has a row a rule, with a link to its page', () => {
    const rows = rulesTable(RULES).split('\n').slice(2);
    assert.deepEqual(
      rows.map((row) => /docs\/rules\/([a-z-]+)\.md/.exec(row)?.[1]),
      RULES.map(({ id }) => id),
    );
  });
  it('stands between its markers, and nothing else changes', () => {
    const readme = 'a\n<!-- rules:start -->\nold\n<!-- rules:end -->\nb\n';
    const current = withRulesTable(readme, RULES);
    assert.ok(current.startsWith('a\n<!-- rules:start -->\n\n| rule'));
    assert.ok(current.endsWith('|\n\n<!-- rules:end -->\nb\n'));
    assert.equal(withRulesTable(current, RULES), current);
  });
  it('refuses a text without markers', () => {
    assert.throws(() => withRulesTable('a\n<!-- rules:end -->\n', RULES), /rules:start/);
  });
});

describe('a new rule', () => {
  for (const id of ['Shoe', 'shoe_size', '-shoe', 'shoe-', 'shoe--size', '../shoe', '']) {
    it(`refuses the id ${JSON.stringify(id)}`, () => {
      assert.throws(() => skeletonOf(id), /Not a rule id/);
    });
  }
  it('is listed last, once', () => {
    const index =
      "import type { Rule } from '../rule.ts';\nimport { email } from './email.ts';\n\n" +
      'export const RULES: readonly Rule[] = [\n  email,\n];\n';
    const listed = withRule(index, 'shoe-size');
    assert.ok(listed.includes("\nimport { shoeSize } from './shoe-size.ts';\n"));
    assert.ok(listed.includes('= [email, shoeSize];'));
    assert.throws(() => withRule(listed, 'shoe-size'), /already/);
  });
});

describe('the skeleton of a rule', () => {
  const [file] = skeletonOf('shoe-size');
  const root = new URL('../../../', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'leaklint-'));
  after(() => rmSync(folder, { recursive: true }));

  it('compiles under the rules of the engine', () => {
    const path = fileURLToPath(new URL(file!.path, root)).replaceAll('\\', '/');
    const config = fileURLToPath(new URL('src/engine/tsconfig.json', root));
    assert.deepEqual(diagnosticsOf(path, file!.text, config), []);
  });

  it('finds what stands in a field of its name', async () => {
    const path = join(folder, 'shoe-size.ts');
    const ruleModule = new URL('src/engine/rule.ts', root).href;
    writeFileSync(path, file!.text.replace("'../rule.ts'", `'${ruleModule}'`));
    const module = (await import(pathToFileURL(path).href)) as Record<string, Rule>;
    const shoeSize = module[constantOf('shoe-size')]!;
    assert.equal(shoeSize.id, 'shoe-size');
    assert.deepEqual(judge(shoeSize, 'K7-4711-08', true), ['K7-4711-08']);
    assert.deepEqual(judge(shoeSize, 'K7-4711-08', false), []);
    assert.deepEqual(judge(shoeSize, 'none', true), []);
    assert.deepEqual(judge(shoeSize, '**-****-**', true), []);
  });
});

/** What the compiler says of a file that exists only here, by a config's options. */
function diagnosticsOf(path: string, text: string, config: string): string[] {
  const json = ts.readConfigFile(config, (name) => ts.sys.readFile(name)).config as object;
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function judge(rule: Rule, text: string, typed: boolean): string[] {
  const context: Context = {
    options: DEFAULT_OPTIONS,
    field: undefined,
    typed,
    hotword: () => false,
  };
  const slice = { text, folded: text, start: 0, end: text.length };
  return [...rule.judge(slice, context)].map(({ start, end }) => text.slice(start, end));
}
