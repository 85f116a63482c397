/** A file could not be written, or somebody else changed it meanwhile. It stays as it was. */
export class UnwrittenError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
