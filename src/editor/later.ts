/** Calls it when activation is over, which is to do no work. */
export function later(call: () => void): { dispose(): void } {
  const timer = setTimeout(call, 0);
  return { dispose: () => clearTimeout(timer) };
}
