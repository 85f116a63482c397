import { BROKEN, statelessCharset, type Charset } from './charset.ts';

/**
 * 0x80 to 0x9F of Windows-1252 (Unicode Consortium, CP1252.TXT); 0 where there is none. Not read off
 * TextDecoder: Node 20 takes the label for ISO 8859-1.
 */
const HIGH = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
];

export const windows1252: Charset = statelessCharset(
  'windows-1252',
  true,
  (reader, bytes, at) => {
    const byte = bytes[at]!;
    reader.code = byte < 0x80 || byte > 0x9f ? byte : HIGH[byte - 0x80] || BROKEN;
    return 1;
  },
  (code) => {
    if (code < 0x80 || (code > 0x9f && code <= 0xff)) return [code];
    const index = HIGH.indexOf(code);
    return index < 0 ? undefined : [0x80 + index];
  },
);

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** UTF-16 (RFC 2781). A lone surrogate and a last odd byte are broken. */
function utf16(name: 'utf-16le' | 'utf-16be'): Charset {
  const high = name === 'utf-16be' ? 0 : 1;
  const low = 1 - high;
  const bytesOf = (unit: number) =>
    high === 0 ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8];
  return statelessCharset(
    name,
    false,
    (reader, bytes, at, end, last) => {
      reader.code = BROKEN;
      if (at + 1 >= end) return last ? 1 : 0;
      const unit = (bytes[at + high]! << 8) | bytes[at + low]!;
      if (isLow(unit)) return 2;
      if (!isHigh(unit)) {
        reader.code = unit;
        return 2;
      }
      if (at + 3 >= end) return last ? 2 : 0;
      const second = (bytes[at + 2 + high]! << 8) | bytes[at + 2 + low]!;
      if (!isLow(second)) return 2;
      reader.code = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
      return 4;
    },
    (code) => {
      if (isHigh(code) || isLow(code)) return undefined;
      if (code < 0x10000) return bytesOf(code);
      const rest = code - 0x10000;
      return [...bytesOf(0xd800 + (rest >> 10)), ...bytesOf(0xdc00 + (rest & 0x3ff))];
    },
  );
}

export const utf16le = utf16('utf-16le');
export const utf16be = utf16('utf-16be');
