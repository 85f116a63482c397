import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser, openAutomationPage } from './browser.mts';
import type { HostName } from './choose-host.mts';
import { extensionId, writeEmptyExtension } from './extension.mts';
import { FACTS_VARIABLE, RESULT_LINE } from './facts.ts';
import type { HostFacts, SuiteResult } from './facts.ts';
import type { RunOptions } from './options.mts';
import { judge } from './outcome.mts';
import type { Outcome } from './outcome.mts';
import { artifactsRoot, copyWorkspace, makeTempDir, removeTempDir } from './places.mts';
import { onInterrupt } from './processes.mts';
import { SERVER_LOG, installVsix, startServer } from './server-host.mts';
import { stackMapper } from './stack-map.ts';
import { startWeb } from './web-host.mts';

const MARK = '@@ ';

/** Lines in front of the web bundle: two by the worker's loader, one with the facts. */
const WEB_SHIFT = 3;

/** Exit code of a process that SIGINT ended. */
const STOPPED = 130;

interface StartedHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs a suite in a workbench that a headless browser shows: `server`, `min` and `web`. */
export async function runInBrowser(
  host: Exclude<HostName, 'desktop'>,
  options: RunOptions,
  tests: string,
): Promise<Outcome> {
  const tempDir = makeTempDir();
  // The Node suite maps its stacks itself; the worker cannot read files.
  const mapStack = host === 'web' ? stackMapper(tests, WEB_SHIFT) : String;
  const log = new HostLog(options.logs, mapStack);
  let started: StartedHost | undefined;
  let close: (() => Promise<void>) | undefined;
  try {
    const { browser, description } = await launchBrowser();
    close = () => browser.close();
    console.log(description);
    started = await startHost(host, options, tests, tempDir);
    const { page, ended } = await openAutomationPage(browser, {
      onLog: log.add,
      language: options.language,
    });
    await page.goto(started.url, { timeout: 60_000 });
    const end = await Promise.race([ended, timeUp(options.timeoutMs), interrupted()]);
    const outcome = judge(end.code, log.result, end.problem);
    if (outcome.problem) await keepEvidence(host, page, log, tempDir);
    return { ...outcome, stopped: end.code === STOPPED };
  } finally {
    await close?.().catch(() => undefined);
    await started?.stop();
    if (options.keep) console.log(`kept: ${tempDir}`);
    else removeTempDir(tempDir);
  }
}

async function startHost(
  host: 'server' | 'min' | 'web',
  options: RunOptions,
  tests: string,
  tempDir: string,
): Promise<StartedHost> {
  const build = host === 'min' ? 'min' : 'latest';
  const copy = copyWorkspace(options.workspace, tempDir);
  const extension = options.vsix ? unpackedVsix(build, options.vsix, tempDir) : options.extension;
  const id = extensionId(extension, host === 'web' ? 'browser' : 'main');
  const { grep } = options;
  const facts: HostFacts = { host, extension: id, mark: MARK, ...(grep ? { grep } : {}) };
  const { untrusted, noSearch, git, language } = options;

  if (host === 'web') {
    const workspace = copy ?? emptyFolder(tempDir);
    const told = { tests, facts: JSON.stringify(facts), language };
    return startWeb({ build, extension, workspace, untrusted, noSearch, ...told });
  }
  const env = { [FACTS_VARIABLE]: JSON.stringify(facts) };
  const server = await startServer({ build, tempDir, env, untrusted, git });
  // A package is installed already; then something else has to be under development.
  const developed = options.vsix ? writeEmptyExtension(path.join(tempDir, 'empty')) : extension;
  const url = server.url(copy, [
    ['extensionDevelopmentPath', server.remote(developed)],
    ['extensionTestsPath', server.remote(tests)],
    ['skipWelcome', 'true'],
  ]);
  return { url, stop: server.stop };
}

/** Installs the package as a user would, and returns the folder where it went. */
function unpackedVsix(build: 'latest' | 'min', vsix: string, tempDir: string): string {
  installVsix(build, vsix, tempDir);
  const dir = path.join(tempDir, 'extensions');
  const [entry] = fs.readdirSync(dir, { withFileTypes: true }).filter((e) => e.isDirectory());
  return path.join(dir, entry!.name);
}

function emptyFolder(tempDir: string): string {
  const dir = path.join(tempDir, 'workspace');
  fs.mkdirSync(dir);
  return dir;
}

async function timeUp(ms: number): Promise<{ code: number; problem: string }> {
  await sleep(ms, undefined, { ref: false });
  return { code: 1, problem: `the suite did not end in ${ms / 1000} s` };
}

function interrupted(): Promise<{ code: number; problem: string }> {
  return new Promise((resolve) => {
    onInterrupt((signal) => resolve({ code: STOPPED, problem: `stopped by ${signal}` }));
  });
}

/** Tells the suite's own lines from the host's, which are kept for the day that something fails. */
class HostLog {
  readonly lines: string[] = [];
  result: SuiteResult | undefined;
  readonly #started = Date.now();
  readonly #echo: boolean;

  readonly #mapStack: (line: string) => string;

  constructor(echo: boolean, mapStack: (line: string) => string) {
    this.#echo = echo;
    this.#mapStack = mapStack;
  }

  readonly add = (type: string, text: string): void => {
    const line = `${((Date.now() - this.#started) / 1000).toFixed(2)} [${type}] ${text}`;
    this.lines.push(line);
    const own = text.startsWith(MARK) ? text.slice(MARK.length) : undefined;
    if (own?.startsWith(RESULT_LINE))
      this.result = JSON.parse(own.slice(RESULT_LINE.length)) as SuiteResult;
    else if (own !== undefined) console.log(this.#mapStack(own));
    else if (this.#echo) console.error(line);
  };
}

async function keepEvidence(host: string, page: Page, log: HostLog, tempDir: string) {
  fs.mkdirSync(artifactsRoot, { recursive: true });
  const file = (name: string) => path.join(artifactsRoot, `${host}-${name}`);
  await page.screenshot({ path: file('failure.png') }).catch(() => undefined);
  fs.writeFileSync(file('host.log'), log.lines.join('\n'));
  const serverLog = path.join(tempDir, SERVER_LOG);
  if (fs.existsSync(serverLog)) fs.copyFileSync(serverLog, file('server.log'));
  const others = log.lines.filter((line) => !line.includes(`] ${MARK}`)); // those are on the screen
  if (!log.result) console.error(others.slice(-15).join('\n'));
  console.error(`Logs and a picture: ${path.relative(process.cwd(), file('*'))}`);
}
