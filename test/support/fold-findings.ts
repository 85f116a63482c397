import { createFold, type Folded } from '../../src/editor/folding.ts';

interface Foldable {
  readonly rule: string;
  readonly field?: string;
}

/** What is shown of findings that are held as a plain array. */
export function foldFindings<F extends Foldable>(
  findings: readonly F[],
  limit?: number,
): Folded<F>[] {
  const keyOf = ({ rule, field }: Foldable) => JSON.stringify([rule, field]);
  const keys = [...new Set(findings.map(keyOf))];
  const counted = keys.map((key) => {
    const column = findings.filter((finding) => keyOf(finding) === key);
    return { rule: column[0]!.rule, count: column.length };
  });
  const fold = createFold(counted, limit);
  return findings.flatMap((finding) => {
    const count = fold.take(keys.indexOf(keyOf(finding)));
    return count === 0 ? [] : [{ finding, count }];
  });
}
