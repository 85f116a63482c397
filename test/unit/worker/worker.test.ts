import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { WorkerRequest, WorkerResponse } from '../../../src/worker/protocol.ts';
import { createWorker } from '../../../src/worker/worker.ts';
import { madeUp } from '../../support/made-up.ts';
import { findingsOf } from '../../support/told-findings.ts';

/** Sends requests and waits until as many sources are done. */
async function answers(
  requests: readonly WorkerRequest[],
  done: number,
  slice?: number,
): Promise<readonly WorkerResponse[]> {
  const got: WorkerResponse[] = [];
  let left = done;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const port = {
    post(response: WorkerResponse) {
      got.push(response);
      if (response.type === 'done' && --left === 0) finish();
    },
    breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const worker = createWorker(port, slice);
  for (const request of requests) worker.receive(request);
  await finished;
  return got;
}

const scan = (id: number, text: string, more: object = {}): WorkerRequest => ({
  type: 'scan',
  id,
  bytes: new TextEncoder().encode(text),
  info: { path: 'a.txt' },
  config: {},
  configPath: 'a.txt',
  ...more,
});

/** `id rule`, `id outcome`. */
const told = (responses: readonly WorkerResponse[]) =>
  findingsOf(responses).flatMap((findings, index) => {
    const response = responses[index]!;
    return response.type === 'done'
      ? [`${response.id} ${response.outcome}`]
      : findings.map(({ rule }) => `${response.id} ${rule}`);
  });

const PHONE = `tel: ${madeUp.phone(1)}\n`;

describe('the worker', () => {
  it('answers with findings, then with the end, source after source', async () => {
    const requests = [scan(1, PHONE), scan(2, 'nothing\n'), scan(3, `mail ${madeUp.email(1)}\n`)];
    assert.deepEqual(told(await answers(requests, 3)), [
      '1 phone-number',
      '1 complete',
      '2 complete',
      '3 email',
      '3 complete',
    ]);
  });

  it('resolves the policy', async () => {
    const requests = [
      scan(1, PHONE, { config: { ignore: ['*.txt'] } }),
      scan(2, PHONE, { config: { rules: { 'phone-number': 'off' } } }),
      scan(3, PHONE, { overlay: { rules: ['email'] } }),
    ];
    assert.deepEqual(told(await answers(requests, 3)), ['1 ignored', '2 complete', '3 complete']);
  });

  it('tells directives that silence nothing', async () => {
    const [done] = await answers([scan(1, '# leaklint-ignore-line email\n')], 1);
    assert.equal(done?.type === 'done' && done.unused.length, 1);
  });

  it('tells the directives and what it has learned, at the end of a source', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => `${String(n)},${madeUp.postal(n)}\n`);
    const csv = { info: { path: 'a.csv' }, configPath: 'a.csv' };
    const [done] = (await answers([scan(1, `id,x\n${rows.join('')}`, csv)], 1)).slice(-1);
    assert.ok(done?.type === 'done');
    assert.equal(done.learned?.verdicts.get('x')?.rule, 'postal-code');
    const [other] = await answers([scan(1, 'a # leaklint-ignore-line\n')], 1);
    assert.equal(other?.type === 'done' && other.marks?.length, 1);
  });

  it('tells at most a thousand findings at once', async () => {
    const told = await answers([scan(1, PHONE.repeat(2500))], 1);
    const counts = findingsOf(told).map((findings) => findings.length);
    assert.ok(Math.max(...counts) <= 1000);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      2500,
    );
  });

  it('stops when told to, while it scans and before', async () => {
    const long = PHONE.repeat(100_000);
    const requests: readonly WorkerRequest[] = [
      scan(1, long),
      scan(2, PHONE),
      { type: 'cancel', id: 2 },
      { type: 'cancel', id: 1 },
      { type: 'cancel', id: 3 },
      scan(3, PHONE),
    ];
    const ends = told(await answers(requests, 3, 0)).filter((line) => !line.includes('phone'));
    assert.deepEqual(ends, ['1 cancelled', '2 cancelled', '3 complete']);
  });

  it('goes on after a source on which everything fails', async () => {
    const broken = scan(1, PHONE, { config: undefined });
    assert.deepEqual(told(await answers([broken, scan(2, PHONE)], 2)), [
      '1 crashed',
      '2 phone-number',
      '2 complete',
    ]);
  });
});
