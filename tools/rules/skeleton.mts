import { defineRule, type Rule } from '../../src/engine/rule.ts';
import { pageSkeleton } from './page.mts';

/** A file to be written: path from the root of the repository, and text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What an id must look like; it names files, settings and directives. */
const ID = /^[a-z]+(?:-[a-z]+)*$/;

/** The files of a new rule: it finds what stands in a field of its name, and its test says so. */
export function skeletonOf(id: string): readonly NewFile[] {
  if (!ID.test(id)) throw new Error(`Not a rule id: ${id}. Small letters and hyphens, please.`);
  return [
    { path: `src/engine/rules/${id}.ts`, text: ruleText(id) },
    { path: `test/unit/rules/${id}.test.ts`, text: testText(id) },
    { path: `docs/rules/${id}.md`, text: pageSkeleton(plan(id)) },
  ];
}

/** The index of rules with the new one at its end. */
export function withRule(index: string, id: string): string {
  const constant = constantOf(id);
  const list = /(export const RULES: readonly Rule\[\] = \[)([^\]]*)\];/.exec(index);
  if (list === null) throw new Error('rules/index.ts has no list RULES');
  if (index.includes(`./${id}.ts'`)) throw new Error(`${id} is listed already`);
  const rules = list[2]!.split(',').map((rule) => rule.trim());
  const all = [...rules.filter((rule) => rule !== ''), constant].join(', ');
  const lastImport = index.lastIndexOf('\nimport ') + 1;
  const afterImports = index.indexOf('\n', lastImport) + 1;
  return (
    index.slice(0, afterImports) +
    `import { ${constant} } from './${id}.ts';\n` +
    index.slice(afterImports).replace(list[0], () => `${list[1]!}${all}];`)
  );
}

/** `health-insurance`: healthInsurance. */
export function constantOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const wordsOf = (id: string) => id.replaceAll('-', ' ');
const titleOf = (id: string) => id[0]!.toUpperCase() + wordsOf(id).slice(1);

/** The rule's metadata, for its page. */
function plan(id: string): Rule {
  return defineRule({
    id,
    category: 'identity-document',
    severity: 'error',
    messages: { en: titleOf(id), ja: titleOf(id) },
    names: [wordsOf(id)],
    prior: 0,
    anchors: ['label'],
    *judge() {
      // Only described here, never run.
    },
  });
}

function ruleText(id: string): string {
  return `import { defineRule } from '../rule.ts';

/** Letters, digits and single hyphens, a digit among them: tighten to the format of the issuer. */
const SHAPE = /[A-Z\\d](?:-?[A-Z\\d]){3,15}/iy;

export const ${constantOf(id)} = defineRule({
  id: '${id}',
  category: 'identity-document',
  severity: 'error',
  messages: { en: '${titleOf(id)}', ja: '${titleOf(id)}' },
  names: ['${wordsOf(id)}'],
  // What the bare shape says, as log-odds; a field of its name adds 4, and 2.95 is likely.
  prior: 0,
  anchors: ['label'],
  *judge({ folded, start, end }, { typed }) {
    if (!typed) return;
    SHAPE.lastIndex = start;
    const value = SHAPE.exec(folded)?.[0];
    if (value === undefined || !/\\d/.test(value) || start + value.length > end) return;
    yield { start, end: start + value.length, evidence: [] };
  },
});
`;
}

function testText(id: string): string {
  const name = id.replaceAll('-', '_');
  return `import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

describe('${id}', () => {
  // Values are made up at run time: the repository is linted with itself.
  const value = ['K7', '4711', '08'].join('-');

  const found: readonly (readonly [path: string, text: string])[] = [
    ['a.json', \`{ "${name}": "\${value}" }\`],
    ['a.csv', \`id,${name}\\n1,\${value}\\n\`],
  ];
  for (const [path, text] of found) {
    it(\`finds it in \${path}\`, () => {
      assert.deepEqual(
        find('${id}', text, { path }).map(({ value }) => value),
        [value],
      );
    });
  }

  const silent: readonly string[] = [
    value,
    \`{ "other": "\${value}" }\`,
    \`{ "${name}": "none" }\`,
    \`{ "${name}": "**-****-**" }\`,
  ];
  for (const text of silent) {
    it(\`finds nothing in \${JSON.stringify(text)}\`, () => {
      assert.deepEqual(find('${id}', text), []);
    });
  }

  it('has near misses of its own', () => {
    assert.fail('Replace me: one digit short, one long, wrong prefix, wrong check digit, glued to a letter.');
  });
});
`;
}
