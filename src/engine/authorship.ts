import type { Labels } from './formats/format.ts';
import { lazy } from './gazetteer/lazy.ts';
import type { SourceInfo } from './options.ts';

/**
 * Is what begins at an index of a folded text the name or the address of an author, told on
 * purpose to everybody who has the program?
 */
export type IsAuthorship = (folded: string, start: number) => boolean;

/** Descriptions of packages: npm, Bower, Composer, Cargo, PyPI, RubyGems, Maven, Helm, CRAN … */
const MANIFEST =
  /^(?:package|bower|component|composer|codemeta|deno|jsr|plugin|META)\.json$|^(?:Cargo|pyproject|Project)\.toml$|^(?:setup|conf)\.py$|^(?:setup\.cfg|mix\.exs|pubspec\.ya?ml|Chart\.ya?ml|galaxy\.ya?ml|META\.yml|CITATION\.cff|pom\.xml|DESCRIPTION|control|PKG-INFO|METADATA|\.all-contributorsrc)$|\.(?:gemspec|podspec|nuspec|cabal|rockspec|opam|csproj)$/;
/** Files that are nothing but authors, thanks and licences. */
const CREDITS =
  /^(?:third[-_ ]?party[-_ ]?)?(?:authors?|contributors?|maintainers?|credits|thanks|licen[cs]es?|copying|copyright|(?:license[-_ ]?)?notices?|codeowners|owners|patents|\.mailmap)(?:[-_.][\w-]{1,20}){0,2}$|\.licen[cs]e(?:\.txt)?$/i;
/** A table or a dump of that name is data. */
const DATA = /\.(?:csv|tsv|json|jsonl|ndjson|sql|ya?ml|xml|js|ts|py|java|go|rb)$/i;

/** Fields of a description that tell who made it. */
const FIELD =
  /(?<![\w-])["']?(?:authors?(?:_?email|@R)?|contributors?|maintainers?(?:_?email)?|publisher|developers?|owners?|creators?|sponsors|backers|donors|funders|preservers|bugs|_npmUser|copyright|s(?:pec)?\.email)["']?[ \t]{0,8}(?:=>|[:=>])\s{0,40}/gi;
/** How far such a field may stand before what it holds, where no bracket tells. */
const REACH = 600;

/** What stands before an author on her line. Git's trailers, SPDX, JSDoc and its kin, and prose. */
const LINE =
  /copyright|[(（]c[)）] {0,3}\d{4}|©|spdx-filecopyrighttext|[@\\](?:authors?|contributors?|maintainers?|moduleauthor)\b|\b(?:signed-off|co-authored|reviewed|reported|acked|tested|suggested)-by:|\b(?:written|contributed|created|maintained|developed|ported|designed|adapted) by\b|\boriginally by\b|__(?:author|email|maintainer|credits)__|\blicen[cs]e[.,] /i;
/** `# Author: …`, `**Maintainer**: …`, `Author: …`: the word begins the line. */
const HEADING =
  /^[\s*#;/<!>|%"'.=+-]{0,20}(?:(?:original|main|lead|current|principal) )?(?:authors?|contributors?|maintainers?)[*_"']{0,3} {0,8}(?::|by\b)/i;
const COMMENT = /^\s{0,40}(?:[*#;%>]|\/\/|\/\*|--|<!--|"""|\.\. )/;
/** `## Authors`, and the headings that end such a chapter. */
const CHAPTER = /^#{1,6} .{0,80}$/gm;
const OF_CREDITS =
  /\b(?:authors?|contributors?|maintainers?|collaborators?|credits|team|thanks|acknowledge?ments?|licen[cs]e|copyright)\b/i;
const LONGEST_LINE = 200;

const never: IsAuthorship = () => false;

/**
 * Looks at the source's name when it is asked for the first time: in most sources nobody asks.
 *
 * @param labels `none` where the source is data, in which an author is a value like another
 */
export function authorshipIn(info: SourceInfo, labels: Labels): IsAuthorship {
  const known = lazy(() => authorshipOf(info, labels));
  return (folded, start) => known()(folded, start);
}

/** Is the source by its name one that tells authors: a description of a package, a list of thanks? */
export function tellsAuthors(info: SourceInfo): boolean {
  const name = nameOf(info);
  return MANIFEST.test(name) || (CREDITS.test(name) && !DATA.test(name));
}

const nameOf = ({ path = '' }: SourceInfo): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function authorshipOf(info: SourceInfo, labels: Labels): IsAuthorship {
  const name = nameOf(info);
  if (CREDITS.test(name) && !DATA.test(name)) return () => true;
  const line: IsAuthorship =
    labels === 'none' ? never : (folded, start) => isBehindAuthor(folded, start, labels);
  if (/\.(?:md|markdown)$/i.test(name)) {
    return (folded, start) => line(folded, start) || isInCredits(folded, start);
  }
  if (!MANIFEST.test(name)) return line;
  return (folded, start) => isInField(folded, start) || line(folded, start);
}

function isBehindAuthor(folded: string, start: number, labels: Labels): boolean {
  const before = folded.slice(Math.max(0, start - LONGEST_LINE), start);
  // Sources in a source map and comments in string literals have their line ends escaped.
  const cut = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\\n'));
  const line = before.slice(before[cut] === '\\' ? cut + 2 : cut + 1);
  if (LINE.test(line)) return true;
  return HEADING.test(line) && (labels === 'any' || COMMENT.test(line));
}

/** Is the chapter of a README one of authors and thanks, as far as it can be seen? */
function isInCredits(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - 8 * REACH), start);
  const heading = [...before.matchAll(CHAPTER)].at(-1);
  return heading !== undefined && OF_CREDITS.test(heading[0]);
}

/** Is the last field of that kind before an index still open there? */
function isInField(folded: string, start: number): boolean {
  const from = Math.max(0, start - 8 * REACH);
  const last = [...folded.slice(from, start).matchAll(FIELD)].at(-1);
  if (last === undefined) return false;
  const value = folded.slice(from + last.index + last[0].length, start);
  const open = openAtEnd(value);
  return open ?? value.length < REACH;
}

/**
 * Is the bracket or the quote that begins a value open at its end?
 *
 * @returns undefined where it begins with none, as in YAML and XML
 */
function openAtEnd(value: string): boolean | undefined {
  if (!/^(?:["'[{(]|%w|person)/.test(value)) return undefined;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const unit = value[at]!;
    if (quote !== '') {
      if (unit === '\\') at++;
      else if (unit === quote) quote = '';
    } else if (unit === '"' || (unit === "'" && !/\w/.test(value[at - 1] ?? ''))) quote = unit;
    else if ('[{('.includes(unit)) depth++;
    else if (')}]'.includes(unit)) depth--;
    if (depth < 0 || (depth === 0 && quote === '' && at > 0 && /[,\n]/.test(unit))) return false;
  }
  return depth > 0 || quote !== '';
}
