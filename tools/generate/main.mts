import { countries } from './countries.mts';
import { japan } from './japan.mts';
import { names } from './names.mts';
import { phone } from './phone.mts';
import { postalCodes } from './postal-codes.mts';
import { scanner } from './scanner.mts';
import { schema } from './schema.mts';
import { tlds } from './tlds.mts';
import { states } from './states.mts';
import { writeGenerated, type Generator } from './generated-file.mts';

/** Every generator: it returns files, named from `src/engine/gazetteer`. */
const GENERATORS: readonly Generator[] = [
  countries,
  japan,
  names,
  phone,
  postalCodes,
  scanner,
  schema,
  states,
  tlds,
];

GENERATORS.forEach(writeGenerated);
