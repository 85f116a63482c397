'use strict';
// For @vscode/fs-copyfile, with which the git extension copies files between worktrees.
module.exports.cp = require('node:fs/promises').cp;
