import { ENCODING_TITLES } from '../encoding/names.ts';
import { printable } from '../report/masked-name.ts';
import type { LeftOut, Summary } from '../report/summary.ts';
import type { Catalogue } from './text/en.ts';

/** Names in one line; more are counted. */
const NAMED = 10;

/** What was not scanned though nothing is wrong with it: a line for each reason, with names. */
export function leftOutLines({ notScanned }: Summary, say: Catalogue): readonly string[] {
  const reasons: readonly LeftOut[] = ['archive', 'binary', 'special'];
  return reasons.flatMap((reason) => {
    const paths = notScanned.filter((entry) => entry.reason === reason).map(({ path }) => path);
    return paths.length === 0 ? [] : [`${say[reason](paths.length)}: ${nameList(paths, say)}`];
  });
}

/** What was not read as UTF-8: a line for each encoding and confidence, with names. */
export function readAsLines({ encodings }: Summary, say: Catalogue): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { path, encoding, confidence } of encodings) {
    const how = say.readAs(ENCODING_TITLES[encoding], confidence);
    const group = groups.get(how);
    if (group === undefined) groups.set(how, [path]);
    else group.push(path);
  }
  return [...groups].map(([how, paths]) => `${how}: ${nameList(paths, say)}`);
}

function nameList(paths: readonly string[], say: Catalogue): string {
  const names = paths.slice(0, NAMED).map(printable);
  if (paths.length > NAMED) names.push(say.andMore(paths.length - NAMED));
  return names.join(', ');
}
