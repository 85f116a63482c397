import assert from 'node:assert/strict';
import type { Scenario } from './scenario.mts';
import { samplesWorkspace } from './samples-workspace.mts';

/** What a person does first: see, ask why, fix, scan everything. */
export const scenario: Scenario = {
  name: 'editor',
  hosts: ['server', 'web'],
  workspace: samplesWorkspace('editor'),
  open: 'reservation.ts',
  width: 1280,
  height: 800,

  async play(workbench, step) {
    await workbench.line('hanako@example.jp').waitFor();
    await workbench.waitForSquiggles('warning', 5);
    // The passport number, and the two lines of the machine-readable zone.
    await workbench.waitForSquiggles('error', 3);
    step('squiggles under the values, and under nothing else');
    await workbench.screenshot('editor-1-squiggles');

    const hover = await workbench.hover('hanako@example.jp');
    assert.match(hover, /E-mail address/);
    assert.match(hover, /\*\*\*\*@\*\*\*\*/);
    assert.match(hover, /its top-level domain exists/);
    step('the hover says why');
    await workbench.screenshot('editor-2-hover');

    const fixes = await workbench.quickFixes('090-0123-4567');
    assert.match(fixes[0]!, /Mask this value/);
    assert.ok(fixes.some((fix) => fix.includes('Ignore this line')));
    step('the quick fixes are there');
    await workbench.screenshot('editor-3-quick-fixes');

    await workbench.chooseFix('Mask this value');
    await workbench.line('090-****-').waitFor();
    await workbench.waitForSquiggles('warning', 4);
    step('the value is masked');
    await workbench.save();
    await workbench.waitForFile('reservation.ts', (text) => text.includes('090-****-4567'));
    await workbench.screenshot('editor-4-masked');

    await workbench.page.locator('.statusbar-item[id="status.languageStatus"]').click();
    await workbench.page.locator('.hover-language-status', { hasText: 'Leaklint: on' }).waitFor();
    step('the status item says that it is on');
    await workbench.screenshot('editor-5-status');
    await workbench.press('Escape');

    await workbench.runCommand('Leaklint: Scan Workspace');
    await workbench.notification('Leaklint scanned the workspace');
    await workbench.problems(5);
    await workbench.screenshot('editor-6-problems');
    // The panel draws what can be seen: files alone fit all.
    await workbench.page.locator('.panel .codicon-collapse-all:visible').first().click();
    await workbench.page.mouse.move(1, 1);
    const files = (await workbench.problems(0)).join('\n');
    for (const file of ['customers.csv', 'customers.sql', 'users.json', 'access.log', '.env']) {
      assert.ok(files.includes(file), `${file} is not in the Problems panel:\n${files}`);
    }
    step('the workspace is scanned; the Problems panel has files that are closed');
  },
};
