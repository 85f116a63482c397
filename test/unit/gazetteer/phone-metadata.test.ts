import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  kindOf,
  layoutOf,
  nationalNumber,
  planOf,
  regionsOf,
  worldNumber,
} from '../../../src/engine/gazetteer/phone-metadata.ts';
import { japaneseForm } from '../../../src/engine/rules/phone-number/japan.ts';

const SERVICES = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'VOICEMAIL', 'UAN', 'PAGER', 'SHARED_COST']);

/** libphonenumber's verdict in our words: a number of a person, of a service, or none. */
function verdictOf(e164: string): 'person' | 'service' | undefined {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isValid()) return undefined;
  return SERVICES.has(number.getType() ?? '') ? 'service' : 'person';
}

function ourVerdictOf(digits: string): 'person' | 'service' | undefined {
  const kind = worldNumber(digits)?.kind;
  return kind === undefined || kind === 'service' ? kind : 'person';
}

/** Reproducible digits (Lehmer's generator), so that a failure comes back. */
function digitsOf(seed: number): (length: number) => string {
  let state = seed;
  return (length) =>
    Array.from({ length }, () => {
      state = (state * 48271) % 0x7fffffff;
      return String(state % 10);
    }).join('');
}

describe('numbering plans', () => {
  it('agree with libphonenumber about an example of every region', () => {
    for (const region of Object.keys(examples) as CountryCode[]) {
      const example = getExampleNumber(region, examples)!;
      const world = worldNumber(example.number.slice(1));
      assert.equal(world?.nsn, example.nationalNumber, region);
      assert.ok(world.kind === 'mobile' || world.kind === 'fixed', region);
      assert.equal(world.plan.callingCode, example.countryCallingCode, region);
    }
  });

  it('agree with libphonenumber about random digits', () => {
    const random = digitsOf(20161123);
    let valid = 0;
    for (const code of [
      '1',
      '7',
      '33',
      '39',
      '44',
      '49',
      '61',
      '81',
      '82',
      '86',
      '91',
      '358',
      '870',
    ]) {
      for (let i = 0; i < 600; i++) {
        const digits = code + random(6 + (i % 6));
        const verdict = verdictOf(`+${digits}`);
        if (verdict !== undefined) valid++;
        assert.equal(ourVerdictOf(digits), verdict, digits);
      }
    }
    assert.ok(valid > 300);
  });

  it('settle Japanese numbers by a table as libphonenumber does', () => {
    const random = digitsOf(4359);
    let found = 0;
    for (let i = 0; i < 4000; i++) {
      const digits = `0${random(9 + (i % 2))}`;
      const form = japaneseForm(digits, 0, digits.length);
      const number = parsePhoneNumberFromString(digits, 'JP');
      const national = number?.isValid() ? number.formatNational() : '';
      const isPersons = verdictOf(number?.number ?? '') === 'person';
      // Local exchanges begin with 2 to 9; that goes beyond libphonenumber's patterns.
      const exchange = national.split('-')[1]?.[0] ?? '0';
      const isLong = digits.length === 11;
      assert.equal(form !== undefined, isPersons && (isLong || exchange > '1'), digits);
      if (form === undefined) continue;
      found++;
      assert.equal(japaneseForm(national, 0, national.length), 'grouped', national);
    }
    assert.ok(found > 500);
  });

  it('know the regions of a calling code, the main one first', () => {
    assert.equal(regionsOf('1')[0], 'US');
    assert.deepEqual(regionsOf('81'), ['JP']);
    assert.deepEqual(regionsOf('999'), []);
  });

  it('have no plan for what is no region', () => {
    assert.equal(planOf('XX'), undefined);
    assert.equal(planOf('P'), undefined);
    assert.equal(planOf(''), undefined);
  });

  const japan = planOf('JP')!;
  const layouts: readonly (readonly [nsn: string, sizes: readonly number[]])[] = [
    ['312345678', [1, 4, 4]],
    ['9012345678', [2, 4, 4]],
    ['597982908', [3, 2, 4]],
    ['452345678', [2, 3, 4]],
    ['120279186', [3, 3, 3]],
    ['996923456', [4, 1, 4]],
  ];
  for (const [nsn, sizes] of layouts) {
    it(`lay out ${nsn} as ${sizes.join('-')}`, () => {
      assert.deepEqual(layoutOf(japan, nsn), { sizes, trunk: true });
    });
  }

  it('take trunk and carrier prefixes off', () => {
    assert.equal(nationalNumber(japan, '0312345678'), '312345678');
    assert.equal(nationalNumber(planOf('US')!, '12125550123'), '2125550123');
    assert.equal(nationalNumber(planOf('AR')!, '0343155551212'), '93435551212');
    assert.equal(nationalNumber(planOf('IT')!, '0612345678'), '0612345678');
  });

  it('tell services from people', () => {
    assert.equal(kindOf(japan, '120279186'), 'service');
    assert.equal(kindOf(japan, '9012345678'), 'mobile');
    assert.equal(kindOf(japan, '312345678'), 'fixed');
    assert.equal(kindOf(japan, '5012345678'), 'fixed');
    assert.equal(kindOf(japan, '9002345678'), undefined);
    assert.equal(kindOf(japan, '90123456789'), undefined);
  });
});
