/**
 * A larger array with the same numbers in front.
 *
 * @param least how many it must hold
 */
export function grown(numbers: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/** The first `length` numbers with some more behind them, in an array with room for more. */
export function appended(numbers: Int32Array, length: number, more: Int32Array): Int32Array {
  const least = length + more.length;
  const all = least > numbers.length ? grown(numbers, least) : numbers;
  all.set(more, length);
  return all;
}
