import fs from 'node:fs';
import path from 'node:path';
import { quietSettings } from './settings.mts';
import type { WebOptions } from './web-host.mts';

/** Where the tests seem to be: the workbench looks for an extension that they lie in. */
export const TESTS_PATH = '/extension/.tests';

/**
 * code-server's bundle takes its own origin for a remote and keeps user data there. A workbench with nothing behind it
 * must do neither, and nothing but the bundle itself can tell it.
 */
const patches: readonly (readonly [RegExp, string])[] = [
  [/remoteAuthority:location\.host/g, 'remoteAuthority:void 0'],
  [
    /(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.)vscodeRemote(\}\),"User"\))/g,
    '$1vscodeUserData$2',
  ],
];

export function webOnlyWorkbench(file: string): string {
  let text = fs.readFileSync(file, 'utf8');
  for (const [pattern, replacement] of patches) {
    const found = text.match(pattern)?.length ?? 0;
    if (found !== 1) throw new Error(`the workbench has changed: ${found} times ${pattern}`);
    text = text.replace(pattern, replacement);
  }
  return text;
}

export function workbenchPage(options: WebOptions, authority: string, workbench: string): string {
  const config = JSON.stringify(configuration(options, authority));
  return `<!doctype html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${escapeAttribute(config)}">
<link rel="stylesheet" href="/static/${path.posix.dirname(workbench)}/workbench.css">
</head><body aria-label="">
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/static/out/';</script>
<script type="module" src="/static/out/nls.messages.js"></script>
<script type="module" src="/static/${workbench}"></script>
</body></html>`;
}

function configuration(options: WebOptions, authority: string): object {
  const { tests, settings, untrusted = false } = options;
  const at = (file: string) => ({ scheme: 'http', authority, path: file });
  return {
    enableWorkspaceTrust: untrusted,
    // code-server's bundle insists on these four.
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: { enableTelemetry: false },
    webviewEndpoint: `http://${authority}/static/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: { ...quietSettings, ...settings },
    ...workspaceConfiguration(options),
    additionalBuiltinExtensions: [at('/fixture-fs')],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/extension')],
      ...(tests ? { extensionTestsPath: at(`${TESTS_PATH}/${path.basename(tests)}`) } : {}),
    },
  };
}

function workspaceConfiguration({ workspace, noSearch, untrusted }: WebOptions): object {
  const at = (file: string) => ({
    scheme: untrusted ? 'vscode-vfs' : 'vscode-test', // see fixture-fs
    authority: noSearch ? 'no-search' : 'mount',
    path: file,
  });
  return workspace.endsWith('.code-workspace')
    ? { workspaceUri: at(`/${path.basename(workspace)}`) }
    : { folderUri: at('/') };
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
