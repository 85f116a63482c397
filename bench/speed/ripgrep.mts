import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Command } from './paired.mts';

/**
 * The kinds of the table as eight patterns, tuned: e-mail, phone, passport, address, postal code,
 * date, long number, MRZ. Without Unicode's classes, which make ripgrep thirty times slower here.
 */
const PATTERNS = [
  String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
  String.raw`(?:\b0\d{1,4}-\d{1,4}-\d{4}|\+\d{1,3}[ -]\d{1,4}[ -]\d{1,4}[ -]\d{3,4})\b`,
  String.raw`\b[A-Z]{2}\d{7}\b`,
  `(?:東京都|北海道|(?:京都|大阪)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)[^\\s,"']{1,60}?(?:市|区|町|村|郡)`,
  String.raw`\b\d{3}-\d{4}\b`,
  String.raw`\b(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])\b`,
  String.raw`\b\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,4}){0,2}\b`,
  'P<[A-Z]{3}[A-Z<]{39}',
];

export const HOW_TO_GET_RIPGREP =
  'ripgrep is not here: `npm install --no-save @vscode/ripgrep`, or `rg` on the PATH, or its place in LEAKLINT_RG';

export interface Ripgrep {
  /** What it calls itself, such as `ripgrep 15.0.0`. */
  readonly version: string;
  /** Counts the matches in a file, or in a tree with nothing left out that is text. */
  readonly count: (path: string, what?: 'file' | 'tree') => Command;
}

/** From LEAKLINT_RG, the package `@vscode/ripgrep`, or the PATH; undefined where none starts. */
export function findRipgrep(): Ripgrep | undefined {
  for (const file of [process.env['LEAKLINT_RG'], packaged(), 'rg']) {
    const version = file === undefined ? undefined : versionOf(file);
    if (file === undefined || version === undefined) continue;
    return { version, count: (path, what = 'file') => counting(file, path, what) };
  }
  return undefined;
}

/** The package of this platform holds the program; nothing is fetched when it is installed. */
function packaged(): string | undefined {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  try {
    return createRequire(import.meta.url).resolve(
      `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${program}`,
    );
  } catch {
    return undefined;
  }
}

function versionOf(file: string): string | undefined {
  try {
    const said = execFileSync(file, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    return /^ripgrep [\d.]{1,20}/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}

const counting = (file: string, path: string, what: 'file' | 'tree'): Command => ({
  name: 'rg',
  file,
  args: [
    '--no-config',
    '--no-unicode',
    '--count-matches',
    // In a tree both leave binary files out.
    ...(what === 'file' ? ['-a'] : ['--no-ignore', '--hidden']),
    ...PATTERNS.flatMap((pattern) => ['-e', pattern]),
    path,
  ],
});
