import type { Messages } from '../engine/index.ts';
import type { Config, ConfigProblem } from './config.ts';
import { mergeConfigs } from './merge.ts';
import { problemMessages } from './messages.ts';
import { parseConfig, problemAtLink } from './parse.ts';
import { CONFIG_NAME, folderOf, joinPath, relativePath } from './paths.ts';
import type { Overlay, Policy } from './policy.ts';
import { resolvePolicy } from './resolve.ts';

export { CONFIG_NAME, resolvePolicy };

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
  /** No config above this folder is looked for. */
  readonly root?: string;
  readonly overlay?: Overlay;
}

/** The policies of a tree of files. Caches; make a new one when a config file changes. */
export interface Policies {
  /** Policy of the file at a path with `/`, absolute or from where `read` begins. */
  policyFor(path: string): Promise<Policy>;
  /** The config that governs the file. */
  configFor(path: string): Promise<LoadedConfig>;
  /** Problems of all configs loaded so far, each once, in order of file and place. */
  problems(): readonly FileProblem[];
}

const DEFAULTS: LoadedConfig = { file: undefined, folder: '', config: {}, problems: [] };

export function createPolicies(files: ConfigReader, options: PolicyOptions = {}): Policies {
  const byFolder = new Map<string, Promise<LoadedConfig>>();
  const loaded = new Set<LoadedConfig>();

  /** The nearest config upward wins; it is asked for once a folder. */
  function nearest(folder: string): Promise<LoadedConfig> {
    let config = byFolder.get(folder);
    if (config === undefined) {
      config = look(folder);
      byFolder.set(folder, config);
    }
    return config;
  }

  async function look(folder: string): Promise<LoadedConfig> {
    const here = await loadConfig(files, joinPath(folder, CONFIG_NAME));
    if (here !== undefined) return keep(here);
    const parent = folderOf(folder);
    return parent === folder || folder === options.root ? DEFAULTS : nearest(parent);
  }

  function keep(config: LoadedConfig): LoadedConfig {
    loaded.add(config);
    return config;
  }

  let only: Promise<LoadedConfig> | undefined;
  async function given(file: string): Promise<LoadedConfig> {
    const config = await loadConfig(files, file);
    if (config !== undefined) return keep(config);
    const problem = problemOf(file, problemMessages['extends-missing']());
    return keep({ file, folder: folderOf(file), config: {}, problems: [problem] });
  }

  function configFor(path: string): Promise<LoadedConfig> {
    if (options.config === undefined) return nearest(folderOf(path));
    return (only ??= given(options.config));
  }

  return {
    configFor,
    async policyFor(path) {
      const { config, folder } = await configFor(path);
      return resolvePolicy(config, relativePath(folder, path), options.overlay);
    },
    problems: () => distinct([...loaded].flatMap(({ problems }) => problems)),
  };
}

/** A problem of the file as a whole. */
function problemOf(file: string, message: Messages): FileProblem {
  return { file, message, start: 0, end: 0, line: 1, column: 1, path: [] };
}

/**
 * Reads a config file and those it extends.
 *
 * @param chain the files that led here by `extends`
 * @returns undefined when there is no such file
 */
export async function loadConfig(
  files: ConfigReader,
  file: string,
  chain: readonly string[] = [],
): Promise<LoadedConfig | undefined> {
  const folder = folderOf(file);
  let bytes: Uint8Array | undefined;
  try {
    bytes = await files.read(file);
  } catch {
    // The host's error text may hold anything; the reason is not repeated.
    const problem = problemOf(file, problemMessages.unreadable());
    return { file, folder, config: {}, problems: [problem] };
  }
  if (bytes === undefined) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const alone = parseConfig(text);
  const links = alone.config.extends ?? [];
  const problems: FileProblem[] = [];
  let base: Config = {};
  for (const link of links) {
    const target = joinPath(folder, link);
    const isCycle = [...chain, file].includes(target);
    const extended = isCycle ? undefined : await loadConfig(files, target, [...chain, file]);
    if (extended === undefined) {
      const message = problemMessages[isCycle ? 'extends-cycle' : 'extends-missing']();
      problems.push({ file, ...problemAtLink(text, link, message) });
      continue;
    }
    base = mergeConfigs(base, extended.config);
    problems.push(...extended.problems);
  }
  // Only now the rules are known that the config may speak of.
  const custom = (base.custom ?? []).map(({ id }) => id);
  const own = custom.length === 0 ? alone : parseConfig(text, custom);
  problems.push(...own.problems.map((problem) => ({ file, ...problem })));
  return { file, folder, config: mergeConfigs(base, own.config), problems };
}

/** A base that several configs extend is read for each of them; its problems count once. */
function distinct(problems: readonly FileProblem[]): FileProblem[] {
  const byPlace = new Map(
    problems.map((problem) => [
      `${problem.file}:${String(problem.start)}:${problem.message.en}`,
      problem,
    ]),
  );
  return [...byPlace.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.start - b.start,
  );
}
