import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../node/file-system.ts';
import { CONFIG_NAME } from '../policy/load.ts';
import { configTemplate } from '../policy/template.ts';
import { CommandError, type CommandContext } from './command.ts';

/** Where the schema lies in a project that has Leaklint as a dependency. */
const SCHEMA = './node_modules/leaklint/schema/leaklint.schema.json';

/** `leaklint init`: a commented leaklint.json in the working directory. Never overwrites one. */
export async function initCommand({ io, say }: CommandContext): Promise<number> {
  try {
    writeFileSync(join(io.cwd, CONFIG_NAME), configTemplate(SCHEMA), { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error) ?? 'EIO';
    if (code === 'EEXIST') throw new CommandError(say.exists(CONFIG_NAME));
    throw new CommandError(say.cannotWriteOutput(CONFIG_NAME, say.code(code)));
  }
  await io.stdout.write(`${say.written(CONFIG_NAME)}\n`);
  return 0;
}
