/** The few platform objects that every host has: Node, browsers, web workers. */
declare class TextEncoder {
  encode(input: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array | Uint16Array, options?: { stream?: boolean }): string;
}
/** The part that the SIMD scanner needs. Some hosts have none, or forbid to compile. */
declare namespace WebAssembly {
  type Imports = Readonly<
    Record<string, Readonly<Record<string, (...numbers: number[]) => unknown>>>
  >;
  interface Module {
    readonly name?: never;
  }
  const Module: new (bytes: Uint8Array) => Module;
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
