'use strict';
// For @vscode/native-watchdog: the extension host ends when the server that started it is gone.
const { setInterval } = require('node:timers');

module.exports.start = (parentPid) => {
  const look = () => {
    try {
      process.kill(parentPid, 0);
    } catch {
      process.exit(0);
    }
  };
  setInterval(look, 2000).unref();
};

module.exports.exit = (code) => process.exit(code ?? 0);
