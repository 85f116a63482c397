import type { Messages } from '../engine/index.ts';

/** What kind of value was expected. */
export type Expected = 'text' | 'list' | 'object';

const EXPECTED: Readonly<Record<Expected, Messages>> = {
  text: { en: 'a text in quotes', ja: '引用符で囲んだ文字列' },
  list: { en: 'a list in [ ]', ja: '[ ] のリスト' },
  object: { en: 'an object in { }', ja: '{ } のオブジェクト' },
};

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const hint = (meant: string | undefined): Messages =>
  meant === undefined
    ? { en: '', ja: '' }
    : { en: ` Did you mean "${meant}"?`, ja: `"${meant}" のことですか?` };

/**
 * May the name of a key be repeated? Keys are names, but somebody may have written a value where
 * a key belongs.
 */
function shown(key: string): string {
  return /^[a-z$][a-z$_-]{0,30}$/i.test(key) ? ` "${key}"` : '';
}

/** Sentences about a config file. None repeats a value of it. */
export const problemMessages = {
  syntax: (what: string): Messages => ({
    en: `Not valid JSON: ${what}.`,
    ja: `JSONとして正しくありません（${what}）。`,
  }),
  empty: (): Messages => ({ en: 'The file is empty.', ja: 'ファイルが空です。' }),
  type: (expected: Expected): Messages => ({
    en: `Expected ${EXPECTED[expected].en}.`,
    ja: `${EXPECTED[expected].ja}が必要です。`,
  }),
  'unknown-key': (key: string, meant: string | undefined): Messages => ({
    en: `Unknown key${shown(key)}.${hint(meant).en}`,
    ja: `不明なキー${shown(key)}です。${hint(meant).ja}`,
  }),
  'duplicate-key': (key: string): Messages => ({
    en: `The key${shown(key)} stands here twice; the last one counts.`,
    ja: `キー${shown(key)}が重複しています。最後のものが有効です。`,
  }),
  'missing-key': (keys: readonly string[]): Messages => ({
    en: `Missing: ${quoted(keys)}.`,
    ja: `${quoted(keys)} が必要です。`,
  }),
  'missing-one-of': (keys: readonly string[]): Messages => ({
    en: `One of ${quoted(keys)} is needed. To silence a rule, set it to "off" in "rules".`,
    ja: `${quoted(keys)} のいずれかが必要です。ルールを止めるには "rules" で "off" にします。`,
  }),
  choice: (values: readonly string[], meant: string | undefined): Messages => ({
    en: `Expected one of ${quoted(values)}.${hint(meant).en}`,
    ja: `${quoted(values)} のいずれかが必要です。${hint(meant).ja}`,
  }),
  rule: (meant: string | undefined): Messages => ({
    en: `There is no such rule.${hint(meant).en}`,
    ja: `そのようなルールはありません。${hint(meant).ja}`,
  }),
  region: (meant: string | undefined): Messages => ({
    en: `Not a region: write its ISO 3166 code, such as "JP".${hint(meant).en}`,
    ja: `地域ではありません。"JP" のようなISO 3166のコードで書いてください。${hint(meant).ja}`,
  }),
  'custom-id': (): Messages => ({
    en: 'The id of a rule has lower-case letters, digits and hyphens, and begins with a letter.',
    ja: 'ルールのidは英小文字で始め、英小文字・数字・ハイフンで書いてください。',
  }),
  'custom-id-taken': (): Messages => ({
    en: 'There is already a rule of this id.',
    ja: 'このidのルールはすでにあります。',
  }),
  'glob-empty': (): Messages => ({ en: 'The glob is empty.', ja: 'globが空です。' }),
  'glob-backslash': (): Messages => ({
    en: 'Write / between folders, on Windows too.',
    ja: 'フォルダーの区切りはWindowsでも / で書いてください。',
  }),
  'glob-absolute': (): Messages => ({
    en: 'Globs are relative to the config file: no / or drive at the begin, no "..".',
    ja: 'globは設定ファイルからの相対で書きます。先頭の / やドライブ名、".." は使えません。',
  }),
  'glob-negated': (): Messages => ({
    en: 'A glob cannot begin with "!".',
    ja: 'globを "!" で始めることはできません。',
  }),
  'glob-brackets': (): Messages => ({
    en: 'The brackets of the glob do not match.',
    ja: 'globの括弧が対応していません。',
  }),
  path: (): Messages => ({
    en: 'Expected a path relative to this file, with /.',
    ja: 'このファイルからの相対パスを / で書いてください。',
  }),
  domain: (): Messages => ({
    en: 'Expected a domain, without @ and without wildcards.',
    ja: '@ やワイルドカードのないドメイン名が必要です。',
  }),
  'extends-missing': (): Messages => ({
    en: 'There is no such file.',
    ja: 'ファイルがありません。',
  }),
  'extends-cycle': (): Messages => ({
    en: 'The file extends itself, directly or by way of others.',
    ja: '設定ファイルが循環して参照されています。',
  }),
  unreadable: (): Messages => ({
    en: 'The file cannot be read.',
    ja: 'ファイルを読み込めません。',
  }),
} as const;
