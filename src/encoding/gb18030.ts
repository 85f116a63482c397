import { BROKEN, statelessCharset, type Charset } from './charset.ts';
import { readPair } from './double-byte.ts';
import { codesOf, inverseOf, lazily, pairTable } from './tables.ts';

const pairs = lazily(() => pairTable('gb18030', [0x81, 0xfe], [0x40, 0xfe]));
const pairsByCode = lazily(() => inverseOf(pairs()));

/** Four-byte codes of the Basic Multilingual Plane (GB 18030-2005, appendix D). */
const QUADS = 39_420;
/** The first four-byte code of the other planes, 90 30 81 30, in the same count. */
const PLANES = 189_000;

const quadBytes = (n: number) => [
  0x81 + Math.floor(n / 12_600),
  0x30 + (Math.floor(n / 1260) % 10),
  0x81 + (Math.floor(n / 10) % 126),
  0x30 + (n % 10),
];

const quads = lazily(() =>
  codesOf(
    'gb18030',
    Array.from({ length: QUADS }, (_, n) => quadBytes(n)),
  ),
);
const quadsByCode = lazily(() => new Map(quads().map((code, n) => [code, n])));

function quadCode(n: number): number {
  if (n < QUADS) return quads()[n] || BROKEN;
  const code = n - PLANES + 0x10000;
  return n >= PLANES && code <= 0x10ffff ? code : BROKEN;
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** GB 18030, and with it GBK and GB 2312. */
export const gb18030: Charset = statelessCharset(
  'gb18030',
  true,
  (reader, bytes, at, end, last) => {
    const lead = bytes[at]!;
    reader.code = lead;
    if (lead < 0x80) return 1;
    // Windows writes the euro sign as 0x80.
    if (lead === 0x80) reader.code = 0x20ac;
    if (lead === 0xff) reader.code = BROKEN;
    if (lead === 0x80 || lead === 0xff) return 1;
    if (at + 1 >= end || !isDigit(bytes[at + 1]!)) {
      return readPair(reader, pairs(), bytes, at, end, last);
    }
    if (at + 3 >= end && !last) return 0;
    const [b = 0, c = 0, d = 0] = bytes.subarray(at + 1, Math.min(end, at + 4));
    const isQuad = c >= 0x81 && c <= 0xfe && isDigit(d);
    const n = (((lead - 0x81) * 10 + (b - 0x30)) * 126 + (c - 0x81)) * 10 + (d - 0x30);
    reader.code = isQuad ? quadCode(n) : BROKEN;
    return reader.code === BROKEN ? 1 : 4;
  },
  (code) => {
    if (code < 0x80) return [code];
    const pair = pairsByCode().get(code);
    if (pair !== undefined) return [pair >> 8, pair & 0xff];
    if (code > 0xffff) return quadBytes(code - 0x10000 + PLANES);
    const quad = quadsByCode().get(code);
    return quad === undefined ? undefined : quadBytes(quad);
  },
);
