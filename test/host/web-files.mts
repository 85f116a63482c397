import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { resolveInside } from './web-static.mts';
import type { Reply } from './web-static.mts';

/** vscode.FileType */
const FILE = 1;
const FOLDER = 2;

/** The server half of fixture-fs: each call of its FileSystemProvider is one request. */
export async function answerFileSystem(
  root: string,
  query: URLSearchParams,
  request: IncomingMessage,
): Promise<Reply> {
  const file = resolveInside(root, query.get('path') ?? '/');
  const to = resolveInside(root, query.get('to') ?? '/');
  if (!file || !to) return { status: 403 };
  try {
    switch (query.get('op')) {
      case 'stat':
        return json(statOf(file));
      case 'readDirectory':
        return json(fs.readdirSync(file).map((name) => [name, statOf(path.join(file, name)).type]));
      case 'readFile':
        return { status: 200, body: fs.readFileSync(file), type: 'application/octet-stream' };
      case 'writeFile':
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, await buffer(request));
        return done;
      case 'createDirectory':
        fs.mkdirSync(file, { recursive: true });
        return done;
      case 'delete':
        fs.rmSync(file, { recursive: true });
        return done;
      case 'rename':
        fs.renameSync(file, to);
        return done;
      default:
        return { status: 400 };
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { status: code === 'ENOENT' ? 404 : 500, body: String(error) };
  }
}

const done: Reply = { status: 204 };

function json(value: unknown): Reply {
  return { status: 200, body: JSON.stringify(value), type: 'application/json' };
}

function statOf(file: string) {
  const stat = fs.statSync(file);
  const type = stat.isDirectory() ? FOLDER : FILE;
  return { type, ctime: stat.ctimeMs, mtime: stat.mtimeMs, size: stat.size };
}
