const cache = new WeakMap<readonly string[], RegExp>();

const escape = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Japanese words need no border; others must not be a part of a longer word. */
function alternative(words: string): string {
  const pattern = words.split(' ').map(escape).join('[ _.#-]{0,2}');
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)
    ? pattern
    : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{Ll}])`;
}

/** Matches any of the words, whole, in any case. Compiled once for a list. */
export function hotwordPattern(words: readonly string[]): RegExp {
  let pattern = cache.get(words);
  if (!pattern) {
    const sorted = [...words].sort((a, b) => b.length - a.length);
    pattern = new RegExp(sorted.length === 0 ? '(?!)' : sorted.map(alternative).join('|'), 'iu');
    cache.set(words, pattern);
  }
  return pattern;
}
