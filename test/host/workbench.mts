import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pointOf } from './editor-point.mts';
import { artifactsRoot } from './places.mts';
import { eventually } from './waiting.mts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';

/** A workbench as a person sees it. Every step waits for what it shows, and fails with what it showed instead. */
export class Workbench {
  readonly page: Page;
  readonly host: string;
  /** The run's copy of the workspace, on disk. */
  readonly folder: string;
  readonly #close: () => Promise<void>;

  constructor(page: Page, host: string, folder: string, close: () => Promise<void>) {
    this.page = page;
    this.host = host;
    this.folder = folder;
    this.#close = close;
  }

  close(): Promise<void> {
    return this.#close();
  }

  // Files

  /** Opens a file of the workspace by its path, through Quick Open. */
  async openFile(file: string): Promise<void> {
    await this.press(`${MODIFIER}+P`);
    await this.quickInput().fill(file);
    await this.#row(path.posix.basename(file)).first().click();
    await this.tab(path.posix.basename(file)).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator('.tab.active', { hasText: name });
  }

  async save(): Promise<void> {
    await this.press(`${MODIFIER}+S`);
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** What is on disk once it fits: the workbench writes when it likes. */
  waitForFile(file: string, fits: (text: string) => boolean): Promise<string> {
    const read = () => fs.readFileSync(path.join(this.folder, file), 'utf8');
    return eventually(read, fits, (text) => `${file} on disk is still ${JSON.stringify(text)}`);
  }

  // Editor

  /** A line in an editor that has the text. Lines outside the window are not there: see revealLine. */
  line(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
  }

  async revealLine(line: number): Promise<void> {
    await this.press(`${MODIFIER}+G`);
    await this.quickInput().fill(`:${line}`);
    await this.press('Enter');
  }

  /** Puts the caret into a text that the editor shows. */
  async clickOn(text: string): Promise<void> {
    await this.line(text).waitFor();
    const { x, y } = await pointOf(this.page, text);
    await this.page.mouse.click(x, y);
    await this.#leaveMouse();
  }

  /** What VS Code shows while the mouse rests on a text. */
  async hover(text: string): Promise<string> {
    await this.line(text).waitFor();
    const { x, y } = await pointOf(this.page, text);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x, y);
    const contents = this.#hovers().locator('.hover-contents');
    await contents.first().waitFor();
    return (await contents.allInnerTexts()).join('\n');
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Types at the caret, slowly enough for suggestions to come, as they do for people. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 10 });
  }

  // Diagnostics

  squiggles(severity: Severity): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** Waits until the visible editors underline so many places. */
  async waitForSquiggles(severity: Severity, count: number): Promise<void> {
    const read = () => this.squiggles(severity).count();
    await eventually(
      read,
      (seen) => seen === count,
      (seen) => `${seen} ${severity} squiggles, not ${count}`,
    );
  }

  /** The rows of the Problems panel, files and problems, once there are so many problems or more. */
  async problems(atLeast = 1): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.press(`${MODIFIER}+Shift+M`);
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row');
    const problems = panel.locator('.monaco-list-row .marker-icon');
    await eventually(
      () => problems.count(),
      (seen) => seen >= atLeast,
      (seen) => `the Problems panel shows ${seen}, not ${atLeast}`,
    );
    return rows.allInnerTexts();
  }

  // Menus and commands

  /** Opens the quick-fix menu on a text and returns its entries; it stays open for choose(). */
  async quickFixes(text: string): Promise<readonly string[]> {
    await this.clickOn(text);
    await this.press(`${MODIFIER}+Period`);
    const entries = this.#actions();
    await entries.first().waitFor();
    return (await entries.allInnerTexts()).map((entry) => entry.trim());
  }

  /** Chooses from the open quick-fix menu, by keys: the menu shields itself from clicks that come too early. */
  async chooseFix(label: string): Promise<void> {
    const count = await this.#actions().count();
    for (let tried = 0; tried < count; tried++) {
      const focused = await this.page.locator('.action-widget .action.focused').innerText();
      if (focused.includes(label)) return this.press('Enter');
      await this.press('ArrowDown');
    }
    const entries = await this.#actions().allInnerTexts();
    throw new Error(`no quick fix ${label} in ${JSON.stringify(entries)}`);
  }

  /** Chooses from the open quick pick. */
  choose(label: string): Promise<void> {
    return this.#row(label).first().click();
  }

  /** Runs a command by its title, category included: `View: Toggle Zen Mode`. */
  async runCommand(title: string): Promise<void> {
    await this.press('F1');
    await this.quickInput().fill(`>${title}`);
    await this.choose(title);
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input:visible');
  }

  /** The text of a notification, from the bell where VS Code holds it back: when the focus is where it would appear. */
  async notification(text: string): Promise<string> {
    const places = '.notification-toast:visible, .notifications-center:visible';
    const item = this.page.locator(places, { hasText: text }).first();
    const bell = this.page.locator('.statusbar .codicon-bell-dot');
    await item.or(bell).first().waitFor();
    if (!(await item.isVisible())) await bell.click();
    await item.waitFor();
    return item.innerText();
  }

  statusItem(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** The document inside a webview: the leak report. */
  webview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** A picture in test/artifacts, for people to look at: its bytes differ from run to run. */
  async screenshot(name: string): Promise<string> {
    const host = this.host === 'server' ? '' : `-${this.host}`;
    const file = path.join(artifactsRoot, `${name}${host}.png`);
    await this.page.screenshot({ path: file, caret: 'initial' });
    return file;
  }

  /** Off to where nothing is, so that no hover covers what comes next. */
  async #leaveMouse(): Promise<void> {
    await this.page.mouse.move(1, 1);
    await eventually(
      () => this.#hovers().count(),
      (seen) => seen === 0,
      () => 'a hover stays',
    );
  }

  #hovers(): Locator {
    return this.page.locator('.monaco-hover:visible');
  }

  #actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  #row(label: string): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', {
      hasText: label,
    });
  }
}
