import assert from 'node:assert/strict';
import path from 'node:path';
import { here } from '../host/places.mts';
import type { Scenario } from './scenario.mts';

/** Needs nothing of ours: when this fails, the host is at fault and not the extension. */
export const scenario: Scenario = {
  name: 'zen-mode',
  hosts: ['server', 'min', 'web'],
  workspace: path.join(here, 'workspace'),
  open: 'hello.txt',

  async play(workbench, step) {
    await workbench.line('こんにちは').waitFor();
    step('the file is open');
    await workbench.screenshot('zen-mode-1-open');

    const sideBar = workbench.page.locator('.part.sidebar');
    await workbench.runCommand('View: Toggle Zen Mode');
    await sideBar.waitFor({ state: 'hidden' });
    step('a command of the palette ran');
    await workbench.screenshot('zen-mode-2-on');

    await workbench.clickOn('Hello');
    await workbench.press('End');
    await workbench.type(' world');
    await workbench.save();
    const saved = await workbench.waitForFile('hello.txt', (text) => text.includes('world'));
    assert.equal(saved, 'Hello world\nこんにちは\n');
    step('the file is saved');
  },
};
