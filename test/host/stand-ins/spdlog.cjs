'use strict';
// For @vscode/spdlog: the same calls, appended to the log file at once. Without it every log channel complains.
// Exports are assigned one by one, so that import() sees their names.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.bare = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }

  write(level, message) {
    if (level < this.level) return;
    const line = this.bare
      ? message
      : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // The run's folder is gone: the host is shutting down.
    }
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.bare = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    this.write(level, message);
  };
});

const create = (_name, file) => Promise.resolve(new Logger(file));

module.exports.version = 0;
module.exports.Logger = Logger;
module.exports.setLevel = () => {};
module.exports.setFlushOn = () => {};
module.exports.shutdown = () => {};
module.exports.createRotatingLogger = create;
module.exports.createAsyncRotatingLogger = create;
