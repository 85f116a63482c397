import { lazy } from './lazy.ts';

/**
 * Beginnings of the area codes (市外局番, without the 0) of each prefecture, Hokkaido to Okinawa: the
 * ministry's list of numbering areas, as libphonenumber has it in its ranges for Japan, each
 * beginning cut where one prefecture is left.
 */
const AREA_CODES =
  '11 12 13 14 15 16,17,19,22,18 578,23,24,280 29,281 282 283 284 285 286 287 289,27,420 429 48 492 493 494 495,' +
  '43 47,3 422 423 424 425 426 4280 4282 4284 4289 499,427 4281 4286 44 45 46,25,763 764 765 766,' +
  '761 762 767 768,770 776 778,551 552 553 554 555 556,26,572 573 574 575 576 577 582 583 584 585 779,' +
  '534 535 537 538 539 54 550 557 558 559,52 531 532 533 536 56 586 587,59,740 748 749 775,75 771 772 773 774,' +
  '6 72,78 79,742 743 744 745 746,734 7356 7357 736 737 738 739,857 858 859,851 852 853 854 855 856,86,' +
  '822 823 824 826 828 829 845 8462 8464 847 848 849,747 820 827 83,8466 8467 883 884 885 886,87,288 89,' +
  '880 887 888 889,7352 7355 92 93 94,952 954 955,950 956 957 958 959,96,97,982 983 984 985 986 987,99,980 988 989';

const prefectures = lazy(() => {
  const served = new Map<string, number>();
  AREA_CODES.split(',').forEach((codes, prefecture) => {
    for (const code of codes.split(' ')) served.set(code, prefecture);
  });
  return served;
});

const LONGEST = 4;

/**
 * Number of the prefecture (0 Hokkaido … 46 Okinawa) that most numbers of an area lie in; −1 for
 * mobile and other numbers. Areas at a border reach over it.
 *
 * @param number a national number from its 0 on, ASCII digits
 */
export function prefectureOfPhone(number: string): number {
  if (number.length !== 10 || !number.startsWith('0')) return -1;
  for (let length = LONGEST; length > 0; length--) {
    const prefecture = prefectures().get(number.slice(1, 1 + length));
    if (prefecture !== undefined) return prefecture;
  }
  return -1;
}
