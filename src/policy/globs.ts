import picomatch from 'picomatch';

export type PathMatcher = (path: string) => boolean;

export type GlobMistake =
  'glob-empty' | 'glob-backslash' | 'glob-absolute' | 'glob-negated' | 'glob-brackets';

/** What is wrong with a glob, if anything. */
export function globMistake(glob: string): GlobMistake | undefined {
  if (glob.trim() === '' || glob === './') return 'glob-empty';
  if (/\\(?![*?[\](){}!])/.test(glob)) return 'glob-backslash';
  if (/^(?:\/|[a-z]:|(?:.*\/)?\.\.(?:\/|$))/i.test(glob)) return 'glob-absolute';
  if (glob.startsWith('!') && !glob.startsWith('!(')) return 'glob-negated';
  try {
    picomatch.makeRe(glob, { strictBrackets: true });
  } catch {
    return 'glob-brackets';
  }
  return balanced(glob) ? undefined : 'glob-brackets';
}

/** picomatch takes an open brace for a letter. */
function balanced(glob: string): boolean {
  const unescaped = glob.replaceAll(/\\./g, '').replaceAll(/\[[^\][]*\]/g, '');
  let open = 0;
  for (const character of unescaped) {
    if (character === '{') open += 1;
    if (character === '}') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * Matches paths relative to the config's folder, with `/`. As in `.gitignore`, a glob without `/`
 * matches in every folder, and one that matches a folder holds for all in it.
 */
export function matcherOf(globs: readonly string[]): PathMatcher {
  if (globs.length === 0) return () => false;
  const patterns = globs.flatMap((glob) => {
    const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
    const anchored = plain.includes('/') ? plain : `**/${plain}`;
    return anchored.endsWith('/**') ? [anchored] : [anchored, `${anchored}/**`];
  });
  return picomatch(patterns, { dot: true, strictSlashes: false });
}
