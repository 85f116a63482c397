// npm run docs: first lines of the rules' pages and the README's table of rules, from the rules
// themselves. With --check nothing is written, and the exit code says whether all was current.
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../src/engine/rules/index.ts';
import { withHeader } from './rules/page.mts';
import { withRulesTable } from './rules/readme.mts';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');

const documents: readonly (readonly [path: string, update: (text: string) => string])[] = [
  ...RULES.map((rule) => [`docs/rules/${rule.id}.md`, (t: string) => withHeader(t, rule)] as const),
  ['README.md', (text) => withRulesTable(text, RULES)],
];

let old = 0;
for (const [path, update] of documents) {
  const url = new URL(path, root);
  const text = readFileSync(url, 'utf8');
  const current = update(text);
  if (current === text) continue;
  old++;
  if (!check) writeFileSync(url, current);
  console.log(`${path}: ${check ? 'not current' : 'written'}`);
}
if (check && old > 0) {
  console.error('Run npm run docs.');
  process.exitCode = 1;
}
