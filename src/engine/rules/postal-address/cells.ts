import { placeInBytes, placeOf } from '../../gazetteer/place-cell.ts';
import { ADDRESS_TEST } from '../../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Column, type Settled } from '../../rule.ts';
import { textOf } from '../../text/cell-text.ts';
import { contactStart } from './building.ts';

const HOUSE: Settled = {
  evidence: [{ code: 'gazetteer' }, { code: 'house-number' }],
  region: 'JP',
};

const LONGEST = 200;

/** What a walk over an address met. */
const PLAIN = 0;
/** What a contact or a mask may begin with, or a blank at the end: to be read. */
const WORDS = 1;
/** No number, or one that begins with zero: to be judged. */
const DOUBT = 2;

/**
 * Cells with a Japanese address from its prefecture or municipality to its house number. Digits that could
 * be a telephone number behind it are another rule's to look at.
 */
export function addressCells({ isAloneBut, memory }: Column): CellTest {
  const isAlone = isAloneBut([]);
  const places = memory.memo(placeOf);
  const signs = memory.bytes(addressCells, WORDY.length);
  signs.bytes.set(WORDY);
  const test: CellTest = (bytes, start, end) => {
    const lead = bytes[start]!;
    if (end - start > LONGEST || lead < 0xe4 || lead > 0xe9) return undefined;
    // The first kanji is U+4E00, E4 B8 80.
    if (lead === 0xe4 && bytes[start + 1]! < 0xb8) return undefined;
    const met = walk(bytes, start, end);
    if (met === DOUBT || placeInBytes(places.of, bytes, start, end) < -1) return undefined;
    if (met === WORDS && !isPlainText(textOf(bytes, start, end))) return undefined;
    return isAlone() ? HOUSE : undefined;
  };
  return withScanned(test, {
    test: ADDRESS_TEST,
    parameters: [signs.address, places.address],
    says: [HOUSE],
    others: isAlone.others,
  });
}

/** Is there no contact behind the address, and nothing masked in it? Its end is no blank. */
function isPlainText(text: string): boolean {
  return contactStart(text, 0, text.length) < 0 && !/[*●○〇◯■×✕]|[\s\0]$/.test(text);
}

function walk(bytes: Uint8Array, start: number, end: number): number {
  let numbers = false;
  let met = PLAIN;
  /** Does a digit or a hyphen stand before? */
  let inNumber = false;
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    if (byte === 0x2d) {
      inNumber = true;
      at++;
    } else if (byte < 0x80) {
      const isDigit = byte >= 0x30 && byte <= 0x39;
      if (WORDY[byte] === DOUBT) return DOUBT;
      if (WORDY[byte] === WORDS) met = WORDS;
      else if (byte === 0x30 && !inNumber) return DOUBT;
      numbers ||= isDigit;
      inNumber = isDigit;
      at++;
    } else if (byte >= 0xe3 && byte <= 0xe9) {
      if (isWordy(bytes, at)) met = WORDS;
      inNumber = false;
      at += 3;
    } else if (byte === 0xef && bytes[at + 1] === 0xbc) {
      const third = bytes[at + 2]!;
      const isDigit = third >= 0x90 && third <= 0x99;
      const isHyphen = third === 0x8d;
      if (third === 0x90 && !inNumber) return DOUBT;
      // EF BC 81 is the exclamation mark of full width, 21 of ASCII, and so on.
      if (WORDY[third - 0x60] !== PLAIN) return DOUBT;
      numbers ||= isDigit;
      inNumber = isDigit || isHyphen;
      at += 3;
    } else if (byte === 0xef && bytes[at + 1] === 0xbd && bytes[at + 2]! < 0x9f) {
      // Small letters of full width.
      return DOUBT;
    } else if (isDash(bytes, at)) {
      inNumber = true;
      at += 3;
    } else {
      met = WORDS;
      inNumber = false;
      at++;
    }
  }
  if (!numbers) return DOUBT;
  return isBlankLast(bytes, end) ? WORDS : met;
}

/** Of ASCII: what `TEL`, `Fax`, `Phone` and `E-mail` begin with; and signs of contacts and masks, and controls. */
const WORDY = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ('TFPE'.includes(String.fromCharCode(byte))) return WORDS;
  return byte < 0x20 || '+@*'.includes(String.fromCharCode(byte)) ? DOUBT : PLAIN;
});

/** Half or full width (E3 80 80). */
const isBlankLast = (bytes: Uint8Array, end: number) =>
  bytes[end - 1]! <= 0x20 || (bytes[end - 1] === 0x80 && bytes[end - 2] === 0x80);

/** U+2010–2015 and U+2212. */
function isDash(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0xe2) return false;
  const third = bytes[at + 2]!;
  if (bytes[at + 1] === 0x88) return third === 0x92;
  return bytes[at + 1] === 0x80 && third >= 0x90 && third <= 0x95;
}

/** 電 E9 9B BB, 携 E6 90 BA and メー E3 83 A1 E3 83 BC begin a contact; 〇 E3 80 87 masks. */
function isWordy(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]!;
  const third = bytes[at + 2]!;
  switch (bytes[at]) {
    case 0xe3:
      if (second === 0x80) return third === 0x87;
      return second === 0x83 && third === 0xa1 && bytes[at + 5] === 0xbc;
    case 0xe6:
      return second === 0x90 && third === 0xba;
    default:
      return bytes[at] === 0xe9 && second === 0x9b && third === 0xbb;
  }
}
