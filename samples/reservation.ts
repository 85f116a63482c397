// A source file. Its values are nobody's; see README.md in this folder.

/** Seats are counted from 1, prices are in yen. */
export const LIMITS = { seats: 480, price: 1280000, retryAfter: 86400, port: 55432 };

// None of these is anybody's number, and Leaklint says nothing about them:
const build = '2.14.0-rc.3+20160614';
const requestId = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
const startedAt = 1465862400000;
const tokyoStation = [35.681236, 139.767125];
const logo = 'M150.5 0 75.25 200.125 225.75-200.25Z';
const dependency = 'left-pad@1.3.0';
const repository = 'git@example.com:travel/reservation.git';

// These would be somebody's, if they were not made for examples:
export const testCustomer = {
  email: 'hanako@example.jp',
  tel: '090-0123-4567',
  passport: 'L898902C3',
  address: '東京都新宿区西新宿2-8-1',
};

// 旧データの問い合わせ先: 山田 (taro@example.co.jp, 03-0123-4567) まで
export function contact(): string {
  return 'tel:+1-202-555-0143'; // leaklint-ignore-line phone-number -- the number of the film
}

export const passportScan = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

export const facts = { build, requestId, startedAt, tokyoStation, logo, dependency, repository };
