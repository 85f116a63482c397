// What the command line loads when something of it is used for the first time: most files that are
// staged or scanned need none of it. A piece holds the modules named here and what only they need.

const engine = (folder, ...names) => names.map((name) => `src/engine/${folder}${name}.ts`);
const rules = (folder, ...names) => engine(`rules/${folder}/`, ...names);
const gazetteer = (...names) => engine('gazetteer/', ...names);

/** Modules and packages by piece. What they export must not be used while other modules are loaded. */
export const PIECES = {
  'postal-address': [
    ...rules('postal-address', 'building', 'japan', 'labelled', 'romaji', 'typed', 'western'),
    ...rules('postal-address', 'world/index'),
    ...rules('postal-code', 'foreign', 'japan'),
    ...gazetteer('area-codes', 'place', 'place-cell', 'postal-codes'),
  ],
  'phone-number': rules(
    'phone-number',
    ...['after', 'borders', 'find', 'japan', 'labelled', 'plan', 'shape', 'typed'],
  ),
  email: [
    ...rules('email', 'domain', 'local-part', 'quoted', 'surroundings'),
    ...gazetteer('reserved-domains'),
  ],
  passport: [
    ...rules('passport-mrz', 'parse', 'specimens', 'zone'),
    ...rules('passport-number', 'formats', 'places', 'specimens'),
    ...gazetteer('states'),
  ],
  'person-name': [...rules('person-name', 'field', 'japanese', 'latin'), ...gazetteer('names')],
  columns: engine(
    '',
    'chance',
    'column-candidates',
    'column-cells',
    'column-path',
    'column-verdicts',
    'column-tests/dates',
    'number-table',
    'text/calendar',
  ),
  formats: engine('formats/', 'delimited', 'dialect', 'notebook', 'settings', 'sql', 'xml', 'yaml'),
  findings: [
    ...engine('text/', 'masked-shape', 'normalise'),
    ...rules('credit-card', 'test-cards'),
    ...rules('iban', 'examples'),
  ],
  patterns: engine('kernel/', 'lazy-dfa'),
  encodings: ['src/encoding/charsets.ts', 'src/encoding/weigh.ts'],
  config: ['src/policy/parse.ts', 'jsonc-parser'],
  globs: ['picomatch'],
  ignore: ['ignore'],
  colours: ['picocolors'],
  japanese: ['src/cli/text/ja.ts'],
};
