import { shownPath } from '../node/walk.ts';
import { maskedName, printable } from '../report/masked-name.ts';

/** What a user typed, as a message may repeat it: an argument can be personal data too. */
export function shownArgument(text: string): string {
  return printable(maskedName(text));
}

/** A path as messages name it: relative to the working directory, values in it masked. */
export function shownFile(path: string, cwd: string): string {
  return printable(maskedName(shownPath(path, cwd)));
}
