import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import type { Finding } from '../../src/engine/index.ts';

/** A judgement of findings in a tree: by place and rule, never by value. */
export interface Judgement {
  readonly glob: string;
  /** Line from 1, of a finding that was judged by itself; undefined for a class of findings. */
  readonly line: number | undefined;
  readonly rule: string;
  /** Evidence that the finding must have; any when empty. */
  readonly evidence: string;
  readonly isRight: boolean;
  readonly why: string;
}

/**
 * Reads `glob, rule, evidence, verdict, why`, tab-separated, with a header and `#` comments. A glob
 * that ends in `:12` is one place.
 */
export function parseJudgements(table: string): Judgement[] {
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => {
    const [place = '', rule = '', evidence = '', verdict = '', why = ''] = line.split('\t');
    const [, glob = place, at] = /^(.*):(\d+)$/.exec(place) ?? [];
    if (verdict !== 'right' && verdict !== 'wrong') throw new Error(`No verdict: ${line}`);
    return {
      glob,
      line: at === undefined ? undefined : Number(at),
      rule,
      evidence,
      isRight: verdict === 'right',
      why,
    };
  });
}

export type Verdict = 'right' | 'wrong' | 'unjudged';

/** Judges a finding by the first judgement that covers its place, rule and evidence. */
export type Judge = ReturnType<typeof createJudge>;

export function createJudge(judgements: readonly Judgement[]) {
  const compiled = judgements.map((one) => ({
    one,
    covers: picomatch(one.glob, { dot: true, nocase: true }),
  }));
  return (
    path: string,
    { rule, evidence, start }: Pick<Finding, 'rule' | 'evidence' | 'start'>,
  ): Verdict => {
    const has = (code: string) => code === '' || evidence.some((one) => one.code === code);
    const found = compiled.find(
      ({ one, covers }) =>
        one.rule === rule &&
        (one.line === undefined || one.line === start.line) &&
        has(one.evidence) &&
        covers(path),
    );
    if (!found) return 'unjudged';
    return found.one.isRight ? 'right' : 'wrong';
  };
}

export function readJudgements(): Judgement[] {
  return parseJudgements(readFileSync(new URL('./judged.tsv', import.meta.url), 'utf8'));
}
