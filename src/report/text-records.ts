import { ruleById, type Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import { printable } from './masked-name.ts';
import type { Language, Reporter } from './reporter.ts';
import type { Colours } from './colours.ts';
import { createPage, SHOWN, titleOf } from './text.ts';

const WORDS = {
  en: {
    records: 'records',
    values: 'values of this record',
    record: (record: number, kinds: number) =>
      `Record ${record}: ${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of personal data`,
    person: (record: number, kinds: number) =>
      `Record ${record} identifies a person by ${kinds} kinds of personal data`,
  },
  ja: {
    records: 'レコード',
    values: 'このレコードの値',
    record: (record: number, kinds: number) => `レコード ${record}: 個人情報 ${kinds} 種類`,
    person: (record: number, kinds: number) =>
      `レコード ${record}: ${kinds} 種類の個人情報で個人を特定できます`,
  },
} as const;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Where the fields of a record begin, under their record. */
const INDENT = ' '.repeat(13);

/**
 * Each record (row, object) once, with the kinds, shapes and names of what was found in it; then the
 * summary. What stands in no record is told as by itself.
 */
export function recordReporter(language: Language, colours: Colours): Reporter {
  const page = createPage(language, colours);
  const words = WORDS[language];
  let pending: ReportedFinding[] = [];
  let surplus = 0;
  let told = 0;

  function flush(path: string): string {
    const findings = pending;
    const more = page.more(surplus, words.values);
    const [first] = findings;
    pending = [];
    surplus = 0;
    if (first === undefined || ++told > SHOWN) return '';
    const place = `${first.start.line}:${first.start.column}`;
    const { record } = first;
    if (record === undefined) {
      return page.heading(path) + page.line(place, first.severity, fieldText(first));
    }
    const kinds = new Set(findings.map(({ rule }) => rule));
    const says = identifies(kinds) ? words.person : words.record;
    const head = page.line(place, worst(findings), colours.strong(says(record, kinds.size)));
    const fields = findings.map((finding) => `${INDENT}${fieldText(finding)}\n`);
    return page.heading(path) + head + fields.join('') + more;
  }

  function fieldText({ rule, masked, confidence, field }: ReportedFinding): string {
    const named = field === undefined ? '' : ` [${printable(field)}]`;
    const about = colours.faint(`${confidence}${named}`);
    return `${titleOf(rule, language)} (${rule})  ${printable(masked)}  ${about}`;
  }

  return {
    begin: () => '',
    finding(path, finding) {
      const same = finding.record !== undefined && pending[0]?.record === finding.record;
      const before = same ? '' : flush(path);
      // A document of one record may hold any number.
      if (pending.length < SHOWN) pending.push(finding);
      else surplus++;
      return before;
    },
    unused: (path, directive) => flush(path) + page.unused(path, directive),
    fileEnd(path) {
      const text = flush(path) + page.more(told - SHOWN, words.records);
      told = 0;
      return text + page.close();
    },
    end: page.end,
  };
}

const worst = (findings: readonly ReportedFinding[]): Severity =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ??
  'hint';

/** Kinds that lead to one person; an age, a sex, a town need others beside them. */
function identifies(kinds: ReadonlySet<string>): boolean {
  if (kinds.size < 2) return false;
  return [...kinds].some((rule) => {
    const category = ruleById(rule)?.category;
    return rule === 'person-name' || category === 'contact' || category === 'identity-document';
  });
}
