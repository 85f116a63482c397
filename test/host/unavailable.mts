/** Something that the run needs cannot be had on this machine. The message says what to do; no stack is shown. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Ends the process: with the plain message where that tells all, with the stack where it is our mistake. */
export function exitWith(error: unknown): never {
  console.error(error instanceof Unavailable ? `\n${error.message}` : error);
  process.exit(1);
}
