import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A tool that keeps a repository's hooks, and what to tell it. */
export interface HookManager {
  readonly name: string;
  /** File to change, relative to the top of the work tree. */
  readonly file: string;
  readonly lines: string;
}

const COMMAND = 'npx --no-install leaklint hook run';

const LEFTHOOK_FILES = ['yml', 'yaml', 'toml', 'json'].flatMap((extension) => [
  `lefthook.${extension}`,
  `.lefthook.${extension}`,
]);

/** The tool that keeps the hooks of a repository, or undefined when git alone does. */
export function hookManagerOf(top: string, hooksFolder: string): HookManager | undefined {
  const has = (name: string) => existsSync(join(top, name));
  const hooks = relative(top, hooksFolder).split(sep).join('/');
  if (hooks === '.husky' || hooks === '.husky/_' || has('.husky')) {
    return { name: 'husky', file: '.husky/pre-commit', lines: COMMAND };
  }
  const lefthook = LEFTHOOK_FILES.find(has);
  if (lefthook !== undefined) {
    const lines = `pre-commit:\n  commands:\n    leaklint:\n      run: ${COMMAND}`;
    return { name: 'lefthook', file: lefthook, lines };
  }
  if (!has('.pre-commit-config.yaml')) return undefined;
  return {
    name: 'pre-commit',
    file: '.pre-commit-config.yaml',
    lines: [
      '  - repo: local',
      '    hooks:',
      '      - id: leaklint',
      '        name: leaklint',
      `        entry: ${COMMAND}`,
      '        language: system',
      '        pass_filenames: false',
      '        always_run: true',
    ].join('\n'),
  };
}
