import { utf8Of } from '../../encoding/whole.ts';
import { UnreadableError } from '../read-chunks.ts';
import type { RandomAccess } from './random-access.ts';

/** A member as the central directory tells (APPNOTE.TXT, 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly crc: number;
  /** Where its local header stands. */
  readonly header: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The record at the end is 22 bytes and a comment of at most 65,535. */
const END_SIZE = 22;
const LONGEST_END = END_SIZE + 0xffff;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** A 32-bit field that says: see the ZIP64 extra field (4.5.3). */
const SEE_64 = 0xffff_ffff;

const damaged = () => new UnreadableError('archive-damaged');

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The bytes from `at`, all of them. @throws UnreadableError `archive-damaged` */
function exactly(input: RandomAccess, at: number, length: number): DataView {
  if (at < 0 || !Number.isSafeInteger(at) || at + length > input.size) throw damaged();
  const bytes = input.read(at, length);
  if (bytes.length < length) throw damaged();
  return viewOf(bytes);
}

const wide = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** The members, in the order of the directory. @throws UnreadableError `archive-damaged` */
export function* zipEntries(input: RandomAccess): Generator<ZipEntry, void, undefined> {
  const { count, start } = directoryOf(input);
  let at = start;
  for (let i = 0; i < count; i++) {
    const head = exactly(input, at, CENTRAL_SIZE);
    if (head.getUint32(0, true) !== CENTRAL) throw damaged();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      head.getUint16(field, true),
    ) as [number, number, number];
    const rest = exactly(input, at + CENTRAL_SIZE, nameLength + extraLength);
    yield entryOf(head, rest, nameLength);
    at += CENTRAL_SIZE + nameLength + extraLength + commentLength;
  }
}

function entryOf(head: DataView, rest: DataView, nameLength: number): ZipEntry {
  const flags = head.getUint16(8, true);
  const extra = wideFields(rest, nameLength, head);
  const name = nameOf(new Uint8Array(rest.buffer, rest.byteOffset, nameLength));
  return {
    name,
    isFolder: name.endsWith('/'),
    method: head.getUint16(10, true),
    isEncrypted: (flags & 1) !== 0,
    crc: head.getUint32(16, true),
    packedSize: extra.packedSize ?? head.getUint32(20, true),
    header: extra.header ?? head.getUint32(42, true),
  };
}

/** Names are UTF-8 or, by old habit, in the encoding of the machine that packed. */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8Of(bytes) ?? bytes);
}

function wideFields(rest: DataView, from: number, head: DataView) {
  const found: { packedSize?: number; header?: number } = {};
  for (let at = from; at + 4 <= rest.byteLength;) {
    const length = rest.getUint16(at + 2, true);
    const end = at + 4 + length;
    if (rest.getUint16(at, true) === 1 && end <= rest.byteLength) {
      let field = at + 4;
      const next = () => {
        if (field + 8 > end) throw damaged();
        field += 8;
        return wide(rest, field - 8);
      };
      if (head.getUint32(24, true) === SEE_64) next();
      if (head.getUint32(20, true) === SEE_64) found.packedSize = next();
      if (head.getUint32(42, true) === SEE_64) found.header = next();
    }
    at = end;
  }
  return found;
}

/** Where the central directory stands. */
function directoryOf(input: RandomAccess): { readonly count: number; readonly start: number } {
  const length = Math.min(input.size, LONGEST_END);
  if (length < END_SIZE) throw damaged();
  const tail = exactly(input, input.size - length, length);
  for (let at = length - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const end = input.size - length + at;
    const start = tail.getUint32(at + 16, true);
    const count = tail.getUint16(at + 10, true);
    return start === SEE_64 || count === 0xffff
      ? wideDirectory(input, end, { count, start })
      : { count, start };
  }
  throw damaged();
}

function wideDirectory(input: RandomAccess, end: number, narrow: { count: number; start: number }) {
  if (end < 20) return narrow;
  const locator = exactly(input, end - 20, 20);
  if (locator.getUint32(0, true) !== END_64_LOCATOR) return narrow;
  const record = exactly(input, wide(locator, 8), 56);
  if (record.getUint32(0, true) !== END_64) throw damaged();
  return { count: wide(record, 32), start: wide(record, 48) };
}

const CHUNK = 1 << 16;

/** A member's bytes as they lie in the archive, packed. @throws UnreadableError */
export function* packedBytes(
  input: RandomAccess,
  { header, packedSize }: ZipEntry,
): Generator<Uint8Array, void, undefined> {
  const local = exactly(input, header, LOCAL_SIZE);
  if (local.getUint32(0, true) !== LOCAL) throw damaged();
  let at = header + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  const end = at + packedSize;
  while (at < end) {
    const part = input.read(at, Math.min(CHUNK, end - at));
    if (part.length === 0) throw damaged();
    at += part.length;
    yield part;
  }
}
