import type { LogOutputChannel } from 'vscode';

/**
 * A frame's place, when it is in a file of ours: function, line and column, no path of the user's.
 */
const FRAME = /at ([\w.<>]{1,80}) \(.{0,500}?(extension\.(?:node|web)\.js:\d{1,7}:\d{1,7})\)/g;

/**
 * An error as the log may show it: its class and where it happened. The text of an error may repeat
 * paths and values of the user's files (VS Code's own errors do) and is left out.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = [...(error.stack ?? '').matchAll(FRAME)].slice(0, 5);
  return [error.name, ...frames.map(([, name, at]) => `  at ${name} (${at})`)].join('\n');
}

/**
 * Calls `action`; when it fails, says so in the log and gives `undefined`. For calls whose errors
 * VS Code would show.
 */
export async function guarded<T>(
  log: LogOutputChannel,
  what: string,
  action: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    log.error(`${what}: ${describeError(error)}`);
    return undefined;
  }
}
