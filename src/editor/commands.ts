import * as vscode from 'vscode';
import { changeConfiguration } from './change-configuration.ts';
import type { ConfigChange } from './config-edits.ts';
import { createConfiguration } from './create-configuration.ts';
import { WHY_COMMAND } from './fixes.ts';
import { installHook, scanStaged } from './git-commands.ts';
import { describeError } from './guard.ts';
import { maskAllInFile } from './mask-all.ts';
import { goToFinding, showWhy } from './navigation.ts';
import { scanFile } from './scan-file-command.ts';
import { scanWorkspace } from './scan-workspace.ts';
import type { Services } from './services.ts';
import { CHANGE_CONFIG_COMMAND } from './silencing-fixes.ts';

type Command = (services: Services, ...args: never[]) => unknown;

const COMMANDS: Readonly<Record<string, Command>> = {
  'leaklint.scanWorkspace': scanWorkspace,
  'leaklint.scanFile': scanFile,
  'leaklint.scanStaged': scanStaged,
  'leaklint.maskAllInFile': maskAllInFile,
  'leaklint.createConfiguration': ({ policies }) => createConfiguration(policies),
  'leaklint.installHook': installHook,
  'leaklint.nextFinding': (services) => goToFinding(services, 1),
  'leaklint.previousFinding': (services) => goToFinding(services, -1),
  'leaklint.showLog': ({ log }) => log.show(),
  // For quick fixes; not in the palette.
  [WHY_COMMAND]: (_, uri: vscode.Uri, position: vscode.Position) => showWhy(uri, position),
  [CHANGE_CONFIG_COMMAND]: async ({ policies }, file: vscode.Uri, change: ConfigChange) => {
    await changeConfiguration(file, change);
    policies.refresh();
  },
};

export function registerCommands(services: Services): vscode.Disposable {
  const registrations = Object.entries(COMMANDS).map(([id, command]) =>
    vscode.commands.registerCommand(id, async (...args: never[]) => {
      try {
        return await command(services, ...args);
      } catch (error) {
        // VS Code would show the error's text, which may repeat what it stumbled over.
        services.log.error(`${id}: ${describeError(error)}`);
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The command failed; the log names the place.'),
        );
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
