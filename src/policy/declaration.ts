import { ENCODING_TITLES, type EncodingName } from '../encoding/names.ts';
import type { ObjectShape, Shape } from './shape.ts';

const SEVERITIES = {
  error: 'Red in the editor; the command line ends with 1.',
  warning: 'Yellow in the editor; the command line ends with 1.',
  information: 'Blue in the editor; changes no exit code.',
  hint: 'Dots in the editor; changes no exit code.',
  off: 'The rule is not run.',
} as const;

const GLOBS = 'Globs relative to the config file; one without / matches in every folder.';

const RULE: Shape = { type: 'text', check: 'rule', description: 'Id of a rule.' };
const GLOB: Shape = { type: 'text', check: 'glob', description: 'A glob.' };

const ALLOW: Shape = {
  type: 'list',
  description: 'Findings that are meant to stand where they are.',
  of: {
    type: 'object',
    description: 'All conditions given must hold.',
    oneOf: ['domain', 'value', 'pattern', 'path'],
    keys: {
      rule: { type: 'list', orOne: true, of: RULE, description: 'For findings of these rules.' },
      domain: {
        type: 'text',
        check: 'domain',
        description: 'For e-mail addresses of this domain and its subdomains.',
      },
      value: {
        type: 'text',
        check: 'any',
        description: 'For this value, in whatever way it is written. Only for public values.',
      },
      pattern: {
        type: 'text',
        check: 'pattern',
        description: 'For values that the regular expression matches from begin to end.',
      },
      path: {
        type: 'text',
        check: 'glob',
        description: 'For files that the glob matches, relative to the config file.',
      },
    },
  },
};

/** With what else goes by the name. */
const ENCODINGS: Readonly<Record<EncodingName | 'auto', string>> = {
  auto: 'Told by the bytes of each file; the default.',
  ...ENCODING_TITLES,
  shift_jis: 'Shift_JIS as Windows writes it (code page 932).',
  'iso-2022-jp': 'ISO-2022-JP (JIS), also with half-width katakana.',
  gb18030: 'GB 18030, and with it GBK (code page 936) and GB 2312.',
  'euc-kr': 'EUC-KR as Windows writes it (code page 949).',
  'windows-1252': 'Windows-1252, and with it ISO 8859-1.',
};

/** What may be set at the top and in `overrides`. */
const SETTINGS: Readonly<Record<string, Shape>> = {
  regions: {
    type: 'list',
    description: 'Regions whose national formats are read without a country code.',
    of: { type: 'text', check: 'region', description: 'ISO 3166 code of two letters.' },
  },
  confidence: {
    type: 'choice',
    description: 'Report findings from this confidence up.',
    values: {
      certain: 'Right in 99.5 of 100 cases.',
      likely: 'Right in 95 of 100 cases; the default.',
      possible: 'Everything that may be personal data.',
    },
  },
  reserved: {
    type: 'choice',
    description: "What to do with values that are provably nobody's.",
    values: {
      silent: 'Not reported; the default.',
      report: 'Reported too: for demonstrations and audits of test data.',
    },
  },
  unusedDirectives: {
    type: 'choice',
    description: 'What to do with directives that silence nothing.',
    values: {
      hint: 'A hint says so; the default.',
      off: 'Nothing: for files whose findings come and go.',
    },
  },
  rules: {
    type: 'map',
    keys: 'rule',
    description: 'Severity of rules.',
    of: { type: 'choice', values: SEVERITIES, description: 'Severity of the rule.' },
  },
  fields: {
    type: 'map',
    keys: 'any',
    description: 'Names of columns, keys and variables, and the rule that their values belong to.',
    of: RULE,
  },
  allow: ALLOW,
  encoding: {
    type: 'choice',
    description: 'The encoding that files are read and written in.',
    values: ENCODINGS,
  },
  mask: {
    type: 'object',
    description: 'How values are masked.',
    keys: {
      strategy: {
        type: 'choice',
        description: 'What is written in place of a value.',
        values: {
          partial: 'Keeps the shape and what says little: 090-****-5678. The default.',
          placeholder: 'Names the kind: [PHONE].',
          'stand-in': "A valid value of the same format that is provably nobody's.",
        },
      },
    },
  },
};

/** The form of `leaklint.json`. */
export const CONFIG: ObjectShape = {
  type: 'object',
  description: 'What Leaklint reports, allows and ignores. Comments are allowed.',
  keys: {
    $schema: { type: 'text', check: 'any', description: 'The schema of this file.' },
    extends: {
      type: 'list',
      orOne: true,
      description: 'Config files that this one builds on, the weakest first.',
      of: { type: 'text', check: 'path', description: 'Path relative to this file.' },
    },
    ...SETTINGS,
    ignore: { type: 'list', of: GLOB, description: `Files that are not scanned. ${GLOBS}` },
    overrides: {
      type: 'list',
      description: 'Other settings for some files; later entries go before earlier ones.',
      of: {
        type: 'object',
        description: 'Settings for the files that a glob matches.',
        required: ['files'],
        keys: {
          files: { type: 'list', orOne: true, of: GLOB, description: GLOBS },
          ...SETTINGS,
        },
      },
    },
    custom: {
      type: 'list',
      description: "Rules of your own. Their severity is a warning unless 'rules' says otherwise.",
      of: {
        type: 'object',
        description: 'A rule of your own.',
        required: ['id', 'pattern'],
        keys: {
          id: {
            type: 'text',
            check: 'custom-id',
            description: 'Name of the rule: lower-case letters, digits and hyphens.',
          },
          pattern: {
            type: 'text',
            check: 'pattern',
            description:
              'Regular expression; the longest match counts. No look-around, no back-references.',
          },
          names: {
            type: 'list',
            description: 'Field names whose values belong to the rule, and words before a value.',
            of: { type: 'text', check: 'any', description: 'A name.' },
          },
        },
      },
    },
  },
};
