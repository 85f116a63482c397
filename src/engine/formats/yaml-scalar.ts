/** A scalar without its quotes, and where reading goes on, as indices of a view. */
export interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * A plain or quoted scalar at `at`; a quoted one may go on in the next lines.
 *
 * @param stop where the line ends
 * @returns undefined when more must be seen
 */
export function scalarIn(
  view: string,
  at: number,
  stop: number,
  final: boolean,
  longest: number,
): Scalar | undefined {
  const quote = view[at];
  if (quote !== '"' && quote !== "'") {
    const end = plainEnd(view, at, stop);
    return { start: at, end, next: stop };
  }
  const close = quoteEnd(view, at, longest);
  if (close >= 0) return { start: at + 1, end: close, next: close + 1 };
  if (!final && view.length - at < longest) return undefined;
  // It never closes: the line is all there is of it.
  return { start: at + 1, end: stop, next: stop };
}

/** The quote that closes the one at `at`, or −1. */
function quoteEnd(view: string, at: number, longest: number): number {
  const quote = view[at];
  const limit = Math.min(view.length, at + longest);
  for (let i = at + 1; i < limit; i++) {
    if (view[i] === '\\' && quote === '"') i++;
    else if (view[i] === quote) {
      if (quote === '"' || view[i + 1] !== quote) return i;
      i++;
    }
  }
  return -1;
}

/** Where a plain scalar ends: at a comment, blanks before it left out. */
function plainEnd(view: string, at: number, stop: number): number {
  let end = stop;
  for (let i = at + 1; i < stop; i++) {
    if (view[i] === '#' && (view[i - 1] === ' ' || view[i - 1] === '\t')) {
      end = i;
      break;
    }
  }
  while (end > at && view.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

/** What a flow collection holds, told as it is read; places are indices of the view. */
export interface OnFlow {
  open(isSequence: boolean, inSequence: boolean): void;
  close(): void;
  key(start: number, end: number): void;
  value(start: number, end: number): void;
}

const DEEPEST = 100;

/**
 * Reads `{a: b, c: [d]}` from its bracket at `at`; it may go over several lines.
 *
 * @returns the index after it; −1 when more must be seen; undefined when it is none
 */
export function flowIn(
  view: string,
  at: number,
  final: boolean,
  longest: number,
  on: OnFlow,
): number | undefined {
  const end = flowEnd(view, at, longest);
  if (end < 0) return !final && view.length - at < longest ? -1 : undefined;
  const sequences: boolean[] = [];
  let i = at;
  while (i < end) {
    const sign = view[i]!;
    if (sign === '{' || sign === '[') {
      on.open(sign === '[', sequences.at(-1) ?? false);
      sequences.push(sign === '[');
      i++;
    } else if (sign === '}' || sign === ']') {
      on.close();
      sequences.pop();
      i++;
    } else if (sign === ',' || sign === ':' || sign.charCodeAt(0) <= 0x20) i++;
    else {
      const { start, end: stop, next } = flowScalar(view, i, end);
      if (isColon(view, next, end)) on.key(start, stop);
      else on.value(start, stop);
      i = next;
    }
  }
  return end;
}

/** Index after the bracket that closes the one at `at`, or −1. */
function flowEnd(view: string, at: number, longest: number): number {
  const limit = Math.min(view.length, at + longest);
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const sign = view[i];
    if ((sign === '"' || sign === "'") && !isWordBefore(view, i)) {
      i = quoteEnd(view, i, limit - i);
      if (i < 0) return -1;
    } else if (sign === '{' || sign === '[') {
      if (++depth > DEEPEST) return -1;
    } else if ((sign === '}' || sign === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

/** An apostrophe in a plain scalar opens nothing: `{a: it's}`. */
const isWordBefore = (view: string, at: number) => /[^ \t\r\n,:[{]/.test(view[at - 1] ?? ' ');

function flowScalar(view: string, at: number, stop: number): Scalar {
  const quote = view[at];
  if (quote === '"' || quote === "'") {
    const close = quoteEnd(view, at, stop - at);
    if (close > 0) return { start: at + 1, end: close, next: close + 1 };
  }
  let end = at;
  while (end < stop && !',[]{}\n'.includes(view[end]!) && !isColon(view, end, stop)) end++;
  let last = end;
  while (last > at && view.charCodeAt(last - 1) <= 0x20) last--;
  return { start: at, end: last, next: Math.max(end, at + 1) };
}

/** A colon that parts a key from its value: a blank, a bracket or a quote follows. */
function isColon(view: string, at: number, stop: number): boolean {
  let i = at;
  while (i < stop && (view[i] === ' ' || view[i] === '\t')) i++;
  if (view[i] !== ':') return false;
  const next = view[i + 1] ?? ' ';
  return (
    next.charCodeAt(0) <= 0x20 ||
    ',[]{}'.includes(next) ||
    view[i - 1] === '"' ||
    view[i - 1] === "'"
  );
}
