import assert from 'node:assert/strict';
import { measure, orderOf, usageIn, type Usage } from '../../../bench/speed/paired.mts';
import { residentIn } from '../../../bench/speed/process-tree.mts';

const COMMANDS = ['a', 'b', 'c'].map((name) => ({ name, file: name, args: [] }));

/** Notes who ran; each run takes as many milliseconds of "wall" as there were runs. */
function recorder() {
  const ran: string[] = [];
  const run = ({ name }: { readonly name: string }): Promise<Usage> => {
    ran.push(name);
    return Promise.resolve({ wall: ran.length, cpu: ran.length * 10, memory: 1 });
  };
  return { ran, run };
}

describe('measure', () => {
  it('runs by turns, and each is first once', async () => {
    const { ran, run } = recorder();
    await measure(COMMANDS, { rounds: 3, seconds: 60 }, run);
    assert.equal(ran.join(''), 'abcbcacab');
  });

  it('keeps what a command took in the order of the rounds', async () => {
    const timed = await measure(COMMANDS, { rounds: 2, seconds: 60 }, recorder().run);
    assert.deepEqual(
      timed.map(({ name, wall, cpu }) => [name, wall, cpu]),
      [
        ['a', [1, 6], [10, 60]],
        ['b', [2, 4], [20, 40]],
        ['c', [3, 5], [30, 50]],
      ],
    );
  });

  it('begins one round where there is no time, and no second', async () => {
    const { ran, run } = recorder();
    await measure(COMMANDS, { rounds: 5, seconds: 0 }, run);
    assert.equal(ran.join(''), 'abc');
  });

  it('a command that fails ends it', async () => {
    const failing = () => Promise.reject(new Error('a failed: 2'));
    await assert.rejects(measure(COMMANDS, { rounds: 1, seconds: 1 }, failing), /a failed: 2/);
  });
});

describe('orderOf', () => {
  it('turns by one a round', () => {
    assert.deepEqual(
      [0, 1, 4].map((round) => orderOf(3, round)),
      [
        [0, 1, 2],
        [1, 2, 0],
        [1, 2, 0],
      ],
    );
  });
});

describe('usageIn', () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['0.50 0.25 1000\n', 750, 1.024],
    ['1 finding\nCommand exited with non-zero status 1\n12.00 0.01 1000000\n', 12_010, 1024],
    ['', NaN, NaN],
    ['no figures\n', NaN, NaN],
  ];
  for (const [stderr, cpu, memory] of cases) {
    it(JSON.stringify(stderr), () => assert.deepEqual(usageIn(stderr), { cpu, memory }));
  }
});

describe('residentIn', () => {
  it('a status file', () => {
    assert.equal(residentIn('Name:\tnode\nVmHWM:\t   2000 kB\nVmRSS:\t   1000 kB\n'), 1.024);
  });
  it('of a process that has ended', () => assert.equal(residentIn(''), 0));
});
