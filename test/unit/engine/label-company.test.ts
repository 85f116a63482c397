import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { assignmentAt } from '../../../src/engine/assignment.ts';
import {
  addCandidate,
  createCandidates,
  DIGITS,
  LABEL,
} from '../../../src/engine/kernel/candidates.ts';
import { createCompany } from '../../../src/engine/label-company.ts';
import { DEFAULT_OPTIONS } from '../../../src/engine/options.ts';
import { rulesetOf } from '../../../src/engine/ruleset.ts';
import { createWindows } from '../../../src/engine/window.ts';

const REACH = 100;

describe('the company of a label', () => {
  it('is what a walk over the labels near it tells, whichever are asked about', () => {
    const label = fc.record({
      gap: fc.nat(130),
      rule: fc.constantFrom('a', 'b', 'c', undefined),
      isLabel: fc.boolean(),
      isAsked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 40 }), (all) => {
        const candidates = createCandidates();
        let at = 0;
        const starts = all.map(({ gap }) => (at += gap));
        all.forEach(({ isLabel }, i) =>
          addCandidate(candidates, isLabel ? LABEL : DIGITS, starts[i]!, starts[i]! + 1),
        );
        const company = createCompany(candidates, REACH);
        all.forEach(({ isLabel, isAsked }, index) => {
          if (!isLabel || !isAsked) return;
          const near = all.filter(
            (each, i) => each.isLabel && Math.abs(starts[i]! - starts[index]!) <= REACH,
          );
          const walked = new Set(near.flatMap(({ rule }) => rule ?? []));
          assert.deepEqual(new Set(company.around(index, (i) => all[i]!.rule)), walked);
        });
      }),
    );
  });
});

describe('an assignment among others', () => {
  it('is what it is alone, whatever was passed over before', () => {
    const pieces =
      'tel: |mail=|name：|(|)|[|]|;| # |, x=|&a=|"|\\"|\n|09|word |山田 |, ab cd: | // | '.split(
        '|',
      );
    const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 250 });
    const { names } = rulesetOf(DEFAULT_OPTIONS);
    let copies = 0;
    const windowOf = (all: string) => {
      // Of one sign more: nothing is remembered of it.
      const bytes = new TextEncoder().encode(`${all}${'\n'.repeat(9)}${String(copies++)}`);
      return createWindows(bytes).around(0, bytes.length);
    };
    fc.assert(
      fc.property(text, (parts) => {
        const all = parts.join('');
        const shared = windowOf(all);
        for (const { index } of all.matchAll(/[:=：]/g)) {
          for (const labels of ['any', 'quoted'] as const) {
            const alone = assignmentAt(windowOf(all), index, labels, names);
            assert.deepEqual(assignmentAt(shared, index, labels, names), alone);
          }
        }
      }),
    );
  });
});
