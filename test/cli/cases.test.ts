import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'mocha';
import { madeUpIn, withMadeUp, withTokens } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

/**
 * Cases as data. A folder holds `cmd.json`, the files of `in/`, what is printed (`stdout.txt`,
 * `stderr.txt`; nothing when absent) and, where files change, how they are afterwards (`out/`).
 * `leaklint.fixture.json` is `leaklint.json` there. Tokens like `{{phone 1}}` stand for made-up values. `UPDATE_CASES=1` writes what was seen.
 */
interface Command {
  readonly args: readonly string[];
  readonly code: number;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Encoding of a file of `in/` that is not UTF-8. */
  readonly encode?: Readonly<Record<string, 'utf-16le' | 'utf-16be' | 'utf-8-bom' | 'latin1'>>;
}

const CASES = join(__dirname, 'cases');
const UPDATE = process.env['UPDATE_CASES'] === '1';

for (const name of readdirSync(CASES).sort()) {
  const folder = join(CASES, name);
  const command = JSON.parse(readFileSync(join(folder, 'cmd.json'), 'utf8')) as Command;

  describe(`leaklint ${command.args.join(' ')}`, () => {
    it(name, () => {
      const cwd = temporaryFolder();
      const values = prepare(join(folder, 'in'), cwd, command);
      const run = runCli(command.args.map(withMadeUp), {
        cwd,
        input: withMadeUp(command.stdin ?? ''),
        ...(command.env && { env: command.env }),
      });
      const seen = { stdout: settled(run.stdout), stderr: settled(run.stderr) };
      if (UPDATE) record(folder, cwd, seen, { ...command, code: run.code ?? -1 });
      assert.equal(seen.stderr, expected(folder, 'stderr.txt'));
      assert.equal(seen.stdout, expected(folder, 'stdout.txt'));
      assert.equal(run.code, JSON.parse(readFileSync(join(folder, 'cmd.json'), 'utf8')).code);
      compareFiles(join(folder, 'out'), cwd);
      for (const value of values) {
        assert.ok(!(run.stdout + run.stderr).includes(value), 'the output holds a value');
      }
    });
  });
}

/** Under its real name a broken configuration would break the scan of this repository. */
const FIXTURE_CONFIG = /\bleaklint\.fixture\.json$/;

/** Puts the case's files in place and returns the made-up values in them. */
function prepare(from: string, to: string, { args, stdin = '', encode = {} }: Command): string[] {
  const values = madeUpIn([...args, stdin].join('\n'));
  if (!existsSync(from)) return values;
  cpSync(from, to, { recursive: true });
  for (const path of filesIn(to)) {
    const name = relative(to, path);
    const source = readFileSync(path, 'latin1').includes('\0') ? undefined : readFileSync(path, 'utf8');
    if (source === undefined) continue;
    values.push(...madeUpIn(source), ...madeUpIn(name));
    writeFileSync(path, encoded(withMadeUp(source), encode[name]));
    const target = join(to, withMadeUp(name).replace(FIXTURE_CONFIG, 'leaklint.json'));
    mkdirSync(dirname(target), { recursive: true });
    if (target !== path) renameSync(path, target);
  }
  return values;
}

function encoded(text: string, encoding: string | undefined): Uint8Array {
  const utf16 = () => Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16le') return utf16();
  if (encoding === 'utf-16be') return utf16().swap16();
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** The evidence of findings is the business of the rules' own tests. */
function settled(text: string): string {
  return text
    .replace(/"evidence":\[[^\]]*\]/g, '"evidence":[…]')
    .replace(/\b(certain|likely|possible): [^\n]*/g, '$1: …');
}

function expected(folder: string, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Every file of `out/` stands in the working folder, byte for byte. */
function compareFiles(wanted: string, cwd: string): void {
  if (!existsSync(wanted)) return;
  for (const path of filesIn(wanted)) {
    const name = relative(wanted, path);
    const text = withMadeUp(readFileSync(path, 'utf8'));
    assert.equal(settled(readFileSync(join(cwd, name), 'utf8')), text, name);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function record(
  folder: string,
  cwd: string,
  seen: { readonly stdout: string; readonly stderr: string },
  command: Command,
): void {
  for (const [stream, text] of Object.entries(seen)) {
    const file = join(folder, `${stream}.txt`);
    if (text === '') rmSync(file, { force: true });
    else writeFileSync(file, text);
  }
  writeFileSync(join(folder, 'cmd.json'), `${JSON.stringify(command, undefined, 2)}\n`);
  const out = join(folder, 'out');
  if (!existsSync(out)) return;
  for (const path of filesIn(out)) {
    const text = readFileSync(join(cwd, relative(out, path)), 'utf8');
    writeFileSync(path, withTokens(settled(text)));
  }
}
