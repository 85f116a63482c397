import type { Cancellation } from '../../src/editor/scanner.ts';

/** The token of a scan that nobody breaks off. */
export const NEVER: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
