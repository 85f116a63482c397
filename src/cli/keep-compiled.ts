import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { basename, dirname, join, sep } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/** Node's own way of compiling a file, for all modules at once; not in the types. */
interface Compiling {
  _compile(this: NodeJS.Module, source: string, file: string): unknown;
}

/** Node 20.15 and later have it. Where it is not, nothing is kept. */
const { crc32: sumOf } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: NodeJS.Module,
  file: string,
  folder: string,
) => unknown;

/** What was compiled afresh, and where it is to be kept. */
interface Fresh {
  readonly place: string;
  readonly source: string;
  readonly script: Script;
}

/**
 * What `enableCompileCache` does, for a Node that has none: V8 keeps what it compiled of our files,
 * which is half a megabyte of source at every start.
 *
 * @param folder the user's own
 */
export function keepCompiled(folder: string): void {
  if (sumOf === undefined || process.env['NODE_DISABLE_COMPILE_CACHE']) return;
  const ours = __dirname + sep;
  // V8 refuses what another V8 made, or one with other flags.
  const kept = join(folder, cachedDataVersionTag().toString(16));
  const fresh: Fresh[] = [];
  const modules = Module.prototype as unknown as Compiling;
  const usual = modules._compile;
  modules._compile = function (source, file) {
    if (!file.startsWith(ours)) return usual.call(this, source, file);
    const place = join(kept, `${basename(file)}-${String(source.length)}`);
    const { script, isKept } = compiled(source, file, place);
    if (!isKept) fresh.push({ place, source, script });
    const run = script.runInThisContext() as Wrapped;
    return run.call(
      this.exports,
      this.exports,
      (id) => this.require(id) as unknown,
      this,
      file,
      dirname(file),
    );
  };
  // At the end, when V8 has compiled what was run.
  process.once('exit', () => fresh.forEach(keep));
}

function compiled(source: string, filename: string, place: string) {
  const cachedData = read(place, source);
  const [head, tail] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];
  const script = new Script(head + source.replace(/^#!/, '//') + tail, { filename, cachedData });
  return { script, isKept: cachedData !== undefined && script.cachedDataRejected === false };
}

/** Our files are ASCII: so they are copied, and not encoded. */
const bytesOf = (source: string) => Buffer.from(source, 'latin1');

/** Bytes of the sum that stands last. */
const SUM = 4;

/**
 * What is kept of this very source, whole: V8 itself would compare no more than the length, and die of
 * damaged bytes.
 */
function read(place: string, source: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const own = bytesOf(source);
    const end = bytes.length - SUM;
    const data = bytes.subarray(0, end - own.length);
    const isWhole = bytes.readUInt32LE(end) === sumOf?.(data);
    return isWhole && bytes.subarray(data.length, end).equals(own) ? data : undefined;
  } catch {
    // Nothing is kept yet, or nobody may read it.
    return undefined;
  }
}

/** Files are complete from their first moment: other processes may be starting. */
function keep({ place, source, script }: Fresh): void {
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    const made = `${place}.${String(process.pid)}`;
    const data = script.createCachedData();
    const sum = Buffer.alloc(SUM);
    sum.writeUInt32LE(sumOf?.(data) ?? 0);
    writeFileSync(made, Buffer.concat([data, bytesOf(source), sum]), { flag: 'wx' });
    renameSync(made, place);
  } catch {
    // A full disk, a folder that is not ours: the next start compiles again.
  }
}
