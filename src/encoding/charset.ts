import type { EncodingName } from './names.ts';

/** The code of bytes that are no character of the encoding; read as U+FFFD. */
export const BROKEN = -1;
/** The code of bytes that write nothing: an escape sequence. */
export const NOTHING = -2;

/** A state for `encode`: whatever comes next sets its own. */
export const ANY_STATE = -1;

/** Reads characters one after the other. */
export interface Reader {
  /** Code point of the character last read, BROKEN or NOTHING. */
  code: number;
  /** What the next bytes mean, where escape sequences decide it (ISO 2022); 0 elsewhere. */
  state: number;
  /**
   * Reads the character at `at`.
   *
   * @param last do no bytes follow `end`?
   * @returns its length in bytes, 1 to 4; 0 when it is cut off by `end` and more may follow
   */
  read(bytes: Uint8Array, at: number, end: number, last: boolean): number;
}

/** An encoding other than UTF-8. Its tables are made at the first use. */
export interface Charset {
  readonly name: EncodingName;
  /** Is a byte below 0x80 where a character begins always the ASCII character? */
  readonly isAsciiBased: boolean;
  createReader(): Reader;
  /**
   * The bytes of a text, or undefined when it has a character that the encoding has not.
   *
   * @param from the reader's state before it, @param to the state that must hold after it
   */
  encode(text: string, from: number, to: number): Uint8Array | undefined;
}

/** A charset in which each character has its own bytes, wherever it stands. */
export function statelessCharset(
  name: EncodingName,
  isAsciiBased: boolean,
  read: (reader: Reader, ...place: Parameters<Reader['read']>) => number,
  encodeOne: (code: number) => readonly number[] | undefined,
): Charset {
  return {
    name,
    isAsciiBased,
    createReader() {
      const reader: Reader = {
        code: 0,
        state: 0,
        read: (bytes, at, end, last) => read(reader, bytes, at, end, last),
      };
      return reader;
    },
    encode(text) {
      const bytes: number[] = [];
      for (const character of text) {
        const one = encodeOne(character.codePointAt(0)!);
        if (one === undefined) return undefined;
        bytes.push(...one);
      }
      return Uint8Array.from(bytes);
    },
  };
}
