import type { Core } from './load-core.ts';

/** The policy wants the directive where a reader of the file sees it. */
const HEAD_LINES = 100;

/**
 * Does a directive in the text silence the file? For the status item, which says why there is
 * nothing.
 */
export function silencedBy(
  { readDirective }: Pick<Core, 'readDirective'>,
  text: string,
): 'no' | 'partly' | 'whole' {
  let silenced: 'no' | 'partly' = 'no';
  let end = -1;
  for (let line = 0; line < HEAD_LINES; line++) {
    const start = end + 1;
    end = text.indexOf('\n', start);
    const whole = end < 0 ? text.slice(start) : text.slice(start, end);
    const at = whole.indexOf('leaklint-ignore-file');
    // Behind a quote or a backtick it is only named.
    const isNamed = /["'`]/.test(whole[at - 1] ?? '');
    const directive = at < 0 || isNamed ? undefined : readDirective(whole.slice(at).trimEnd());
    if (directive?.kind === 'file') {
      if (directive.rules === undefined) return 'whole';
      silenced = 'partly';
    }
    if (end < 0) break;
  }
  return silenced;
}
