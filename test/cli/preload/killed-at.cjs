// node --require: kills the process at the KILL_AT-th call that changes something on the disk, KILL_WHEN
// `before` it, `after` it or, of a write, `half` through it.
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const CALLS = ['openSync', 'writeSync', 'fchownSync', 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync'];
const at = Number(process.env.KILL_AT);
const when = process.env.KILL_WHEN;
let calls = 0;

const kill = () => process.kill(process.pid, 'SIGKILL');

function wrap(name) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (name === 'openSync' && args[1] !== 'wx') return call(...args);
    if (calls++ !== at) return call(...args);
    if (when === 'half' && name === 'writeSync') call(args[0], args[1].subarray(0, args[1].length >> 1));
    if (when === 'after') call(...args);
    return kill();
  };
}

if (isMainThread) for (const name of CALLS) wrap(name);
