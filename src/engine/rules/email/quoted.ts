import type { LocalPart } from './local-part.ts';

/** RFC 5321 Quoted-string: printable characters, quotes and backslashes escaped. */
const QUOTED = /"(?:[^"\\\r\n]|\\.){1,62}"$/;

/** `"joe bloggs"@…` in a field of addresses, from `floor` on. Elsewhere quotes are quotes. */
export function quotedLocalBefore(
  folded: string,
  at: number,
  floor: number,
): LocalPart | undefined {
  const match = QUOTED.exec(folded.slice(Math.max(floor, at - 64), at));
  if (!match) return undefined;
  return { start: at - match[0].length, name: match[0], loose: false };
}
