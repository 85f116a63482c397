/** What stands around an address that looks like one. */
export interface Surroundings {
  readonly folded: string;
  /** First index of the local part. */
  readonly start: number;
  /** Index after the domain. */
  readonly end: number;
  readonly local: string;
  readonly domain: string;
}

const LOOK_BEHIND = 160;

/** `https://user@host`, `ssh://git@host/path`, `https?:\/\/`: what is before the host is no mailbox. */
const USER_INFO = /[a-z][a-z\d+.-]{1,20}\??:(?:\\{0,2}\/){2}[^\s"'<>/?#]*$/i;
/** What forges have as the user of a token (documentation of GitHub, GitLab, Bitbucket). */
const TOKEN_USER =
  /^(?:x-oauth-basic|x-access-token|x-token-auth|x-bitbucket-api-token-auth|oauth2|gitlab-ci-token)$/i;
/** Header fields whose values look like addresses (RFC 5322 section 3.6.4). */
const MESSAGE_ID =
  /(?:\bmessage-?id|\bin-reply-to|\breferences|\bcontent-id|\bmsgid|\bcid) ?[:=][^\n]{0,120}$/i;
/** `git@host:path`, `user@host:~/x`, `rsync … user@host:dir`: scp's form. */
const SCP_PATH = /^:(?:[~/]|[^\s:;,'"]{0,80}(?:\/|\.git\b))/;
const SCP_TOOL = /\b(?:git|rsync|scp|sftp|ssh)\b[^\n]{0,120}$/;
/** Kotlin's and other languages' qualified names: `this@Activity.name`. */
const KEYWORD = /^(?:break|continue|return|self|super|this)$/;
/** Words of small letters in the users above. */
export const WORDS_OF_MACHINES: readonly string[] = [KEYWORD, TOKEN_USER].flatMap(
  ({ source }) => source.match(/[a-z]+/g) ?? [],
);

/** Endings of file names that are top-level domains too. */
const FILE_ENDING = /^[^.]+\.(?:cc|md|mov|ps|py|rs|sh|so|zip)$/i;
/** `icon@2x.png`, `logo@1.5x.zip`: a scale, not a host. */
const SCALE = /^\d+(?:\.\d+)?x\./;

/** Is it something else than an address for certain: a URL's user, an scp target, a message id? */
export function isSomethingElse(around: Surroundings, encoded: boolean): boolean {
  const { folded, start, end, local, domain } = around;
  if (SCALE.test(domain) || KEYWORD.test(local) || TOKEN_USER.test(local)) return true;
  const before = folded.slice(Math.max(0, start - LOOK_BEHIND), start);
  if (isAfterString(before)) return true;
  if (/:\\{0,2}\//.test(before) && isOfUrl(before, folded[end] ?? '', encoded)) return true;
  if (isMachineMade(local) || (/[:=]/.test(before) && MESSAGE_ID.test(before))) return true;
  return continuesAfter(folded, end, encoded, `${before}${local}`);
}

/** `"a"b@host`: RFC 5321 knows no local part that is a quoted string and more. */
function isAfterString(before: string): boolean {
  const from = before.lastIndexOf('\n') + 1;
  // Of a long line nobody knows which quotes are opening ones.
  if (!/\w"$/.test(before) || (from === 0 && before.length === LOOK_BEHIND)) return false;
  const line = before.slice(from);
  return (line.split('"').length - 1) % 2 === 0;
}

/** A URL's user; but an address that is the user's name, its at-sign encoded, counts. */
function isOfUrl(before: string, next: string, encoded: boolean): boolean {
  return USER_INFO.test(before) && !(encoded && (next === ':' || next === '@'));
}

/** More of a name follows: a path, another at-sign, a template. */
function continuesAfter(folded: string, end: number, encoded: boolean, before: string): boolean {
  const next = folded[end] ?? ' ';
  const rest = folded.slice(end, end + 100);
  if (next === ':') return SCP_PATH.test(rest) || (/^:\w/.test(rest) && SCP_TOOL.test(before));
  if (next === '/') return !/^\/\s?[\w.+-]{1,64}@/.test(rest) && /^\/[^\s<]/.test(rest);
  return /[{$]/.test(next) || (next === '@' && !encoded) || /^_\w/.test(rest);
}

/** Hashes, UUIDs and time stamps before the at-sign: ids of messages, accounts of machines. */
function isMachineMade(local: string): boolean {
  if (/^\d+$/.test(local)) return false;
  if (/^[\da-f]{20,}$/i.test(local)) return true;
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(local)) return true;
  return local.length >= 20 && local.replaceAll(/\D/g, '').length >= 12;
}

/** Would a file have this name? */
export function isFileName(domain: string): boolean {
  return FILE_ENDING.test(domain);
}

/** `mailto:` (RFC 6068), or angle brackets on both sides (RFC 5322). */
export function isMarked({ folded, start, end }: Surroundings): boolean {
  if (/mailto:$/i.test(folded.slice(Math.max(0, start - 7), start))) return true;
  const open = /(?:<|&lt;|\\u003c)$/i.test(folded.slice(Math.max(0, start - 6), start));
  return open && /^(?:>|&gt;|\\u003e)/i.test(folded.slice(end, end + 6));
}
