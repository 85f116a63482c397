import { writeFileSync } from 'node:fs';
import { countries } from './countries.mts';
import { japan } from './japan.mts';
import { names } from './names.mts';
import { phone } from './phone.mts';
import { postalCodes } from './postal-codes.mts';
import { readyScanner } from './ready-scanner.mts';
import { ruleWords } from './rule-words.mts';
import { scanner } from './scanner.mts';
import { schema } from './schema.mts';
import { tlds } from './tlds.mts';
import { states } from './states.mts';
import type { GeneratedFile } from './generated-file.mts';

/** Every generator: it returns files, named from `src/engine/gazetteer`. */
const GENERATORS: readonly (() => readonly GeneratedFile[])[] = [
  countries,
  japan,
  names,
  phone,
  postalCodes,
  scanner,
  // After the tables and the scanner: these are made of them.
  readyScanner,
  ruleWords,
  schema,
  states,
  tlds,
];

const gazetteer = new URL('../../src/engine/gazetteer/', import.meta.url);

for (const generate of GENERATORS) {
  for (const { name, text } of generate()) {
    writeFileSync(new URL(name, gazetteer), text);
    console.log(`${name}: ${text.length} bytes`);
  }
}
