import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { asHost } from './choose-host.mts';
import type { HostName } from './choose-host.mts';
import { projectRoot } from './places.mts';
import { Unavailable } from './unavailable.mts';

export interface RunOptions {
  readonly hosts: readonly (HostName | 'auto')[];
  readonly extension: string;
  readonly vsix?: string;
  /** A suite of test/vscode by name, or the path of a module that exports run(). */
  readonly tests: string;
  readonly workspace?: string;
  readonly grep?: string;
  readonly timeoutMs: number;
  readonly untrusted: boolean;
  readonly git: boolean;
  readonly noSearch: boolean;
  readonly language?: string;
  readonly keep: boolean;
  readonly logs: boolean;
}

export const usage = `tsx test/host/run.mts
  --host auto|desktop|server|min|web   which VS Code; several with commas, one after the other (auto);
                                       VSCODE_TEST_HOST says what auto is
  --tests <suite or module>            a suite of test/vscode, or a module that exports run() (main)
  --workspace <folder>                 or a .code-workspace file; the run works on a copy
  --extension <folder>                 the extension under test (the project)
  --vsix <file>                        test this package instead of the folder
  --grep <text>                        only tests whose full title has it
  --untrusted                          Restricted Mode
  --git                                with the real git extension (server, min)
  --no-search                          a virtual workspace in which findFiles finds nothing (web)
  --language <id>                      what extensions are told (en); not on the desktop
  --timeout <seconds>                  for a whole run (600)
  --logs                               show the host's log as well
  --keep                               leave the run's temporary folder`;

export function readOptions(args: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      host: { type: 'string', default: 'auto' },
      extension: { type: 'string', default: projectRoot },
      tests: { type: 'string', default: 'main' },
      workspace: { type: 'string' },
      vsix: { type: 'string' },
      grep: { type: 'string' },
      language: { type: 'string' },
      timeout: { type: 'string', default: '600' },
      untrusted: { type: 'boolean', default: false },
      git: { type: 'boolean', default: false },
      'no-search': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      logs: { type: 'boolean', default: false },
    },
  });
  const hosts = values.host.split(',').map((name) => (name === 'auto' ? name : asHost(name)));
  const timeoutMs = Number(values.timeout) * 1000;
  if (!(timeoutMs > 0)) throw new Unavailable(`--timeout ${values.timeout}: not a time\n${usage}`);
  return {
    hosts,
    extension: existing(values.extension),
    tests: values.tests,
    ...(values.workspace === undefined ? {} : { workspace: existing(values.workspace) }),
    ...(values.vsix === undefined ? {} : { vsix: existing(values.vsix) }),
    ...(values.grep === undefined ? {} : { grep: values.grep }),
    ...(values.language === undefined ? {} : { language: values.language }),
    timeoutMs,
    untrusted: values.untrusted,
    git: values.git,
    noSearch: values['no-search'],
    keep: values.keep,
    logs: values.logs,
  };
}

function existing(file: string): string {
  const resolved = path.resolve(file);
  if (!fs.existsSync(resolved)) throw new Unavailable(`There is no ${resolved}.`);
  return resolved;
}
