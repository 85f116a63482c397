import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { maskFile } from '../../../src/node/mask-file.ts';
import { UnwrittenError } from '../../../src/node/unwritten-error.ts';
import { isLeftOver, type Disk } from '../../../src/node/replace-file.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { madeUp } from '../../support/made-up.ts';
import { folderWith } from '../../support/temp-folder.ts';

const policy = policyOf({ settings: [], custom: [], ignored: false, allow: [], overlay: {} });
/** Of more than one block, so that there is more than one write. */
const OLD = `${'nothing '.repeat(9)}\n`
  .repeat(1000)
  .concat(`tel ${madeUp.phone(1)}\n`)
  .repeat(5);

class Killed extends Error {}

type Fault = 'killed before' | 'killed after' | 'half written' | 'refused';

/** A disk on which the `at`th call goes wrong; `calls` counts them. */
function faultyDisk(at: number, fault: Fault) {
  const state = { calls: 0, dead: false };
  const wrap = <Args extends unknown[], Result>(
    name: keyof Disk,
    call: (...args: Args) => Result,
  ) => {
    return (...args: Args): Result => {
      // Of a killed process no call comes any more, not the cleaning up either.
      if (state.dead) throw new Killed();
      if (state.calls++ !== at) return call(...args);
      if (fault === 'refused') throw Object.assign(new Error(), { code: 'ENOSPC' });
      state.dead = true;
      if (fault === 'killed after') call(...args);
      if (fault === 'half written' && name === 'writeSync') {
        const [fd, bytes] = args as unknown as [number, Uint8Array];
        fs.writeSync(fd, bytes.subarray(0, bytes.length >> 1));
      }
      throw new Killed();
    };
  };
  const disk = {
    openSync: wrap('openSync', fs.openSync),
    writeSync: wrap('writeSync', fs.writeSync as (...args: unknown[]) => number),
    fchownSync: wrap('fchownSync', fs.fchownSync),
    fchmodSync: wrap('fchmodSync', fs.fchmodSync),
    fsyncSync: wrap('fsyncSync', fs.fsyncSync),
    closeSync: wrap('closeSync', fs.closeSync),
    renameSync: wrap('renameSync', fs.renameSync),
    rmSync: wrap('rmSync', fs.rmSync),
  } as Disk;
  return { disk, state };
}

function run(path: string, disk: Disk) {
  const stopped = async () => false;
  const info = { path };
  return maskFile({ path, info, policy, rules: undefined, destination: undefined, stopped, disk });
}

describe('a fault at every step of masking a file', () => {
  const whole = async () => {
    const path = join(folderWith({ 'a.txt': OLD }), 'a.txt');
    const { disk, state } = faultyDisk(-1, 'refused');
    assert.equal(await run(path, disk), 5);
    return { masked: fs.readFileSync(path, 'utf8'), steps: state.calls };
  };

  for (const fault of ['killed before', 'killed after', 'half written', 'refused'] as const) {
    it(`${fault}: the old file or the new one, never half`, async () => {
      const { masked, steps } = await whole();
      assert.ok(steps >= 7 && masked !== OLD, `${steps} steps`);
      for (let at = 0; at < steps; at++) {
        const folder = folderWith({ 'a.txt': OLD });
        const path = join(folder, 'a.txt');
        const { disk, state } = faultyDisk(at, fault);
        const error = await run(path, disk).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        const content = fs.readFileSync(path, 'utf8');
        assert.ok(content === OLD || content === masked, `step ${at}`);
        const others = fs.readdirSync(folder).filter((name) => name !== 'a.txt');
        if (fault !== 'refused') {
          assert.ok(state.dead, `step ${at}`);
          assert.ok(others.length <= 1);
          continue;
        }
        // Only who gives files away may be refused without harm; removing what is gone is the last step.
        if (content === OLD) assert.ok(error instanceof UnwrittenError, `step ${at}`);
        if (content === OLD) assert.deepEqual(others, [], `step ${at}`);
      }
    });
  }

  it('knows what a process left that is gone', () => {
    assert.equal(isLeftOver(`.leaklint-${process.pid}-0123456789ab.tmp`), false);
    assert.equal(isLeftOver('/x/.leaklint-4194305-0123456789ab.tmp'), true);
    assert.equal(isLeftOver('.leaklint-4194305-0123456789ab.txt'), false);
    assert.equal(isLeftOver('leaklint.json'), false);
  });
});
