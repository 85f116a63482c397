/** Rules whose columns say that a table is about people: what says little alone counts beside them. */
export const OF_PEOPLE: readonly string[] = [
  'person-name',
  'email',
  'phone-number',
  'postal-address',
  'passport-number',
  'passport-mrz',
  'my-number',
  'national-id',
];
