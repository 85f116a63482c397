/** Tells the command line, as its first argument, that it is a thread of another. */
export const THREAD = '--thread';
