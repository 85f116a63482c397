import fs from 'node:fs';
import path from 'node:path';

export interface Reply {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly type?: string;
}

/** Folders that are served, by the first part of the path. */
export type Roots = Readonly<Record<string, string | undefined>>;

const notFound: Reply = { status: 404 };

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** A file by its path: the first part names the root, the rest leads on from there. */
export function readStatic(roots: Roots, pathname: string): Reply {
  const [, top, ...rest] = pathname.split('/');
  const root = roots[top!];
  const file = root && resolveInside(root, rest.join('/'));
  if (!file) return notFound;
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    return {
      status: 200,
      body: fs.readFileSync(file),
      type: types[path.extname(file)] ?? 'application/octet-stream',
    };
  // The workbench knows code of built-in extensions that we left out.
  if (top === 'builtin' && file.endsWith('.js'))
    return { status: 200, body: 'exports.activate = () => {};', type: 'text/javascript' };
  return notFound;
}

/** The path below a root, or undefined when it leads out of it. */
export function resolveInside(root: string, rest: string): string | undefined {
  const file = path.join(root, path.normalize(`/${decodeURIComponent(rest)}`));
  return file === root || file.startsWith(root + path.sep) ? file : undefined;
}
