import {
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find, type Found } from '../../support/find.ts';

/** Fewest digits of a number that running text is searched for. */
const LEAST_IN_TEXT = 7;

const regions = getCountries();
const exampleOf = (region: CountryCode): PhoneNumber => getExampleNumber(region, examples)!;
const digitsIn = (text: string) => text.replaceAll(/\D/g, '').length;

/** What is found of a region's own example, put into a text at `{}` under the region's policy. */
function findExample(region: CountryCode, template: string, path?: string): Found | undefined {
  const written = exampleOf(region).formatNational();
  const text = template.replace('{}', () => written);
  const found = find('phone-number', text, {
    regions: [region],
    reserved: 'report',
    ...(path && { path }),
  });
  return found.find(({ value }) => value === written);
}

const isLikely = (found: Found | undefined) => found && found.confidence !== 'possible';

/** libphonenumber's example of every region, as people in the region write it. */
describe('phone-number: every region of the policy', () => {
  it('has examples of all of them', () => {
    assert.ok(regions.length >= 245);
    for (const region of regions) {
      const example = exampleOf(region);
      assert.ok(parsePhoneNumberFromString(example.formatNational(), region)?.isValid(), region);
    }
  });

  for (const [where, template, path] of [
    ['a cell', 'id,phone,note\n1,{},x\n', 'a.csv'],
    ['JSON', '{ "id": 1, "phone": "{}" }', 'a.json'],
    ['a program', "const phone = '{}';\n", 'a.ts'],
  ] as const) {
    it(`is found in ${where}`, () => {
      const missed = regions.filter((region) => !isLikely(findExample(region, template, path)));
      assert.deepEqual(missed, []);
    });
  }

  it('is found behind a word, when it has seven digits', () => {
    const missed = regions.filter(
      (region) =>
        digitsIn(exampleOf(region).formatNational()) >= LEAST_IN_TEXT &&
        !isLikely(findExample(region, 'Please call {} today.\n')),
    );
    assert.deepEqual(missed, []);
  });

  it('is found in a sentence, when it is more than digits', () => {
    const missed = regions.filter((region) => {
      const written = exampleOf(region).formatNational();
      if (digitsIn(written) < LEAST_IN_TEXT || /^\d+$/.test(written)) return false;
      return findExample(region, 'You find us at {} all day.\n') === undefined;
    });
    assert.deepEqual(missed, []);
  });

  it('is found with its country code under the policy of another', () => {
    const missed = regions.filter((region) => {
      const written = exampleOf(region).formatInternational();
      const [found] = find('phone-number', `You find us at ${written} all day.\n`, {
        regions: [region === 'JP' ? 'US' : 'JP'],
        reserved: 'report',
      });
      return digitsIn(written) >= LEAST_IN_TEXT && !(isLikely(found) && found?.value === written);
    });
    assert.deepEqual(missed, []);
  });
});
