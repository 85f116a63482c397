// npm run new-rule -- <id>: the files of a new rule, and its place in the list of rules.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { skeletonOf, withRule, type NewFile } from './rules/skeleton.mts';

const root = new URL('../', import.meta.url);
const INDEX = 'src/engine/rules/index.ts';

async function write({ path, text }: NewFile): Promise<void> {
  const url = new URL(path, root);
  const config = await resolveConfig(url);
  writeFileSync(url, await format(text, { ...config, filepath: path }));
  console.log(path);
}

async function main(id: string | undefined): Promise<number> {
  if (id === undefined) {
    console.error('Usage: npm run new-rule -- <id>');
    return 2;
  }
  const files = skeletonOf(id);
  const index = withRule(readFileSync(new URL(INDEX, root), 'utf8'), id);
  const there = files.filter(({ path }) => existsSync(new URL(path, root)));
  if (there.length > 0) {
    console.error(`Already there: ${there.map(({ path }) => path).join(', ')}`);
    return 2;
  }
  for (const file of [...files, { path: INDEX, text: index }]) await write(file);
  console.log(`Next: the rule, its page, its test. Then npm run generate, npm run docs, npm test.`);
  return 0;
}

process.exitCode = await main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
