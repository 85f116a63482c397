import type { Rule } from '../../src/engine/rule.ts';

/** The sections of a rule's page, in order. */
export const SECTIONS = [
  'What it finds',
  'Format and check',
  "Nobody's values",
  'What does not count',
  'Masking',
  'Rationale',
  'Sources',
] as const;

/** What the skeleton of a page has where its author has not written yet. */
export const UNWRITTEN = '(to be written)';

/** The first lines of a rule's page, made from the rule. */
export function pageHeader({ id, category, severity, messages }: Rule): string {
  return `# ${id} — ${messages.en}\n\n> ${category} · ${severity} · ${messages.ja}\n`;
}

/** The page with its first lines as {@link pageHeader} has them. */
export function withHeader(page: string, rule: Rule): string {
  const body = page.indexOf('\n## ');
  return body < 0 ? pageHeader(rule) : pageHeader(rule) + page.slice(body);
}

/** The headings of a page's sections, as they stand. */
export function sectionsOf(page: string): string[] {
  return [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
}

/** A page that is still to be written. */
export function pageSkeleton(rule: Rule): string {
  const sections = SECTIONS.map((heading) => `\n## ${heading}\n\n${bodyOf(heading)}\n`);
  return pageHeader(rule) + sections.join('');
}

function bodyOf(heading: string): string {
  if (heading !== 'Masking') return UNWRITTEN;
  const rows = ['partial', 'placeholder', 'stand-in'].map(
    (strategy) => `| ${`\`${strategy}\``.padEnd(13)} | ${UNWRITTEN} |`,
  );
  return [
    `| strategy      | result          |`,
    `| ------------- | --------------- |`,
    ...rows,
  ].join('\n');
}
