import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareTargets } from '../../../src/node/crew/crew.ts';
import type { Target } from '../../../src/node/targets.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const COUNT = 1000;

function* targets(): Generator<Target> {
  for (let i = 0; i < COUNT; i++) {
    const path = `/nowhere/${String(i)}`;
    yield { kind: i % 10 === 3 ? 'special' : 'file', path, root: path, bytes: () => [] };
  }
}

interface Told {
  readonly paths: readonly string[];
  /** Kinds of what other threads said. */
  readonly known: readonly string[];
}

/** @param script of the program that serves as a thread */
async function share(script: string, patience = 0): Promise<Told> {
  const program = join(temporaryFolder(), 'thread.cjs');
  writeFileSync(program, script);
  const options = { program, size: 2, patience, config: undefined, overlay: {} };
  const paths: string[] = [];
  const known: string[] = [];
  for await (const target of shareTargets(targets(), ({ path }) => !path.endsWith('7'), options)) {
    paths.push(target.path);
    const result = await target.known;
    if (result === undefined) continue;
    assert.equal(target.kind, 'file');
    assert.ok(!target.path.endsWith('7'));
    known.push(result.kind);
  }
  return { paths, known };
}

const all = Array.from({ length: COUNT }, (_, i) => `/nowhere/${String(i)}`);

const ANSWERS = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, files }) => {
  parentPort.postMessage({ id, results: files.map(() => ({ kind: 'binary' })) });
});`;

describe('shareTargets', function () {
  this.timeout(60_000);

  it('hands all targets on in order, about two thirds of them to two threads', async () => {
    const { paths, known } = await share(ANSWERS);
    assert.deepEqual(paths, all);
    assert.ok(known.length > COUNT * 0.4);
    assert.deepEqual([...new Set(known)], ['binary']);
  });

  it('starts no thread before it takes long', async () => {
    const { paths, known } = await share(ANSWERS, Infinity);
    assert.deepEqual(paths, all);
    assert.deepEqual(known, []);
  });

  it('leaves to the caller what a thread that ends has not told', async () => {
    for (const script of ["throw new Error('no')", 'process.exit(3)', 'not JavaScript']) {
      const { paths, known } = await share(script);
      assert.deepEqual(paths, all);
      assert.deepEqual([...new Set(known)], ['passed']);
    }
  });

  it('does without when there is no such program', async () => {
    const options = { size: 1, patience: 0, config: undefined, overlay: {} };
    const program = join(temporaryFolder(), 'nothing.cjs');
    let count = 0;
    for await (const { known } of shareTargets(targets(), () => true, { ...options, program })) {
      if ((await known)?.kind !== 'binary') count++;
    }
    assert.equal(count, COUNT);
  });

  it('stops its threads when the caller has enough', async () => {
    const options = { size: 1, patience: 0, config: undefined, overlay: {} };
    const program = join(temporaryFolder(), 'thread.cjs');
    writeFileSync(program, ANSWERS);
    for await (const target of shareTargets(targets(), () => true, { ...options, program })) {
      if (target.path === '/nowhere/40') break;
    }
  });
});
