/** The few platform objects that every host has: Node, browsers, web workers. */
declare class TextEncoder {
  encode(input: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array | Uint16Array, options?: { stream?: boolean }): string;
}
