import { evidenceText, ruleById, type Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Colours } from './colours.ts';
import { printable } from './masked-name.ts';
import type { Language, Reporter } from './reporter.ts';
import type { Summary } from './summary.ts';

/** Findings of one rule, or records, in one file that are shown; more are counted only. */
export const SHOWN = 200;

const WORDS = {
  en: {
    severity: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
    more: (count: number, what: string) => `… ${count} more: ${what}`,
    found: (n: number, files: number) =>
      `${n} ${n === 1 ? 'finding' : 'findings'} in ${files} ${files === 1 ? 'file' : 'files'}`,
    clean: 'No personal data found',
    nothing: 'Nothing was scanned',
    scanned: (n: number) => `${n} ${n === 1 ? 'file' : 'files'} scanned`,
    ignored: (n: number) => `${n} ignored by the configuration`,
    leftOut: (n: number) => `${n} not scanned`,
    unreadable: (n: number) => `${n} could not be read`,
    next: 'What next',
    explain: 'why this counts, and what does not',
    mask: 'what masking would change; --write changes it',
    ignore: 'in a comment, when the value is meant to stand there',
  },
  ja: {
    severity: { error: 'エラー', warning: '警告', information: '情報', hint: 'ヒント' },
    more: (count: number, what: string) => `… ほか ${count} 件: ${what}`,
    found: (n: number, files: number) => `${files} ファイルに ${n} 件`,
    clean: '個人情報は見つかりませんでした',
    nothing: 'スキャンしたファイルはありません',
    scanned: (n: number) => `${n} ファイルをスキャン`,
    ignored: (n: number) => `${n} ファイルは設定で除外`,
    leftOut: (n: number) => `${n} 件は対象外`,
    unreadable: (n: number) => `${n} 件は読み取れません`,
    next: '次にできること',
    explain: '検出の理由と、対象にならないもの',
    mask: 'マスクした場合の変更点（--write で書き換え）',
    ignore: '意図した値なら、コメントに',
  },
} as const;

/** The lines of a report for people. */
export interface Page {
  /** The path of a file above its first line. */
  heading(path: string): string;
  line(place: string, severity: Severity, rest: string): string;
  /** The number of what was left out; `''` where nothing was. */
  more(count: number, what: string): string;
  unused(path: string, directive: UnusedDirective): string;
  /** Closes the file that is open. */
  close(): string;
  end(summary: Summary): string;
}

export function createPage(language: Language, colours: Colours): Page {
  const words = WORDS[language];
  let open: string | undefined;

  function heading(path: string): string {
    if (open === path) return '';
    open = path;
    return `${colours.strong(printable(path))}\n`;
  }

  function line(place: string, severity: Severity, rest: string): string {
    const word = words.severity[severity].padEnd(language === 'en' ? 7 : 3);
    const paint =
      severity === 'error' || severity === 'warning' ? colours[severity] : colours.faint;
    return `  ${colours.faint(place.padEnd(8))} ${paint(word)}  ${rest}\n`;
  }

  return {
    heading,
    line,
    more: (count, what) => (count > 0 ? `  ${colours.faint(words.more(count, what))}\n` : ''),
    unused(path, { start, message }) {
      return heading(path) + line(`${start.line}:${start.column}`, 'hint', message[language]);
    },
    close() {
      const text = open === undefined ? '' : '\n';
      open = undefined;
      return text;
    },
    end: (summary) => summaryText(summary, language, colours),
  };
}

/** Findings under the path of their file, then a summary by rule and what to do next. */
export function textReporter(language: Language, colours: Colours): Reporter {
  const page = createPage(language, colours);
  let counts = new Map<string, number>();
  return {
    begin: () => '',
    finding(path, finding) {
      const seen = (counts.get(finding.rule) ?? 0) + 1;
      counts.set(finding.rule, seen);
      if (seen > SHOWN) return '';
      const { start, severity } = finding;
      const rest = `${titleOf(finding.rule, language)} ${findingText(finding, colours)}`;
      return page.heading(path) + page.line(`${start.line}:${start.column}`, severity, rest);
    },
    enough: (rule) => (counts.get(rule) ?? 0) >= SHOWN,
    more: (rule, count) => void counts.set(rule, (counts.get(rule) ?? 0) + count),
    unused: page.unused,
    fileEnd() {
      let text = '';
      for (const [rule, count] of counts) {
        text += page.more(count - SHOWN, `${titleOf(rule, language)} (${rule})`);
      }
      counts = new Map();
      return text + page.close();
    },
    end: page.end,
  };
}

/** What a rule calls what it finds; the id for the user's own rules. */
export function titleOf(rule: string, language: Language): string {
  return ruleById(rule)?.messages[language] ?? rule;
}

function findingText(finding: ReportedFinding, colours: Colours): string {
  const { rule, masked, confidence, evidence, field } = finding;
  const reasons = evidence.map(evidenceText).join(', ');
  const inField = field === undefined ? '' : ` [${printable(field)}]`;
  return `(${rule})  ${printable(masked)}  ${colours.faint(`${confidence}: ${reasons}${inField}`)}`;
}

function summaryText(summary: Summary, language: Language, colours: Colours): string {
  const words = WORDS[language];
  const { files, findings, ignored, notScanned, problems, byRule } = summary;
  const asides = [words.scanned(files)];
  if (ignored > 0) asides.push(words.ignored(ignored));
  if (notScanned.length > 0) asides.push(words.leftOut(notScanned.length));
  if (problems.length > 0) asides.push(words.unreadable(problems.length));
  const aside = colours.faint(` · ${asides.join(' · ')}`);
  if (findings === 0) {
    return `${files > 0 ? colours.good(words.clean) : words.nothing}${aside}\n`;
  }
  const width = Math.max(...byRule.map(([rule]) => rule.length));
  const counts = byRule.map(
    ([rule, n]) =>
      `  ${rule.padEnd(width)}  ${String(n).padStart(7)}  ${titleOf(rule, language)}\n`,
  );
  const found = words.found(findings, summary.filesWithFindings);
  return `${colours.error(found)}${aside}\n${counts.join('')}\n${nextSteps(byRule, language, colours)}`;
}

function nextSteps(byRule: Summary['byRule'], language: Language, colours: Colours): string {
  const words = WORDS[language];
  const rule = byRule[0]?.[0] ?? '';
  const steps = [
    [`leaklint explain ${rule}`, words.explain],
    ['leaklint mask --diff', words.mask],
    [`leaklint-ignore-line ${rule} -- …`, words.ignore],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  const lines = steps.map(
    ([command, why]) => `  ${colours.strong(command.padEnd(width))}  ${colours.faint(why)}\n`,
  );
  return `${words.next}\n${lines.join('')}`;
}
