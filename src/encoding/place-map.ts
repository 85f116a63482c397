import { endOf, originOf, stateOf } from './decode.ts';

/** A stretch of the file, and the UTF-8 that it became. */
export interface Piece {
  /** Byte offset in the file, its mark included. */
  readonly fileStart: number;
  readonly raw: Uint8Array;
  /** Byte offset in the UTF-8 text. */
  readonly start: number;
  readonly length: number;
  /** As `decodeStretch` gives them; absent where UTF-8 is the file's own bytes. */
  readonly origins?: Uint32Array;
}

/** The way from the UTF-8 text back to the bytes of the file, for the stretch that is in work. */
export interface PlaceMap {
  add(raw: Uint8Array, length: number, origins?: Uint32Array): void;
  /** Forgets what lies before a byte of the text. */
  release(byte: number): void;
  /** Offset in the file of the character that begins at a byte of the text. */
  startInFile(byte: number): number;
  /** Offset in the file after the character that ends at a byte of the text. */
  endInFile(byte: number): number;
  /** The decoder's state before the character that begins at, or ends at, a byte of the text. */
  stateAt(byte: number): number;
  stateBefore(byte: number): number;
  /** The file's own bytes. */
  bytes(from: number, to: number): Generator<Uint8Array, void, undefined>;
  /** Offset in the file after the last byte added. */
  fileEnd(): number;
}

export function createPlaceMap(): PlaceMap {
  let pieces: Piece[] = [];
  let fileEnd = 0;
  let textEnd = 0;
  /** The piece that holds a byte of the text. Pieces are few, and the last are asked for most. */
  const pieceOf = (byte: number) => {
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i]!;
      if (piece.start <= byte && byte < piece.start + piece.length) return piece;
    }
    return undefined;
  };
  const packedAt = (byte: number) => {
    const piece = pieceOf(byte);
    return piece && { piece, packed: piece.origins?.[byte - piece.start] };
  };
  const stateAt = (byte: number) => stateOf(packedAt(byte)?.packed ?? 0);
  return {
    add(raw, length, origins) {
      pieces.push({
        fileStart: fileEnd,
        raw,
        start: textEnd,
        length,
        ...(origins && { origins }),
      });
      fileEnd += raw.length;
      textEnd += length;
    },
    release(byte) {
      if (pieces.some((piece) => piece.start + piece.length < byte)) {
        pieces = pieces.filter((piece) => piece.start + piece.length >= byte);
      }
    },
    startInFile(byte) {
      const found = packedAt(byte);
      if (found === undefined) return fileEnd;
      const { piece, packed } = found;
      return piece.fileStart + (packed === undefined ? byte - piece.start : originOf(packed));
    },
    endInFile(byte) {
      const found = byte === 0 ? undefined : packedAt(byte - 1);
      if (found === undefined) return pieces[0]?.fileStart ?? 0;
      const { piece, packed } = found;
      return piece.fileStart + (packed === undefined ? byte - piece.start : endOf(packed));
    },
    stateAt,
    stateBefore: (byte) => (byte === 0 ? 0 : stateAt(byte - 1)),
    *bytes(from, to) {
      for (const { fileStart, raw } of pieces) {
        if (fileStart + raw.length <= from || fileStart >= to) continue;
        yield raw.subarray(Math.max(0, from - fileStart), Math.min(raw.length, to - fileStart));
      }
    },
    fileEnd: () => fileEnd,
  };
}
