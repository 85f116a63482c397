import type { ReportedFinding } from '../policy/apply.ts';
import { rowsOf, type FindingRows } from './finding-rows.ts';
import { Glossary, type Kind } from './glossary.ts';

/** Some findings of a source, with the kinds and shapes that none before them had. */
export interface ToldFindings {
  readonly rows: FindingRows;
  readonly kinds: readonly Kind[];
  readonly shapes: readonly string[];
}

/** Tells of a source's findings, some after the other. */
export function createTelling(): (findings: readonly ReportedFinding[]) => ToldFindings {
  const glossary = new Glossary();
  return (findings) => {
    const kinds = glossary.kinds.length;
    const shapes = glossary.shapes.length;
    const rows = rowsOf(findings, glossary);
    return { rows, kinds: glossary.kinds.slice(kinds), shapes: glossary.shapes.slice(shapes) };
  };
}
