import type { Colours } from '../report/colours.ts';
import type { Language } from '../report/reporter.ts';
import type { Io } from './io.ts';
import type { Catalogue } from './text/en.ts';

/** What every command gets besides its own arguments. */
export interface CommandContext {
  readonly io: Io;
  readonly language: Language;
  readonly say: Catalogue;
  readonly colours: Colours;
}

/** 2: the command line was used wrongly or the configuration is broken; 3: something failed. */
export type FailureCode = 2 | 3;

/** Ends a command with a message for the user. The message holds no text of any file. */
export class CommandError extends Error {
  readonly exitCode: FailureCode;
  constructor(message: string, exitCode: FailureCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
