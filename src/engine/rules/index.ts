import type { Rule } from '../rule.ts';
import { bankAccount } from './bank-account/index.ts';
import { birthDate } from './birth-date/index.ts';
import { creditCard } from './credit-card/index.ts';
import { driversLicence } from './drivers-licence.ts';
import { email } from './email/index.ts';
import { healthInsurance } from './health-insurance/index.ts';
import { iban } from './iban/index.ts';
import { myNumber } from './my-number.ts';
import { nationalId } from './national-id/index.ts';
import { passportIssueDate } from './passport-issue-date.ts';
import { passportMrz } from './passport-mrz/index.ts';
import { passportNumber } from './passport-number/index.ts';
import { pensionNumber } from './pension-number.ts';
import { personName } from './person-name/index.ts';
import { phoneNumber } from './phone-number/index.ts';
import { postalAddress } from './postal-address/index.ts';
import { postalCode } from './postal-code/index.ts';
import { residenceCard } from './residence-card.ts';
import { sex } from './sex.ts';

/** All rules, in the fixed order that settles a tie between two readings of the same digits. */
export const RULES: readonly Rule[] = [
  passportMrz,
  email,
  phoneNumber,
  passportNumber,
  postalAddress,
  postalCode,
  creditCard,
  iban,
  myNumber,
  pensionNumber,
  bankAccount,
  driversLicence,
  residenceCard,
  nationalId,
  healthInsurance,
  personName,
  birthDate,
  passportIssueDate,
  sex,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
