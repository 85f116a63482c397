import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files that speak about a folder: its own, then those further up. */
export interface IgnoreScope {
  /** Path of the folder that holds the file, with `/`. */
  readonly folder: string;
  readonly matcher: Ignore;
  readonly parent: IgnoreScope | undefined;
}

/** The scope in a folder, given the text of its `.gitignore`, if any, and the scope around it. */
export function enterScope(
  parent: IgnoreScope | undefined,
  folder: string,
  text: string | undefined,
): IgnoreScope | undefined {
  return text === undefined ? parent : { folder, matcher: ignore().add(text), parent };
}

/**
 * Does git ignore the path (absolute, with `/`)? Its parent folders are taken not to be ignored.
 */
export function isIgnored(
  scope: IgnoreScope | undefined,
  path: string,
  isFolder: boolean,
): boolean {
  // gitignore(5): the last matching pattern decides, deeper files after those further up.
  for (let at = scope; at !== undefined; at = at.parent) {
    const inside = path.slice(at.folder.length).replace(/^\//, '');
    const { ignored, unignored } = at.matcher.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}
