import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { bundleFixtureFs } from './bundle.mts';
import { FACTS_VARIABLE } from './facts.ts';
import { installHost } from './install.mts';
import { answerFileSystem } from './web-files.mts';
import { TESTS_PATH, webOnlyWorkbench, workbenchPage } from './web-page.mts';
import { readStatic } from './web-static.mts';
import type { Reply, Roots } from './web-static.mts';
import type { HostBuild } from './versions.mts';

export interface WebOptions {
  readonly build: HostBuild;
  readonly extension: string;
  readonly tests?: string;
  /** JSON of HostFacts, for the suite. */
  readonly facts?: string;
  /** The run's own copy: what is written in the workbench is written here. */
  readonly workspace: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly untrusted?: boolean;
  readonly noSearch?: boolean;
  readonly language?: string | undefined;
}

export interface WebHost {
  readonly url: string;
  stop(): Promise<void>;
}

const WORKBENCH = 'out/vs/code/browser/workbench/workbench.js';
const TESTS = 'tests';

/** Serves VS Code for the Web with nothing behind it: static files, the extension, and files under vscode-test:. */
export async function startWeb(options: WebOptions): Promise<WebHost> {
  const { language } = options;
  const paths = installHost(options.build);
  const workbench = webOnlyWorkbench(path.join(paths.vscode, WORKBENCH));
  const fixtureFs = await bundleFixtureFs();
  const root = options.workspace.endsWith('.code-workspace')
    ? path.dirname(options.workspace)
    : options.workspace;
  const roots: Roots = {
    builtin: paths.builtins,
    extension: options.extension,
    'fixture-fs': fixtureFs,
    static: paths.vscode,
    [TESTS]: options.tests && path.dirname(options.tests),
  };

  async function answer(request: IncomingMessage, authority: string): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url!, `http://${authority}`);
    if (pathname === '/')
      return { status: 200, body: workbenchPage(options, authority, WORKBENCH), type: 'text/html' };
    if (pathname === '/fs') return answerFileSystem(root, searchParams, request);
    if (pathname === `/static/${WORKBENCH}`)
      return { status: 200, body: workbench, type: 'text/javascript' };
    if (pathname.startsWith(`${TESTS_PATH}/`)) {
      const { body = '', ...reply } = readStatic(roots, pathname.replace(TESTS_PATH, `/${TESTS}`));
      return { ...reply, body: withFacts(body, options.facts) };
    }
    if (pathname === '/extension/package.nls.json' && language !== undefined) {
      const translated = readStatic(roots, `/extension/package.nls.${language}.json`);
      if (translated.status === 200) return translated; // as a marketplace would
    }
    return readStatic(roots, pathname.replace(/^\/static\/extensions\//, '/builtin/'));
  }

  const server = http.createServer((request, response) => {
    void answer(request, authorityOf(server))
      .catch((error: unknown): Reply => ({ status: 500, body: String(error) }))
      .then(({ status, body = '', type = 'text/plain' }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
        response.end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://${authorityOf(server)}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const authorityOf = (server: http.Server) => `127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The worker has no environment: what the runner tells the suite goes in front of its code. */
function withFacts(code: string | Buffer, facts = '{}'): string {
  return `globalThis[${JSON.stringify(FACTS_VARIABLE)}] = ${JSON.stringify(facts)};\n${code}`;
}
