import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../node/file-system.ts';
import { CONFIG_NAME } from '../policy/load.ts';
import { CommandError, type CommandContext } from './command.ts';

/** The defaults, spelt out, and what people change first. Values are nobody's. */
const TEMPLATE = `{
  "$schema": "./node_modules/leaklint/schema/leaklint.schema.json",

  // National formats that are read without a country code (ISO 3166).
  "regions": ["JP"],

  // Report from here up: certain | likely | possible.
  "confidence": "likely",

  // Severity by rule: error | warning | information | hint | off. "leaklint rules" lists them.
  "rules": {
    // "postal-code": "off"
  },

  // Names of fields and what they hold.
  "fields": {
    // "cust_tel": "phone-number"
  },

  // Values that are public and may stand anywhere.
  "allow": [
    // { "rule": "email", "domain": "our-company.example" }
  ],

  // Files that are not scanned, besides those that git ignores.
  "ignore": [
    // "**/vendor/**"
  ],

  // Other settings for some files.
  "overrides": [
    // { "files": ["test/**"], "confidence": "certain" }
  ],

  // How "leaklint mask" masks: partial | placeholder | stand-in.
  "mask": { "strategy": "partial" }
}
`;

/** `leaklint init`: a commented leaklint.json in the working directory. Never overwrites one. */
export async function initCommand({ io, say }: CommandContext): Promise<number> {
  try {
    writeFileSync(join(io.cwd, CONFIG_NAME), TEMPLATE, { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error) ?? 'EIO';
    if (code === 'EEXIST') throw new CommandError(say.exists(CONFIG_NAME));
    throw new CommandError(say.cannotWriteOutput(CONFIG_NAME, say.code(code)));
  }
  await io.stdout.write(`${say.written(CONFIG_NAME)}\n`);
  return 0;
}
