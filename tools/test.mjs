// `npm test`: builds once, runs every layer, and ends with one line that counts all tests.
// A layer that fails does not hide the ones after it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const long = process.argv.includes('--long');

const LAYERS = [
  ['unit', ['npx', 'mocha']],
  ['command line', ['npx', 'mocha', '--config', 'test/cli/.mocharc.json']],
  ['VS Code', ['npx', 'tsx', 'test/vscode/run-all.mts']],
  ['workbench', ['npx', 'tsx', 'test/ui/run.mts']],
];
const LONG_LAYERS = [
  [
    'oldest VS Code',
    ['npx', 'tsx', 'test/host/run.mts', '--host', 'min', '--workspace', 'test/host/workspace'],
  ],
  ['command line, long', ['npx', 'mocha', '--config', 'test/cli/long/.mocharc.json']],
];

/** Runs a command, shows what it prints, and hands it back. */
function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', () => resolve({ code: 1, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const sum = (output, pattern) =>
  [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

/** A host tells its tests in one line, the workbench its scenarios, mocha alone in two lines. */
function count(output) {
  for (const [passed, failed] of [
    [/^host .*: (\d+) passed/gm, /^host .*, (\d+) failed/gm],
    [/^(\d+) scenarios played/gm, /^\d+ scenarios played, (\d+) failed/gm],
  ]) {
    if (output.match(passed)) return { passed: sum(output, passed), failed: sum(output, failed) };
  }
  return {
    passed: sum(output, /\b(\d+) passing\b/g),
    failed: sum(output, /\b(\d+) failing\b/g),
  };
}

if ((await run([process.execPath, 'tools/build.mjs'])).code !== 0) process.exit(1);

const rows = [];
for (const [name, command] of long ? [...LAYERS, ...LONG_LAYERS] : LAYERS) {
  console.log(`\n── ${name} ──`);
  const { code, output } = await run(command);
  const counted = count(output);
  // A layer that ran no test, or fell over without a failing test, has failed.
  const bad = code !== 0 || counted.passed === 0;
  rows.push({
    name,
    ...counted,
    bad,
    // The hosts that ran, and by name what failed there or needed a second try.
    notes: [...output.matchAll(/^(?:host| {2}(?:failed|second try|left out):) .+/gm)].map(
      ([line]) => line,
    ),
  });
}

console.log('');
for (const { name, passed, failed, bad, notes } of rows) {
  console.log(`${bad ? '✗' : '✓'} ${name}: ${passed} passed${failed ? `, ${failed} failed` : ''}`);
  for (const note of notes) console.log(`    ${note}`);
}
const total = (key) => rows.reduce((all, row) => all + row[key], 0);
const broken = rows.filter(({ bad, failed }) => bad && failed === 0).length;
console.log(`\n${total('passed')} passed, ${total('failed') + broken} failed`);
process.exit(rows.some(({ bad }) => bad) ? 1 : 0);
