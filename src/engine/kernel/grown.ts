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
