/** Bytes in a megabyte, as settings and limits count them. */
export const MEGABYTE = 1024 * 1024;

/** Documents up to this size are scanned when the editor is idle; larger ones on command. */
export const IDLE_LIMIT = 20 * MEGABYTE;

/**
 * Documents up to this many UTF-16 units are scanned in the extension host, at once and without a
 * worker; a dense table of more would keep other extensions waiting.
 */
export const INLINE_LIMIT = 16 * 1024;

/**
 * VS Code gives no document above this size to extensions, and Scan Workspace reads files as a
 * whole.
 */
export const FILE_LIMIT = 50 * MEGABYTE;

/**
 * Milliseconds without a change after which a document is scanned as a whole: while typing, and
 * when it is larger than the live limit.
 */
export const TYPING_PAUSE = 300;
export const IDLE_PAUSE = 1500;

/**
 * Milliseconds after a change before its lines are judged: what is typed or replayed faster is
 * judged, and shown, together.
 */
export const LIVE_PAUSE = 30;

/** Milliseconds after the first scan of a document before lines are judged to warm up. */
export const WARM_PAUSE = 500;

/** Milliseconds that edited lines may take of the extension host's thread at once. */
export const LIVE_SLICE = 4;

/**
 * When a document is scanned: while it is being written, when the editor is idle, or on command.
 */
export type Pace = 'live' | 'idle' | 'command';

/** @param length UTF-16 units of the document */
export function paceOf(length: number, liveLimit: number): Pace {
  if (length <= liveLimit) return 'live';
  return length <= IDLE_LIMIT ? 'idle' : 'command';
}
