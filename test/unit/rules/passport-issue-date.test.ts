import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

const read = (marked: string) => marked.replaceAll('¦', '');

describe('passport-issue-date', () => {
  const cases: readonly (readonly [text: string, value?: string, confidence?: string])[] = [
    ['{"passportIssueDate":"2015¦-03-04"}', '2015¦-03-04', 'certain'],
    ['id,パスポート取得日\n1,2015¦-03-04\n', '2015¦-03-04', 'certain'],
    ['id,passport_issued\n1,平成27¦年3月4日\n', '平成27¦年3月4日', 'certain'],
    ['旅券発行日: 2015¦年3月4日', '2015¦年3月4日', 'likely'],
    ['id,passport_issued\n1,1960¦-03-04\n', '1960¦-03-04', 'likely'],
    ['id,passport_issued\n1,2015¦-13-04\n', '2015¦-13-04', 'likely'],
    ['旅券発行日: 2015¦-03-041'],
    ['id,passport_issued\n1,none\n'],
    ['id,passport_issued\n1,2015-**-**\n'],
    ['id,passport_expiry\n1,2015¦-03-04\n'],
    ['発行日: 2015¦-03-04'],
    ['2015¦-03-04'],
  ];
  for (const [text, value, confidence] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(
        find(
          'passport-issue-date',
          read(text),
          text.startsWith('id,') ? { path: 'a.csv' } : {},
        ).map((it) => [it.value, it.confidence]),
        value === undefined ? [] : [[read(value), confidence]],
      );
    });
  }
});
