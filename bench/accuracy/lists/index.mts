import type { List } from '../case.mts';
import { ADDRESS_LISTS } from './addresses.mts';
import { EMAIL_LISTS } from './emails.mts';
import { ID_LISTS } from './ids.mts';
import { OTHER_LISTS } from './others.mts';
import { PHONE_LISTS } from './phones.mts';

/** Every list of cases, in the order of the report. A later rule's list is one more row of a table. */
export const LISTS: readonly List[] = [
  ...PHONE_LISTS,
  ...EMAIL_LISTS,
  ...ADDRESS_LISTS,
  ...ID_LISTS,
  ...OTHER_LISTS,
];
