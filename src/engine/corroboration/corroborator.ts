import type { Evidence } from '../evidence.ts';
import type { Draft } from '../judge.ts';

/** The findings of one record. */
export interface RecordOfFindings {
  /** In order of their start. */
  readonly drafts: readonly Draft[];
  /** The texts of the record's cells that hold no finding. */
  otherCells(): readonly string[];
}

/** What one finding of a record says of another: the finding, and the reason for or against it. */
export type Word = readonly [Draft, Evidence];

/** Compares findings of a record. */
export type Corroborator = (record: RecordOfFindings) => Iterable<Word>;

/** The note is the rule of the finding that speaks. */
export const speaksFor = (note: string): Evidence => ({ code: 'corroborated', note });
export const speaksAgainst = (note: string): Evidence => ({ code: 'contradicted', note });

export const ofRule = (drafts: readonly Draft[], rule: string): Draft[] =>
  drafts.filter((draft) => draft.rule === rule);
