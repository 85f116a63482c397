import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { planOf } from '../../../src/engine/gazetteer/phone-metadata.ts';
import { reservedDomain } from '../../../src/engine/gazetteer/reserved-domains.ts';
import {
  isDummyPhone,
  reservedPhone,
  reservedPhones,
} from '../../../src/engine/gazetteer/reserved-phones.ts';
import { isTopLevelDomain } from '../../../src/engine/gazetteer/top-level-domains.ts';
import { nobodysNumber } from '../../../src/masking/rules/nobodys-phones.ts';

describe('reserved domains', () => {
  const cases: readonly (readonly [domain: string, source: string | undefined])[] = [
    ['example.com', 'RFC 2606'],
    ['EXAMPLE.Org', 'RFC 2606'],
    ['mail.example.net', 'RFC 2606'],
    ['host.test', 'RFC 2606'],
    ['a.b.invalid', 'RFC 2606'],
    ['db.localhost', 'RFC 2606'],
    ['x.example', 'RFC 2606'],
    ['example.jp', 'JPRS example domain'],
    ['example9.co.jp', 'JPRS example domain'],
    ['ex.example.ne.jp', 'JPRS example domain'],
    ['myexample.com', undefined],
    ['example.com.evil', undefined],
    ['example.de', undefined],
    ['example10.co.jp', undefined],
    ['test.co.jp', undefined],
    ['sample.co.jp', undefined],
    ['contest', undefined],
  ];
  for (const [domain, source] of cases) {
    it(`${domain}: ${source ?? 'somebody’s'}`, () => {
      assert.equal(reservedDomain(domain), source);
    });
  }
});

describe('reserved telephone numbers', () => {
  const cases: readonly (readonly [code: string, nsn: string, reserved: boolean])[] = [
    ['1', '2125550100', true],
    ['1', '2125550199', true],
    ['1', '8005550100', true],
    ['1', '2125550099', false],
    ['1', '2125550200', false],
    ['44', '1134960000', true],
    ['44', '1134961000', false],
    ['44', '2079460999', true],
    ['44', '2079461000', false],
    ['44', '7700900000', true],
    ['44', '7700901000', false],
    ['61', '491570006', true],
    ['61', '491570007', false],
    ['61', '255501234', true],
    ['49', '3023125999', true],
    ['49', '3023126000', false],
    ['33', '199001234', true],
    ['33', '199011234', false],
    ['81', '9000000000', true],
    ['81', '9010000000', false],
    ['81', '301234567', true],
    ['81', '601234567', false],
    ['81', '8000000000', false],
    ['82', '9000000000', false],
    ['49', '17604069000', true],
    ['49', '17604069100', false],
    ['49', '176040690000', false],
    ['61', '1300975711', true],
    ['61', '1300975712', false],
    ['46', '701740604', false],
    ['46', '701740605', true],
    ['46', '701740699', true],
    ['46', '313900600', true],
    ['46', '313900700', false],
    ['353', '209112345', true],
    ['353', '209212345', false],
  ];
  for (const [code, nsn, reserved] of cases) {
    it(`+${code} ${nsn}: ${reserved ? 'nobody’s' : 'somebody’s'}`, () => {
      assert.equal(reservedPhone(code, nsn) !== undefined, reserved);
    });
  }
  it('draws stand-ins from these and no others', () => {
    for (const region of ['AU', 'DE', 'FR', 'GB', 'IE', 'JP', 'SE', 'US']) {
      const plan = planOf(region)!;
      const { forms, source } = reservedPhones(plan.callingCode)!;
      for (const form of forms) {
        const nsn = form.replaceAll(/#|\[\d-?(\d)\]/g, (_, digit = '9') => String(digit));
        assert.equal(reservedPhone(plan.callingCode, nsn), source, form);
        for (const choice of [0, 1, 1234, 4095]) {
          const other = nobodysNumber(plan, nsn, choice);
          if (other === undefined) continue;
          assert.equal(other.length, nsn.length, form);
          assert.equal(reservedPhone(plan.callingCode, other), source, form);
        }
      }
    }
  });
  it('tells numbers that people make up', () => {
    for (const nsn of ['9012345678', '0000000000', '9011111111', '312345678', '9087654321']) {
      assert.equal(isDummyPhone(nsn), true, nsn);
    }
    for (const nsn of ['9023456189', '9012345611', '318472930']) {
      assert.equal(isDummyPhone(nsn), false, nsn);
    }
  });
});

describe('top-level domains', () => {
  for (const label of ['com', 'JP', 'museum', '香港', 'xn--p1ai', 'test', 'localhost']) {
    it(`${label} is one`, () => {
      assert.equal(isTopLevelDomain(label), true);
    });
  }
  for (const label of ['png', '3', 'js', 'local', 'xn--', '', 'com ']) {
    it(`"${label}" is none`, () => {
      assert.equal(isTopLevelDomain(label), false);
    });
  }
});
