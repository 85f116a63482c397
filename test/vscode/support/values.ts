/**
 * Values that count, joined at run time: in the source there is none, so that the repository,
 * scanned with itself, stays clean. They are made up; the domain does not exist.
 */
export const MAIL = ['hanako', 'leaklint-selftest.co.jp'].join('@');
export const OTHER_MAIL = ['jiro', 'leaklint-selftest.co.jp'].join('@');
export const PHONE = ['090', '6183', '2749'].join('-');
export const OTHER_PHONE = ['080', '4207', '9518'].join('-');

/** A table of so many customers, each with an address and a telephone number of its own. */
export function customers(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(1000 + (index % 9000));
    return `${index + 1},${index}.${MAIL},${['090', '6183', number].join('-')}`;
  });
  return ['id,メールアドレス,電話番号', ...rows, ''].join('\n');
}
