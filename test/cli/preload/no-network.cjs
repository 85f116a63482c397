// node --require: whoever asks for a module that reaches the network, or starts anything but git, ends the process.
const Module = require('node:module');

const NETWORK = new Set(
  ['net', 'dns', 'dns/promises', 'http', 'https', 'http2', 'tls', 'dgram', 'inspector', 'cluster'].flatMap(
    (name) => [name, `node:${name}`],
  ),
);

function refuse(what) {
  process.stderr.write(`REFUSED ${what}\n`);
  process.exit(99);
}

const load = Module._load;
Module._load = function (request, ...rest) {
  if (NETWORK.has(request)) refuse(request);
  return load.call(this, request, ...rest);
};

for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
  Object.defineProperty(globalThis, name, { get: () => refuse(name), configurable: true });
}

const children = require('node:child_process');
for (const name of Object.keys(children)) {
  if (typeof children[name] !== 'function' || name === 'ChildProcess') continue;
  const original = children[name];
  children[name] = (command, ...rest) =>
    command === 'git' ? original(command, ...rest) : refuse(`${name} ${command}`);
}
