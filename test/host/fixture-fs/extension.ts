// Shows the run's workspace as vscode-test://mount/, so that the web host has files to open and to save.
import * as vscode from 'vscode';

/** The part of the proposed API that findFiles asks; proposals are not in @types/vscode. */
interface FileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: {
      provideFileSearchResults(
        query: unknown,
        options: { readonly folder: vscode.Uri },
      ): Promise<vscode.Uri[]>;
    },
  ): vscode.Disposable;
}

/** Virtual workspaces are always trusted, but for the last scheme, that of repositories on vscode.dev. */
const SCHEMES = ['vscode-test', 'vscode-vfs'];
/** The authority of workspaces in which findFiles shall find nothing, as in many virtual file systems. */
const NO_SEARCH = 'no-search';

export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const files = new MountedFiles(`${extensionUri.scheme}://${extensionUri.authority}/fs`);
  const search = vscode.workspace as unknown as FileSearch;
  for (const scheme of SCHEMES)
    subscriptions.push(
      vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
      search.registerFileSearchProvider(scheme, {
        provideFileSearchResults: async (_query, { folder }) =>
          folder.authority === NO_SEARCH ? [] : files.walk(folder),
      }),
    );
}

class MountedFiles implements vscode.FileSystemProvider {
  readonly #endpoint: string;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await (await this.#call('stat', uri)).json()) as vscode.FileStat;
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return (await (await this.#call('readDirectory', uri)).json()) as [string, vscode.FileType][];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#call('readFile', uri)).arrayBuffer());
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.#call('writeFile', uri, content);
    this.#tell(vscode.FileChangeType.Changed, uri);
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    await this.#call('createDirectory', uri, '');
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.#call('delete', uri, '');
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.#call('rename', from, '', to);
    this.#tell(vscode.FileChangeType.Deleted, from);
    this.#tell(vscode.FileChangeType.Created, to);
  }

  async walk(folder: vscode.Uri): Promise<vscode.Uri[]> {
    const found: vscode.Uri[] = [];
    for (const [name, type] of await this.readDirectory(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) found.push(...(await this.walk(uri)));
      else found.push(uri);
    }
    return found;
  }

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#changed.fire([{ type, uri }]);
  }

  async #call(
    op: string,
    { path }: vscode.Uri,
    body?: Uint8Array | string,
    to?: vscode.Uri,
  ): Promise<Response> {
    const query = new URLSearchParams({ op, path, ...(to ? { to: to.path } : {}) });
    const write = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(`${this.#endpoint}?${query.toString()}`, write);
    if (response.status === 404) throw vscode.FileSystemError.FileNotFound(path);
    if (!response.ok) throw new vscode.FileSystemError(`${op} ${path}: ${response.status}`);
    return response;
  }
}
