import type { Confidence } from '../engine/index.ts';
import type { EncodingSetting } from '../policy/config.ts';
import type { Strategy } from '../masking/strategy.ts';

/** `leaklint scan`. */
export interface ScanFlags {
  readonly staged?: boolean;
  readonly since?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly format: 'text' | 'json' | 'ndjson' | 'sarif';
  readonly group: 'finding' | 'record';
  readonly output?: string;
  readonly confidence?: Confidence;
  readonly encoding?: EncodingSetting;
  readonly threads?: number;
}

/** `leaklint mask`. */
export interface MaskFlags {
  readonly strategy?: Strategy;
  readonly rule?: readonly string[];
  readonly confidence?: Confidence;
  readonly encoding?: EncodingSetting;
  readonly config?: string;
  readonly diff?: boolean;
  readonly output?: string;
  readonly write?: boolean;
}

/** `leaklint rules`. */
export interface RulesFlags {
  readonly format: 'text' | 'json';
}
