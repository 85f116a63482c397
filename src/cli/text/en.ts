import type { Confidence } from '../../engine/index.ts';

const files = (n: number) => `${n} ${n === 1 ? 'file' : 'files'}`;
const values = (n: number) => `${n} ${n === 1 ? 'value' : 'values'}`;

/** Why the system refused, by its error codes. */
const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'symbolic links without end',
  ENOSPC: 'no space left on the device',
  EFBIG: 'the file would be larger than the system allows',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'input or output failed',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  ENXIO: 'it is no regular file',
  special: 'it is no regular file',
  'rule-crashed': 'Leaklint failed on it; please report this',
  'broken-config': 'the configuration is wrong',
  'no-blob': 'git does not have it',
  changed: 'it changed while it was read',
  archive: 'archives are read, not written',
  'archive-damaged': 'the archive is damaged, or no archive',
  'archive-encrypted': 'it is encrypted',
  'archive-limit': 'the archive unpacks to more than is reasonable',
  'archive-method': 'it is packed in a way that Leaklint does not know',
};

/** Everything the command line says, in English. ja.ts must say the same. */
export const en = {
  // Help.
  about: 'Finds personal data in source and data files, says why, and masks it. Works offline.',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  helpOption: 'show this help',
  helpCommand: 'show the help of a command',
  versionOption: 'show the version',
  langOption: 'language of messages (default: the locale)',
  scan: 'find personal data (the default command)',
  paths: 'files and folders (default: the current folder)',
  stagedOption: 'what is staged for commit: values that HEAD does not have',
  sinceOption: 'what changed since a revision: values that it does not have',
  stdinOption: 'scan standard input',
  stdinFilenameOption: 'path by which standard input is judged',
  configOption: 'use this configuration for all files',
  formatOption: 'form of the output (default: text)',
  groupOption: 'tell each finding, or each row and object with what it holds (default: finding)',
  outputOption: 'write the output to a file',
  confidenceOption: 'report from here up',
  threadsOption: 'threads that scan (default: more than one when it takes long)',
  encodingOption: 'read files in this encoding (default: told by their bytes)',
  mask: 'replace personal data by masks',
  strategyOption: 'how to mask (default: the configuration, else partial)',
  ruleOption: 'mask the findings of this rule only; may be repeated',
  writeOption: 'mask the files in place, each whole or not at all',
  maskOutputOption: 'write masked copies into this folder',
  diffOption: 'show what would change; the old side with every value blanked',
  hook: 'the git hook that refuses personal data',
  hookInstall: 'install the pre-commit hook, keeping one that is there',
  hookUninstall: 'remove the hook and put back the one that was there',
  hookRun: 'what the hook runs: check what is staged',
  explain: 'the page of a rule: what it finds and what does not count',
  rule: 'id of a rule',
  rules: 'list the rules',
  rulesFormatOption: 'form of the list (default: text)',
  init: 'write a commented leaklint.json',
  exitCodes:
    'Exit codes: 0 clean, 1 findings, 2 wrong use or broken configuration, 3 something could not be read',

  // Wrong use.
  unknownOption: (what: string) => `unknown option ${what}`,
  unknownCommand: (what: string) => `unknown command ${what}`,
  missingValue: (what: string) => `${what} needs a value`,
  missingArgument: (what: string) => `${what} is missing`,
  wrongValue: (what: string) => `${what} does not take this value`,
  tooMany: 'too many arguments',
  seeHelp: 'See leaklint --help',
  notTogether: (a: string, b: string) => `${a} and ${b} do not go together`,
  stdinPaths: '--stdin takes no paths',
  unknownRule: (id: string, known: string) => `no rule is called ${id}; there are ${known}`,
  maskWhere: 'say where the masked text goes: --diff, --output FOLDER or --write',
  sameTarget: (path: string) => `two files would be written to ${path}`,
  ontoItself: (path: string) => `--output would write ${path} onto itself; use --write`,
  cannotWriteOutput: (path: string, why: string) => `${path} cannot be written: ${why}`,
  exists: (path: string) => `${path} is there already`,
  unknownRevision: (revision: string) => `${revision} is no commit of this repository`,
  configMissing: (path: string) => `${path}: no such configuration file`,

  // What happened to files.
  code: (code: string) => CODES[code] ?? code,
  cannotRead: (path: string, why: string) => `${path} could not be read: ${why}`,
  standardOutput: 'standard output',
  cannotWrite: (path: string, why: string) => `${path} was not changed: ${why}`,
  leftOver: (path: string) => `${path} is left over from a run that was killed; it can go`,
  leftOverRemoved: (path: string) => `${path}, left over from a run that was killed, is removed`,
  ruleCrashed: (path: string, rule: string, byte: number) =>
    `${path}: the rule ${rule} failed at byte ${byte}; please report this`,
  broken: (path: string, encoding: string, count: number, byte: number) =>
    `${path} is not all ${encoding}: ${count} broken, the first at byte ${byte}; scanned all the same`,
  readAs: (encoding: string, confidence: Confidence) => `read as ${encoding} (${confidence})`,
  binary: (n: number) => `${files(n)} not scanned, binary`,
  archive: (n: number) => `${n} not masked: archives are read, not written`,
  special: (n: number) => `${n} not scanned, not a regular file`,
  andMore: (n: number) => `and ${n} more`,
  scanning: (n: number, path: string) => `${files(n)} scanned · ${path}`,
  interrupted: 'Interrupted',
  internal: (code: string) => `internal error ${code}`,

  // Git.
  noGit: 'git could not be started',
  noRepository: 'this is not a git repository',
  notOwned: 'git does not trust this folder: it belongs to another user (see safe.directory)',
  gitFailed: 'git failed',
  unstagedConfig: 'leaklint.json is not staged, so it was not used: git add it',

  // Masking.
  masked: (path: string, n: number) => `${path}: ${values(n)} masked`,
  maskedAll: (n: number, of: number) => `${values(n)} masked in ${files(of)}`,
  wouldMask: (n: number, of: number) => `${values(n)} in ${files(of)} would be masked`,
  nothingToMask: 'Nothing to mask',

  // The hook.
  refused: 'Leaklint stopped this commit: it would add personal data.',
  refusedUnread: 'Leaklint stopped this commit: it could not look at everything that is staged.',
  refusedConfig: 'Leaklint stopped this commit: its configuration is wrong.',
  wayOut: 'What you can do:',
  wayMask: 'leaklint mask --write <file>, look at it, then git add <file>',
  wayIgnore: 'put a comment on the line when the value is meant to be there:',
  wayAllow: 'or put it under "allow" in leaklint.json when it is public',
  wayExplain: 'why it counts:',
  wayNoVerify: 'git commit --no-verify skips all hooks',
  hookInstalled: (path: string) => `The pre-commit hook is installed: ${path}`,
  hookKept: 'The hook that was there is kept and runs first.',
  hookElsewhere:
    'This folder is outside of the repository (core.hooksPath): the hook runs wherever it is used.',
  hookRemoved: (path: string) => `The pre-commit hook is removed: ${path}`,
  hookRestored: 'The hook that was there before is back.',
  hookNone: 'No Leaklint hook is installed here.',
  hookForeign: (path: string) => `${path} is not Leaklint's: nothing was changed`,
  hookManaged: (manager: string) =>
    `The hooks of this repository are kept by ${manager}: nothing was changed.`,
  hookAdd: (file: string) => `Add this to ${file}:`,

  // The rest.
  written: (path: string) => `${path} is written`,
  noPage: (rule: string) => `there is no page about ${rule} in this installation`,
};

export type Catalogue = typeof en;
