/** A rule of the user's own: a regular expression of the lazy DFA's syntax. */
export interface CustomRule {
  readonly id: string;
  readonly pattern: string;
  readonly names?: readonly string[];
}

/** What the engine needs to know. The policy fills it; detection never reads settings. */
export interface ScanOptions {
  /** ISO 3166 regions whose national formats are read without a country code. */
  readonly regions: readonly string[];
  /** Field names taught by the user: name to rule id. */
  readonly fields: Readonly<Record<string, string>>;
  readonly custom: readonly CustomRule[];
  /** What to do with values that are provably nobody's. */
  readonly reserved: 'silent' | 'report';
  /** Ids of the rules to run; all when absent. */
  readonly rules?: ReadonlySet<string>;
}

export const DEFAULT_OPTIONS: ScanOptions = {
  regions: ['JP'],
  fields: {},
  custom: [],
  reserved: 'silent',
};

/** What is known of a source besides its text. */
export interface SourceInfo {
  /** Path or name; only its extension is looked at. */
  readonly path?: string;
  /** VS Code's language id, where an editor knows it; goes before the extension. */
  readonly languageId?: string;
}
