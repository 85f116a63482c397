/** Where a document comes from: scheme and authority of its URI. */
export interface Origin {
  readonly scheme: string;
  readonly authority: string;
}

/** Documents of these schemes are somebody's text, wherever they lie. */
const SCHEMES = new Set([
  'file',
  'untitled',
  'vscode-remote',
  'vscode-notebook-cell',
  'vscode-scm',
  'vscode-test-web',
]);

/**
 * Is a document of this origin scanned? Diff views, timelines, output panels and settings show the
 * same text a second time under schemes of their own (`git`, `gitfs`, `output`, `vscode-userdata`,
 * `vscode-vfs` of another repository …): findings there would be duplicates that nobody can fix.
 * Hence a list of what is scanned, and besides it the places where the workspace's own folders are.
 */
export function isScanned(origin: Origin, folders: readonly Origin[]): boolean {
  if (SCHEMES.has(origin.scheme)) return true;
  return folders.some(
    ({ scheme, authority }) => scheme === origin.scheme && authority === origin.authority,
  );
}
