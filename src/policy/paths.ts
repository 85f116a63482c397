export const CONFIG_NAME = 'leaklint.json';

/** Paths have `/` on every system; `C:/x` and `/x` are absolute, `x` is from where reading begins. */

/** The folder of a path: `/` of `/x`, `C:/` of `C:/x`, the empty text of `x`. A root is its own. */
export function folderOf(path: string): string {
  const plain = path.length > 1 && !isRoot(path) ? path.replace(/\/$/, '') : path;
  if (isRoot(plain)) return plain;
  const slash = plain.lastIndexOf('/');
  if (slash < 0) return '';
  const folder = plain.slice(0, slash);
  return isRoot(`${folder}/`) ? `${folder}/` : folder;
}

function isRoot(path: string): boolean {
  return path === '/' || /^[a-z]:\/$/i.test(path);
}

/** The path from a folder along a relative one, `.` and `..` resolved. */
export function joinPath(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.replace(/\/$/, '').split('/');
  // The part before the first slash of an absolute path stays whatever `..` comes.
  const least = /^(?:[a-z]:)?(?:\/|$)/i.test(folder) && folder !== '' ? 1 : 0;
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > least && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || least === 0) parts.push(part);
  }
  return parts.join('/');
}

/** The path as seen from a folder; a path outside of it stays as it is. */
export function relativePath(folder: string, path: string): string {
  if (folder === '') return path;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
