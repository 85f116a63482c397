import * as vscode from 'vscode';
import { loadCore } from './load-core.ts';
import { pickFolder } from './pick-folder.ts';
import type { GitCommands, GitProblem, StagedFinding } from './platform.ts';
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
  if (typeof found === 'string') return tell(problemText(found));
  if (found.length === 0) return tell(t('The staged changes bring no personal data.'));
  const items = await itemsOf(found);
  const title = t('Personal data in the staged changes: {0}', found.length);
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (chosen === undefined) return;
  const at = new vscode.Position(chosen.finding.line - 1, chosen.finding.column - 1);
  const selection = new vscode.Range(at, at);
  await vscode.window.showTextDocument(chosen.finding.uri, { selection });
}

/** Installs the hook that refuses commits with personal data. */
export async function installHook(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const ready = await readyForGit(services);
  if (ready === undefined) return;
  const done = await ready.git.installHook(ready.folder.uri);
  if (typeof done === 'string') return tell(problemText(done));
  if (done.manager === undefined) {
    const text = t('The hook is installed: commits with personal data are refused.');
    return tell(done.kept ? `${text} ${t('The hook that was there runs first.')}` : text);
  }
  const { name, file, lines } = done.manager;
  const copy = t('Copy');
  const question = t('{0} keeps the hooks of this repository. Add Leaklint to {1}.', name, file);
  if ((await vscode.window.showInformationMessage(question, copy)) === copy) {
    await vscode.env.clipboard.writeText(lines);
  }
}

interface Item extends vscode.QuickPickItem {
  readonly finding: StagedFinding;
}

async function itemsOf(found: readonly StagedFinding[]): Promise<Item[]> {
  const { ruleById, maskedName } = await loadCore();
  return found.map((finding) => {
    const name = ruleName(finding.rule, ruleById(finding.rule), vscode.env.language);
    const path = maskedName(vscode.workspace.asRelativePath(finding.uri));
    const description = `${path}:${String(finding.line)}`;
    return { label: `${name}: ${finding.masked}`, description, finding };
  });
}

/** Git and the folder to run it in; undefined, with a word why, where it cannot be run. */
async function readyForGit({
  platform,
}: Services): Promise<{ git: GitCommands; folder: vscode.WorkspaceFolder } | undefined> {
  const { t } = vscode.l10n;
  if (platform.git === undefined) {
    tell(t('Git does not run in the browser. Open the folder on the desktop or remotely.'));
    return undefined;
  }
  // A repository's own config may name programs for git to start.
  if (!vscode.workspace.isTrusted) {
    tell(t('Git is not run in a folder that you have not trusted.'));
    return undefined;
  }
  const folder = await pickFolder();
  if (folder === undefined) return undefined;
  if (folder.uri.scheme !== 'file') {
    tell(t('Git needs a folder on disk; this one is virtual.'));
    return undefined;
  }
  return { git: platform.git, folder };
}

function problemText(problem: GitProblem): string {
  const { t } = vscode.l10n;
  const texts: Readonly<Record<GitProblem, string>> = {
    'no-git': t('Git is not installed.'),
    'no-repository': t('This folder is in no git repository.'),
    'not-owned': t('Git refuses this folder: it belongs to another user.'),
    failed: t('Git failed.'),
  };
  return texts[problem];
}

/** Says it and does not wait for the answer. */
function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
