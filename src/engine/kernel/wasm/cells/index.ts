import { CLOSER_LOOK } from '../column';
import {
  ADDRESS_TEST,
  CODE_TEST,
  COLUMN_TEST,
  DATE_TEST,
  MAIL_TEST,
  NAME_TEST,
  PHONE_TEST,
  WORD_TEST,
} from '../layout';
import { testAddress } from './address';
import { testCode } from './code';
import { testDate } from './date';
import { testMail } from './mail';
import { testName } from './name';
import { testPhone } from './phone';
import { testWord } from './word';

/** What the column's test says of a cell, by its number; negative where it takes a closer look. */
export function testCell(column: usize, start: usize, end: usize, plain: bool): i32 {
  switch (load<i32>(column + COLUMN_TEST)) {
    case WORD_TEST:
      return testWord(column, start, end);
    case NAME_TEST:
      return testName(column, start, end);
    case MAIL_TEST:
      return testMail(column, start, end, plain);
    case CODE_TEST:
      return testCode(column, start, end);
    case ADDRESS_TEST:
      return testAddress(column, start, end);
    case PHONE_TEST:
      return testPhone(column, start, end);
    case DATE_TEST:
      return testDate(column, start, end);
    default:
      return CLOSER_LOOK;
  }
}
