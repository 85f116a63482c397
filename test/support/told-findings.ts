import type { ReportedFinding } from '../../src/policy/apply.ts';
import { findingAt, WIDTH } from '../../src/wire/finding-rows.ts';
import { createTelling, type ToldFindings } from '../../src/wire/telling.ts';
import { Glossary } from '../../src/wire/glossary.ts';
import type { WorkerResponse } from '../../src/worker/protocol.ts';

/** Tells findings of a source as a worker does, some after the other. */
export function createTold(): (findings: readonly ReportedFinding[]) => ToldFindings {
  const telling = createTelling(1000);
  return (findings) => {
    for (const { severity, ...finding } of findings) telling.add(finding, severity);
    return telling.take();
  };
}

/** The findings of each response, in their order; none of those that tell an end. */
export function findingsOf(
  responses: readonly WorkerResponse[],
): readonly (readonly ReportedFinding[])[] {
  const glossaries = new Map<number, Glossary>();
  return responses.map((response) => {
    if (response.type === 'done') return [];
    const { id, rows, kinds, shapes } = response;
    const glossary = glossaries.get(id) ?? new Glossary();
    glossaries.set(id, glossary);
    glossary.add(kinds, shapes);
    const unmoved = { lines: 0, units: 0 };
    const length = rows.length / WIDTH;
    return Array.from({ length }, (_, row) => findingAt(rows, row, glossary, unmoved));
  });
}
