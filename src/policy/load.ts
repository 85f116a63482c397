import type { Config, ConfigProblem } from './config.ts';
import type { Overlay, Policy } from './policy.ts';

export const CONFIG_NAME = 'leaklint.json';

/** The part of the host's FileSystem that is needed. */
export interface ConfigReader {
  read(path: string): Promise<Uint8Array | undefined>;
}

/** A mistake and the config file that holds it. */
export interface FileProblem extends ConfigProblem {
  readonly file: string;
}

/** A config file with all that it extends. */
export interface LoadedConfig {
  /** Path of the file; undefined for the built-in defaults. */
  readonly file: string | undefined;
  /** Folder to which the config's globs are relative. */
  readonly folder: string;
  readonly config: Config;
  /** Of the file and of the files it extends. */
  readonly problems: readonly FileProblem[];
}

export interface PolicyOptions {
  /** `--config FILE`: governs every path, nothing else is looked for. */
  readonly config?: string;
  readonly overlay?: Overlay;
}

/** The policies of a tree of files. Caches; make a new one when a config file changes. */
export interface Policies {
  /** Policy of the file at an absolute path with `/`. */
  policyFor(path: string): Promise<Policy>;
  /** The config that governs the file. */
  configFor(path: string): Promise<LoadedConfig>;
  /** Problems of all configs loaded so far, in order of file and place. */
  problems(): readonly FileProblem[];
}

export declare function createPolicies(files: ConfigReader, options?: PolicyOptions): Policies;

/** @param path path of a file, relative to the config's folder, with `/` */
export declare function resolvePolicy(config: Config, path: string, overlay?: Overlay): Policy;
