import { creditCard } from './rules/credit-card.ts';
import { birthDate, passportIssueDate } from './rules/dates.ts';
import { email } from './rules/email.ts';
import { hiddenAs } from './rules/hidden.ts';
import { iban } from './rules/iban.ts';
import { noStandIn, type Masks } from './rules/masks.ts';
import { nationalId } from './rules/national-id.ts';
import { passportMrz } from './rules/passport-mrz.ts';
import { passportNumber } from './rules/passport-number.ts';
import { personName } from './rules/person-name.ts';
import { phoneNumber } from './rules/phone-number.ts';
import { postalAddress } from './rules/postal-address.ts';
import { postalCode } from './rules/postal-code.ts';
import { sex } from './rules/sex.ts';
import type { Place, Replacement, Strategy } from './strategy.ts';
import { linesOf, starred, unitsOf } from './units.ts';

const MASKS: Readonly<Record<string, Masks>> = {
  'bank-account': hiddenAs('[BANK-ACCOUNT]'),
  'credit-card': creditCard,
  'drivers-licence': hiddenAs('[DRIVERS-LICENCE]'),
  email,
  'health-insurance': hiddenAs('[HEALTH-INSURANCE]'),
  iban,
  'my-number': hiddenAs('[MY-NUMBER]'),
  'national-id': nationalId,
  'passport-mrz': passportMrz,
  'passport-number': passportNumber,
  'pension-number': hiddenAs('[PENSION-NUMBER]'),
  'phone-number': phoneNumber,
  'postal-address': postalAddress,
  'postal-code': postalCode,
  'residence-card': hiddenAs('[RESIDENCE-CARD]'),
  'birth-date': birthDate,
  'passport-issue-date': passportIssueDate,
  'person-name': personName,
  sex,
};

/** Rules without a table, the user's own among them. */
function masksOf(rule: string): Masks {
  if (Object.hasOwn(MASKS, rule)) return MASKS[rule]!;
  return {
    placeholder: `[${rule.toUpperCase()}]`,
    partial: (value) => starred(unitsOf(value)),
    standIn: noStandIn,
  };
}

/**
 * What to write in place of a value.
 *
 * @param rule id of the rule that found it, built in or the user's own
 * @param value the value as it stands in the source, with its escapes
 */
export function replacementFor(
  rule: string,
  value: string,
  strategy: Strategy,
  where: Place = {},
): Replacement {
  const masks = masksOf(rule);
  if (isMasked(rule, masks, value)) return { text: value, strategy };
  if (where.quoted === false) return numberFor(masks, value, where);
  const { fits = () => true } = where;
  const standIn = strategy === 'stand-in' ? masks.standIn(value, where) : undefined;
  if (standIn !== undefined && fits(standIn)) return { text: standIn, strategy };
  const partial = strategy === 'placeholder' ? undefined : masks.partial(value, where);
  if (partial !== undefined && fits(partial)) return { text: partial, strategy: 'partial' };
  // One for each line of the value: a line end is never taken away.
  const lines = linesOf(value).map(({ lead }) => lead + masks.placeholder);
  const text = lines.join('');
  // The user's own rule may be called as it likes: stars fit every encoding.
  return { text: fits(text) ? text : '*'.repeat(8), strategy: 'placeholder' };
}

/** Masking what is masked changes nothing. A star may belong to a value of the user's own rule. */
function isMasked(rule: string, { placeholder }: Masks, value: string): boolean {
  if (value.startsWith(placeholder)) return true;
  if (!Object.hasOwn(MASKS, rule) || !value.includes('*')) return false;
  // The star that leads a comment's line is none of the value.
  return linesOf(value).some(({ units }) => units.some(({ character }) => character === '*'));
}

/**
 * In a number only digits may stand, and no zero before others: a stand-in, or `0` where a kind has
 * none. Stars or quotes would break the document.
 */
function numberFor(masks: Masks, value: string, where: Place): Replacement {
  const digits = masks.standIn(value, where)?.replace(/^0+/, '') ?? '';
  if (/^[1-9]\d+$/.test(digits)) return { text: digits, strategy: 'stand-in' };
  return { text: '0', strategy: 'placeholder' };
}
