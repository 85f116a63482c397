import fc from 'fast-check';
import { describe, it } from 'mocha';
import { PROPERTIES } from '../fuzz/properties.ts';

/** Milliseconds for each property; a run by hand takes minutes (`npm run fuzz`). */
const TIME = 6000;

describe('fuzzing', () => {
  for (const [name, property] of Object.entries(PROPERTIES)) {
    it(name, () => {
      const options = {
        interruptAfterTimeLimit: TIME,
        markInterruptAsFailure: false,
        numRuns: 10_000,
      };
      fc.assert<unknown>(property as fc.IProperty<unknown>, options);
    });
  }
});
