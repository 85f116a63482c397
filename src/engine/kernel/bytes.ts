export const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
export const isCapital = (byte: number) => byte >= 0x41 && byte <= 0x5a;
export const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a;

/** Of ASCII, or any byte outside it. */
export const isLetter = (byte: number) => byte >= 0x80 || isSmall(byte | 0x20);
