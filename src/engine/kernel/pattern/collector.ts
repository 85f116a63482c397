/** Collects distinct positions; one array for all calls, so that a step allocates its result only. */
export interface Collector {
  add(position: number): void;
  /** The positions in ascending order; begins anew. */
  take(): number[];
}

export function createCollector(size: number): Collector {
  const seen = new Uint32Array(size);
  let round = 1;
  let found: number[] = [];
  return {
    add(position) {
      if (seen[position] === round) return;
      seen[position] = round;
      found.push(position);
    },
    take() {
      const result = found.sort((a, b) => a - b);
      found = [];
      round += 1;
      return result;
    },
  };
}
