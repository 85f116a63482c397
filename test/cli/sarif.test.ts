import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { join } from 'node:path';
import ts from 'typescript';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const ROOT = join(__dirname, '..', '..');

/**
 * What the compiler says to a document where a SARIF log is wanted. The types are generated from
 * the standard's schema: a member that is unknown, missing or of another type is an error.
 */
function complaintsAbout(document: string): string[] {
  const folder = folderWith({
    'log.ts': `import type { Log } from 'sarif';\nexport const log: Log = ${document};\n`,
  });
  const program = ts.createProgram([join(folder, 'log.ts')], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
    baseUrl: ROOT,
    paths: { sarif: ['node_modules/@types/sarif'] },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('SARIF', () => {
  it('is what the standard says', () => {
    const cwd = folderWith({
      'people.csv': `氏名,電話番号\n見本,${madeUp.phone(1)}\n`,
      'a.txt': `mail ${madeUp.email(1)}\n`,
    });
    const { stdout } = runCli(['--format', 'sarif', '.', 'missing.txt'], { cwd });
    const log = JSON.parse(stdout);
    assert.equal(log.runs[0].results.length, 2);
    assert.equal(log.runs[0].invocations[0].toolExecutionNotifications.length, 1);
    assert.deepEqual(complaintsAbout(stdout), []);
  });

  it('the check can fail', () => {
    assert.notDeepEqual(complaintsAbout('{ version: "2.1.0", runs: [{ results: 1 }] }'), []);
    assert.notDeepEqual(complaintsAbout('{ version: "2.1.0", runs: [], more: 1 }'), []);
  });
});
