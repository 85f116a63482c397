import { RULES } from '../../src/engine/index.ts';
import { configSchema } from '../../src/policy/json-schema.ts';
import type { GeneratedFile } from './generated-file.mts';

/** The schema of `leaklint.json`, made from the rules and the config's declaration. */
export function schema(): readonly GeneratedFile[] {
  const text = JSON.stringify(configSchema(RULES), undefined, 2);
  return [{ name: '../../../schema/leaklint.schema.json', text: `${text}\n` }];
}
