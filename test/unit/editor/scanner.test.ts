import assert from 'node:assert/strict';
import { FindingList } from '../../../src/editor/finding-list.ts';
import type { Platform, TransportListener } from '../../../src/editor/platform.ts';
import { createScanner, type ScanJob } from '../../../src/editor/scanner.ts';
import { createWorkerScanner, type PlacedScanner } from '../../../src/editor/worker-scanner.ts';
import type { ReportedFinding } from '../../../src/policy/apply.ts';
import type { WorkerRequest, WorkerResponse } from '../../../src/worker/protocol.ts';
import { NEVER } from '../../support/never-cancelled.ts';
import { createTold } from '../../support/told-findings.ts';

const JOB: ScanJob = {
  bytes: new Uint8Array(),
  info: {},
  config: {},
  configPath: 'a.txt',
};

function finding(rule: string): ReportedFinding {
  const start = { offset: 0, byte: 0, line: 1, column: 1 };
  return {
    rule,
    start,
    end: start,
    confidence: 'likely',
    evidence: [],
    masked: '*',
    severity: 'warning',
  };
}

/** A worker that does as it is told. */
function createFake() {
  const requests: WorkerRequest[] = [];
  let listener: TransportListener | undefined;
  let starts = 0;
  let ends = 0;
  return {
    requests,
    starts: () => starts,
    ends: () => ends,
    answer: (response: WorkerResponse) => listener!.response(response),
    die: () => listener!.failed(),
    connect(given: TransportListener) {
      starts++;
      listener = given;
      return {
        post: (request: WorkerRequest) => requests.push(request),
        dispose: () => void ends++,
      };
    },
  };
}

const done = (id: number, outcome: 'complete' | 'cancelled' | 'ignored' | 'crashed') =>
  ({ type: 'done', id, outcome, unused: [], crashes: [] }) as const;

describe('createScanner', () => {
  it('gathers the findings of each source', async () => {
    const fake = createFake();
    const scanner = createScanner(fake.connect);
    const first = scanner.scan(JOB, NEVER);
    const second = scanner.scan(JOB, NEVER);
    const [ofFirst, ofSecond] = [createTold(), createTold()];
    fake.answer({ type: 'findings', id: 0, ...ofFirst([finding('a')]) });
    fake.answer({ type: 'findings', id: 1, ...ofSecond([finding('b')]) });
    fake.answer({ type: 'findings', id: 0, ...ofFirst([finding('c')]) });
    fake.answer(done(1, 'complete'));
    fake.answer(done(0, 'complete'));
    assert.deepEqual(
      (await first).findings.all().map(({ rule }) => rule),
      ['a', 'c'],
    );
    assert.deepEqual(
      (await second).findings.all().map(({ rule }) => rule),
      ['b'],
    );
  });

  for (const outcome of ['cancelled', 'ignored', 'crashed'] as const) {
    it(`gives no findings of a scan that was ${outcome}`, async () => {
      const fake = createFake();
      const scan = createScanner(fake.connect).scan(JOB, NEVER);
      fake.answer({ type: 'findings', id: 0, ...createTold()([finding('a')]) });
      fake.answer(done(0, outcome));
      assert.deepEqual(await scan, {
        outcome,
        findings: FindingList.EMPTY,
        unused: [],
        crashes: [],
      });
    });
  }

  it('passes a cancellation on', async () => {
    const fake = createFake();
    let cancel = () => undefined as void;
    const scan = createScanner(fake.connect).scan(JOB, {
      isCancellationRequested: false,
      onCancellationRequested(listener) {
        cancel = listener;
        return { dispose: () => undefined };
      },
    });
    cancel();
    assert.deepEqual(fake.requests.at(-1), { type: 'cancel', id: 0 });
    fake.answer(done(0, 'cancelled'));
    assert.equal((await scan).outcome, 'cancelled');
  });

  it('asks nothing when it is cancelled before', async () => {
    const fake = createFake();
    const scan = createScanner(fake.connect).scan(JOB, { ...NEVER, isCancellationRequested: true });
    assert.equal((await scan).outcome, 'cancelled');
    assert.deepEqual(fake.requests, []);
  });

  it('ends what waits when the port fails, and what comes after', async () => {
    const fake = createFake();
    const scanner = createScanner(fake.connect);
    const scan = scanner.scan(JOB, NEVER);
    fake.die();
    assert.equal((await scan).outcome, 'failed');
    assert.equal((await scanner.scan(JOB, NEVER)).outcome, 'failed');
  });
});

function platformOf(startWorker: Platform['startWorker']): Platform {
  return { git: undefined, startWorker };
}

describe('createWorkerScanner', () => {
  const all: PlacedScanner[] = [];
  const started = (...args: Parameters<typeof createWorkerScanner>) => {
    const scanner = createWorkerScanner(...args);
    all.push(scanner);
    return scanner;
  };

  // One that rests keeps a timer.
  afterEach(() => all.splice(0).forEach((scanner) => scanner.dispose()));

  it('starts no worker before the first scan', async () => {
    const fake = createFake();
    const scanner = started(platformOf(fake.connect));
    assert.equal(fake.starts(), 0);
    const scan = scanner.scan(JOB, NEVER);
    await ticks();
    fake.answer(done(0, 'complete'));
    assert.equal(scanner.place(), undefined);
    assert.equal((await scan).outcome, 'complete');
    assert.equal(scanner.place(), 'worker');
    assert.equal(fake.starts(), 1);
  });

  it('scans in the extension host where workers are refused', async () => {
    const scanner = started(
      platformOf(() => {
        throw new Error('no workers here');
      }),
    );
    assert.equal((await scanner.scan(JOB, NEVER)).outcome, 'complete');
    assert.equal(scanner.place(), 'extension-host');
  });

  it('scans in the extension host where the first worker never answers', async () => {
    const fake = createFake();
    const scanner = started(platformOf(fake.connect));
    const scan = scanner.scan(JOB, NEVER);
    await ticks();
    fake.die();
    assert.equal((await scan).outcome, 'complete');
    assert.equal((await scanner.scan(JOB, NEVER)).outcome, 'complete');
    assert.equal(fake.starts(), 1);
  });

  it('ends a worker that nothing is asked of, and starts another when something is', async () => {
    const fake = createFake();
    const scanner = started(platformOf(fake.connect), 20);
    for (const [id, starts] of [
      [0, 1],
      [0, 2],
    ] as const) {
      const scan = scanner.scan(JOB, NEVER);
      await ticks();
      assert.equal(fake.starts(), starts);
      assert.equal(fake.ends(), starts - 1);
      fake.answer(done(id, 'complete'));
      assert.equal((await scan).outcome, 'complete');
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(fake.ends(), starts);
    }
  });

  it('starts another worker after one has died, and gives the source up that killed it', async () => {
    const fake = createFake();
    const scanner = started(platformOf(fake.connect));
    const first = scanner.scan(JOB, NEVER);
    await ticks();
    fake.answer(done(0, 'complete'));
    await first;
    const second = scanner.scan(JOB, NEVER);
    await ticks();
    fake.die();
    assert.equal((await second).outcome, 'crashed');
    const third = scanner.scan(JOB, NEVER);
    await ticks();
    assert.equal(fake.starts(), 2);
    fake.answer(done(0, 'complete'));
    assert.equal((await third).outcome, 'complete');
  });
});

/** Lets promises that are settled be heard. */
function ticks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
