/** A card network: where its numbers begin and how long they are (ISO/IEC 7812-1). */
export interface Scheme {
  readonly name: string;
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
  /** So wide a range, or so short, that the number alone says nothing. */
  readonly weak?: true;
}

/**
 * In the order in which they are asked; ranges as the networks publish them, compared with npm
 * `credit-card-type` 10.
 */
const SCHEMES: readonly Scheme[] = [
  { name: 'Visa', prefix: /^4/, lengths: [16] },
  { name: 'Visa', prefix: /^4/, lengths: [13, 19], weak: true },
  {
    name: 'Mastercard',
    prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
  },
  { name: 'American Express', prefix: /^3[47]/, lengths: [15] },
  { name: 'JCB', prefix: /^35(?:2[89]|[3-8])/, lengths: [16] },
  { name: 'JCB', prefix: /^35(?:2[89]|[3-8])/, lengths: [17, 18, 19], weak: true },
  // JCB's ranges before 3528 to 3589, and its numbers of 15 digits: not issued any more.
  { name: 'JCB', prefix: /^(?:2131|1800)/, lengths: [15], weak: true },
  {
    name: 'JCB',
    prefix: /^3(?:08[89]|09[0-46-9]|10[0-2]|11[2-9]|120|15[89]|33[7-9]|34[0-9])/,
    lengths: [16],
    weak: true,
  },
  { name: 'Diners Club', prefix: /^3(?:0[0-5]|095|[689])/, lengths: [14, 16, 19], weak: true },
  { name: 'Discover', prefix: /^6(?:011|4[4-9]|5)/, lengths: [16] },
  { name: 'UnionPay', prefix: /^62/, lengths: [16] },
  { name: 'UnionPay', prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19], weak: true },
  { name: 'Dankort', prefix: /^(?:5019|4571)/, lengths: [16] },
  { name: 'Mir', prefix: /^220[0-4]/, lengths: [16, 17, 18, 19], weak: true },
  { name: 'Troy', prefix: /^9792/, lengths: [16], weak: true },
  { name: 'RuPay', prefix: /^(?:508|60|8[12])/, lengths: [16], weak: true },
  {
    name: 'Maestro',
    prefix: /^(?:50|5[6-8]|6)/,
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
    weak: true,
  },
  { name: 'UATP', prefix: /^1/, lengths: [15], weak: true },
];

/** The network whose range and length a number has. */
export function schemeOf(digits: string): Scheme | undefined {
  return SCHEMES.find(
    ({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits),
  );
}
