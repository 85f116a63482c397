import * as vscode from 'vscode';
import type { Config, Settings } from '../policy/config.ts';
import type { FileProblem, LoadedConfig, Policies } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { loadCore } from './load-core.ts';
import type { Place } from './places.ts';
import { SECTION, settingsFor } from './settings.ts';
import { readConfigFile } from './workspace-files.ts';

/** What governs a source. */
export interface Governed {
  readonly policy: Policy;
  /** `leaklint.json` over the settings. */
  readonly config: Config;
  /** Path of the source relative to the config's folder. */
  readonly configPath: string;
  /** The `leaklint.json`, when there is one. */
  readonly file: vscode.Uri | undefined;
  readonly problems: readonly FileProblem[];
}

export interface ConfigFile {
  readonly uri: vscode.Uri;
  readonly problems: readonly FileProblem[];
}

/** The policies of everything that is open, cached until a config file or a setting changes. */
export class PolicySource implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when a policy may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #loaded = new vscode.EventEmitter<ConfigFile>();
  /** Fires when a config file was read, with the mistakes in it. */
  readonly onDidLoad = this.#loaded.event;
  readonly #byRoot = new Map<string, Promise<Policies>>();
  readonly #seen = new Set<LoadedConfig>();
  readonly #merged = new WeakMap<LoadedConfig, Map<string, Config>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*leaklint*.json');
    const clear = () => this.refresh();
    const clearFor = (files: readonly vscode.Uri[]) => {
      if (files.some(({ path }) => path.endsWith('.json'))) clear();
    };
    this.#subscriptions = [
      this.#changed,
      this.#loaded,
      watcher,
      watcher.onDidChange(clear),
      watcher.onDidCreate(clear),
      watcher.onDidDelete(clear),
      // Some file systems tell no changes, a watcher may lose one, and `extends` may name any file.
      vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
        if (languageId.startsWith('json')) clear();
      }),
      vscode.workspace.onDidCreateFiles(({ files }) => clearFor(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => clearFor(files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        clearFor(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(clear),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) clear();
      }),
    ];
  }

  /** What governs the source at a place, with the settings of `scope`. */
  async governing({ root, path }: Place, scope: vscode.Uri): Promise<Governed> {
    const [{ resolvePolicy, relativePath }, policies] = await Promise.all([
      loadCore(),
      this.#policies(root),
    ]);
    const loaded = await policies.configFor(path);
    this.#tell(root, loaded);
    const config = this.#withDefaults(loaded, settingsFor(scope).defaults);
    const configPath = relativePath(loaded.folder, path);
    const file = loaded.file === undefined ? undefined : root.with({ path: loaded.file });
    const policy = resolvePolicy(config, configPath);
    return { policy, config, configPath, file, problems: loaded.problems };
  }

  /** The config over the settings; one object for each pair, since policies are kept by config. */
  #withDefaults(loaded: LoadedConfig, defaults: Settings): Config {
    const key = JSON.stringify(defaults);
    let merged = this.#merged.get(loaded);
    if (merged === undefined) this.#merged.set(loaded, (merged = new Map<string, Config>()));
    let config = merged.get(key);
    if (config === undefined) merged.set(key, (config = { ...defaults, ...loaded.config }));
    return config;
  }

  /** Tells of a config file once, and of those it extends. */
  #tell(root: vscode.Uri, loaded: LoadedConfig): void {
    if (loaded.file === undefined || this.#seen.has(loaded)) return;
    this.#seen.add(loaded);
    for (const file of new Set([loaded.file, ...loaded.problems.map((problem) => problem.file)])) {
      const problems = loaded.problems.filter((problem) => problem.file === file);
      this.#loaded.fire({ uri: root.with({ path: file }), problems });
    }
  }

  /** Forgets what is cached. For changes that no file system tells us. */
  refresh(): void {
    this.#byRoot.clear();
    this.#seen.clear();
    this.#changed.fire();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #policies(root: vscode.Uri): Promise<Policies> {
    const key = root.toString();
    const known = this.#byRoot.get(key);
    if (known !== undefined) return known;
    const made = loadCore().then(({ createPolicies }) =>
      createPolicies({ read: (path) => readConfigFile(root.with({ path })) }),
    );
    this.#byRoot.set(key, made);
    return made;
  }
}
