/** The glob that matches exactly this path. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\](){}!]/g, '\\$&');
}

/** The files of the same kind beside a file. */
export interface SiblingsGlob {
  readonly glob: string;
  /**
   * Their kind, as a menu names it: the folder's name may say whose data it is, the kind of file
   * does not. Undefined for a file without an extension, which has no siblings.
   */
  readonly kind: string | undefined;
  /** Does the glob name a folder? Without one it matches everywhere. */
  readonly inFolder: boolean;
}

/** @param path relative to the config's folder, with `/` */
export function siblingsGlob(path: string): SiblingsGlob {
  const slash = path.lastIndexOf('/') + 1;
  const inFolder = slash > 0;
  const extension = /[^.]\.([a-z0-9]{1,12})$/i.exec(path.slice(slash))?.[1];
  if (extension === undefined) return { glob: escapeGlob(path), kind: undefined, inFolder };
  const kind = `*.${extension}`;
  return { glob: escapeGlob(path.slice(0, slash)) + kind, kind, inFolder };
}
