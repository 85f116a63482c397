/**
 * What the editor needs of engine, masking, policy and worker. Everything else in this folder
 * imports their types only and gets the rest through `loadCore`, so that activation evaluates no
 * rule and no table.
 */
export { createExcerpts, ruleById, RULES, scanText } from '../engine/index.ts';
export { maskedShape } from '../engine/text/masked-shape.ts';
export { editsFor } from '../masking/edits.ts';
export { replacementFor } from '../masking/replace.ts';
export { applyPolicy } from '../policy/apply.ts';
export { readDirective } from '../policy/directive-syntax.ts';
export { createDirectives } from '../policy/directives.ts';
export { createPolicies, resolvePolicy } from '../policy/load.ts';
export { parseConfig } from '../policy/parse.ts';
export { relativePath } from '../policy/paths.ts';
export { configTemplate } from '../policy/template.ts';
export { createWorker } from '../worker/worker.ts';
export { maskedName } from '../report/masked-name.ts';
