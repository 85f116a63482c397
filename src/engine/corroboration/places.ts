import { prefectureOfPhone } from '../gazetteer/area-codes.ts';
import { placeAt } from '../gazetteer/place.ts';
import { prefecturesOfPostalCode } from '../gazetteer/postal-codes.ts';
import type { Draft } from '../judge.ts';
import { fold } from '../text/fold.ts';
import { ofRule, speaksFor, type RecordOfFindings, type Word } from './corroborator.ts';

/** Postal code, area code and address of a record that lie in one prefecture of Japan. */
export function* placesAgree({ drafts }: RecordOfFindings): Generator<Word> {
  for (const address of ofRule(drafts, 'postal-address')) {
    const prefectures = prefecturesOfAddress(address);
    if (prefectures.length === 0) continue;
    for (const phone of ofRule(drafts, 'phone-number')) {
      if (!prefectures.includes(prefectureOfPhone(nationalNumber(phone)))) continue;
      yield [phone, speaksFor('postal-address')];
      yield [address, speaksFor('phone-number')];
    }
    for (const code of ofRule(drafts, 'postal-code')) {
      const served = prefecturesOfPostalCode(Number(fold(code.text).replace(/\D/g, '')));
      if (!prefectures.some((prefecture) => served.includes(prefecture))) continue;
      yield [code, speaksFor('postal-address')];
      yield [address, speaksFor('postal-code')];
    }
  }
}

function prefecturesOfAddress({ text }: Draft): readonly number[] {
  const place = placeAt(fold(text), 0);
  if (place === undefined) return [];
  return place.prefecture >= 0 ? [place.prefecture] : (place.municipality?.prefectures ?? []);
}

/** `+81 (0)45…` and `045…` from their 0 on. */
function nationalNumber({ text }: Draft): string {
  const folded = fold(text);
  const digits = folded.replace(/\D/g, '');
  return folded.startsWith('+') ? digits.replace(/^810?/, '0') : digits;
}
