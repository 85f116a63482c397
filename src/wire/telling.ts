import type { Finding, Severity } from '../engine/index.ts';
import { WIDTH, writeRow, type FindingRows } from './finding-rows.ts';
import { Glossary, type Kind } from './glossary.ts';

/** Some findings of a source, with the kinds and shapes that none before them had. */
export interface ToldFindings {
  readonly rows: FindingRows;
  readonly kinds: readonly Kind[];
  readonly shapes: readonly string[];
}

/** Tells of a source's findings, some after the other. */
export interface Telling {
  /** Findings that are to be told. */
  readonly length: number;
  add(finding: Finding, severity: Severity): void;
  /** What was added since the last time. */
  take(): ToldFindings;
}

/** @param most findings that are added before they are taken */
export function createTelling(most: number): Telling {
  const glossary = new Glossary();
  const rows: FindingRows = new Int32Array(most * WIDTH);
  let length = 0;
  let kinds = 0;
  let shapes = 0;
  return {
    get length() {
      return length;
    },
    add(finding, severity) {
      writeRow(rows, length++, finding, severity, glossary);
    },
    take() {
      const told = {
        rows: rows.slice(0, length * WIDTH),
        kinds: glossary.kinds.slice(kinds),
        shapes: glossary.shapes.slice(shapes),
      };
      length = 0;
      kinds = glossary.kinds.length;
      shapes = glossary.shapes.length;
      return told;
    },
  };
}
