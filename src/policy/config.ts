import type { EncodingName } from '../encoding/names.ts';
import type { Confidence, CustomRule, Messages, Severity } from '../engine/index.ts';

export type RuleSetting = Severity | 'off';

/** Names of `masking/strategy.ts`; a test compares both lists. */
export type MaskStrategy = 'partial' | 'placeholder' | 'stand-in';

/** How files are to be read: as their bytes tell, or as said. */
export type EncodingSetting = EncodingName | 'auto';

/** Findings that are meant to stand where they are. All given conditions must hold. */
export interface AllowEntry {
  readonly rule?: readonly string[];
  /** Domain of an e-mail address, its subdomains included. */
  readonly domain?: string;
  /** A value, compared normalised. */
  readonly value?: string;
  /** Regular expression of the lazy DFA's syntax for the whole value. */
  readonly pattern?: string;
  /** Glob, relative to the config file. */
  readonly path?: string;
}

/** What may be set for all files, and again for some of them. */
export interface Settings {
  readonly regions?: readonly string[];
  readonly confidence?: Confidence;
  readonly reserved?: 'silent' | 'report';
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly allow?: readonly AllowEntry[];
  readonly encoding?: EncodingSetting;
  readonly mask?: { readonly strategy?: MaskStrategy };
  readonly unusedDirectives?: 'hint' | 'off';
}

export interface Override extends Settings {
  /** Globs, relative to the config file. */
  readonly files: readonly string[];
}

/** `leaklint.json` as read: a single value that stands for a list is a list. */
export interface Config extends Settings {
  readonly $schema?: string;
  readonly extends?: readonly string[];
  /** Globs, relative to the config file. */
  readonly ignore?: readonly string[];
  readonly overrides?: readonly Override[];
  readonly custom?: readonly CustomRule[];
}

/** A mistake in a config file. Names keys, never values: `allow` may hold personal data. */
export interface ConfigProblem {
  readonly message: Messages;
  /** UTF-16 offsets in the config's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Line and column (UTF-16) of `start`, from 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the document: `overrides`, 0, `confidence`. */
  readonly path: readonly (string | number)[];
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}
