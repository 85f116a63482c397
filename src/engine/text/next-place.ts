/**
 * Tells where in a text something stands next, in `[from, to)`; `to` where it does not. Remembers
 * what it has looked at: while one text is asked about in rising order, no unit of it is looked at
 * twice, however much of it each asks about.
 *
 * @param find the first place in `[from, to)`, or `to`; what it says of a place may depend on what
 *   stands behind, not on what stands before
 * @param more units that are looked at beyond what is asked, where each look has its price
 */
export function nextPlace(
  find: (text: string, from: number, to: number) => number,
  more = 0,
): (text: string, from: number, to: number) => number {
  let known = '';
  /** There is none in `[first, next)`, and there is one at `next` if it was found. */
  let first = 0;
  let next = 0;
  let isFound = false;
  return (text, from, to) => {
    if (text !== known || from < first || from > next) {
      known = text;
      first = next = from;
      isFound = false;
    }
    if (!isFound && next < to) {
      const end = to + more;
      next = find(text, next, end);
      isFound = next < end;
    }
    return Math.min(next, to);
  };
}
