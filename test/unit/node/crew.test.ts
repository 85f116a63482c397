import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCrew } from '../../../src/node/crew/members.ts';
import { shareTargets } from '../../../src/node/crew/share-targets.ts';
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
  const crew = createCrew(options);
  for await (const target of shareTargets(targets(), ({ path }) => !path.endsWith('7'), crew)) {
    paths.push(target.path);
    const result = await target.known;
    if (result === undefined) continue;
    assert.equal(target.kind, 'file');
    assert.ok(!target.path.endsWith('7'));
    known.push(result.kind);
  }
  await crew.stop();
  return { paths, known };
}

const all = Array.from({ length: COUNT }, (_, i) => `/nowhere/${String(i)}`);

const ANSWERS = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, files }) => {
  parentPort.postMessage({ id, answer: { results: files.map(() => ({ kind: 'binary' })) } });
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
    const crew = createCrew({ ...options, program });
    let count = 0;
    for await (const { known } of shareTargets(targets(), () => true, crew)) {
      if ((await known)?.kind !== 'binary') count++;
    }
    assert.equal(count, COUNT);
  });

  it('a crew that is stopped answers nothing more', async () => {
    const options = { size: 1, patience: 0, config: undefined, overlay: {} };
    const program = join(temporaryFolder(), 'thread.cjs');
    writeFileSync(program, "require('node:worker_threads').parentPort.on('message', () => {});");
    const crew = createCrew({ ...options, program });
    const answer = crew.members()[0]!.ask({ kind: 'files', files: [] });
    await crew.stop();
    assert.equal(await answer, undefined);
    assert.equal(await crew.members()[0]!.ask({ kind: 'files', files: [] }), undefined);
  });
});
