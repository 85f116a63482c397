import * as vscode from 'vscode';
import type { GitCommands, StagedFinding } from './platform.ts';
import { loadCore } from './load-core.ts';
import { pickFolder } from './pick-folder.ts';
import type { Services } from './services.ts';
import { ruleName } from './wording.ts';

/** Shows the values that the staged changes bring in, as a list to go through. */
export async function scanStaged(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const ready = await readyForGit(services);
  if (ready === undefined) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Leaklint: scanning the staged changes'),
  };
  const found = await vscode.window.withProgress(options, () =>
    ready.git.scanStaged(ready.folder.uri),
  );
  if (found.length === 0) {
    void vscode.window.showInformationMessage(t('The staged changes bring no personal data.'));
    return;
  }
  const items = await itemsOf(found);
  const title = t('Personal data in the staged changes: {0}', found.length);
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (chosen === undefined) return;
  const at = new vscode.Position(chosen.finding.line - 1, chosen.finding.column - 1);
  await vscode.window.showTextDocument(chosen.finding.uri, {
    selection: new vscode.Range(at, at),
  });
}

/** Installs the hook that refuses commits with personal data. */
export async function installHook(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const ready = await readyForGit(services);
  if (ready === undefined) return;
  const { file, changed } = await ready.git.installHook(ready.folder.uri);
  void vscode.window.showInformationMessage(
    changed
      ? t('The hook is installed: {0}', file)
      : t('The hook was installed already: {0}', file),
  );
}

interface Item extends vscode.QuickPickItem {
  readonly finding: StagedFinding;
}

async function itemsOf(found: readonly StagedFinding[]): Promise<Item[]> {
  const { ruleById, maskedName } = await loadCore();
  return found.map((finding) => ({
    label: `${ruleName(finding.rule, ruleById(finding.rule), vscode.env.language)}: ${finding.masked}`,
    description: `${maskedName(vscode.workspace.asRelativePath(finding.uri))}:${finding.line}`,
    finding,
  }));
}

/** Git and the folder to run it in; undefined, with a word why, where it cannot be run. */
async function readyForGit({
  platform,
}: Services): Promise<{ git: GitCommands; folder: vscode.WorkspaceFolder } | undefined> {
  const { t } = vscode.l10n;
  const refuse = (message: string) => {
    void vscode.window.showInformationMessage(message);
    return undefined;
  };
  if (platform.git === undefined) {
    return refuse(
      t('Git does not run in the browser. Open the folder on the desktop or remotely.'),
    );
  }
  // A repository's own config may name programs for git to start.
  if (!vscode.workspace.isTrusted) {
    return refuse(t('Git is not run in a folder that you have not trusted.'));
  }
  const folder = await pickFolder();
  if (folder === undefined) return undefined;
  if (folder.uri.scheme !== 'file') {
    return refuse(t('Git needs a folder on disk; this one is virtual.'));
  }
  return { git: platform.git, folder };
}
