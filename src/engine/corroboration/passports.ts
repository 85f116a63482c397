import type { Draft } from '../judge.ts';
import { parseMrz } from '../rules/passport-mrz/zone.ts';
import type { Mrz } from '../rules/passport-mrz/parse.ts';
import { dateAt, type WrittenDate } from '../text/calendar.ts';
import { fold } from '../text/fold.ts';
import {
  ofRule,
  speaksAgainst,
  speaksFor,
  type RecordOfFindings,
  type Word,
} from './corroborator.ts';

const dateOf = ({ text }: { readonly text: string }): WrittenDate | undefined =>
  dateAt(fold(text).trim(), 0);

/** Years that Japan's passports are valid by the letter of their series (旅券法 article 5). */
const YEARS: Readonly<Record<string, number>> = { T: 10, M: 5 };

/** A Japanese passport's number, its date of issue, and another date five or ten years after it. */
export function* validityAgrees(record: RecordOfFindings): Generator<Word> {
  const [passport] = ofRule(record.drafts, 'passport-number');
  const [issue] = ofRule(record.drafts, 'passport-issue-date');
  const years =
    YEARS[
      fold(passport?.text ?? '')
        .charAt(0)
        .toUpperCase()
    ];
  const issued = issue && dateOf(issue);
  if (!passport || !issue || years === undefined || issued?.exists !== true) return;
  for (const text of record.otherCells()) {
    const validity = yearsBetween(issued, dateOf({ text }));
    if (validity !== 5 && validity !== 10) continue;
    const word = validity === years ? speaksFor('validity') : speaksAgainst('validity');
    yield [passport, word];
    if (validity === years) yield [issue, word];
  }
}

/** Whole years from one date to the other, which may be the day before. */
function yearsBetween(from: WrittenDate, to: WrittenDate | undefined): number | undefined {
  if (to === undefined) return undefined;
  const days = (to.month - from.month) * 31 + to.day - from.day;
  const eve = days === -1 || (to.day >= 28 && from.day === 1 && to.month === from.month - 1);
  return days === 0 || eve ? to.year - from.year : undefined;
}

const MRZ_RULE = 'passport-mrz';

/** A machine-readable zone, and the columns that say the same: number, date of birth, sex. */
export function* zoneAgrees({ drafts }: RecordOfFindings): Generator<Word> {
  const [zone] = ofRule(drafts, MRZ_RULE);
  const mrz = zone && parseMrz(zone.text);
  if (!mrz) return;
  let agrees = false;
  for (const draft of drafts) {
    const same = saysTheSame(mrz, draft);
    if (same === undefined) continue;
    agrees ||= same && draft.rule !== 'sex';
    yield [draft, same ? speaksFor(MRZ_RULE) : speaksAgainst(MRZ_RULE)];
  }
  if (agrees) yield [zone, speaksFor('record')];
}

/** Undefined where the zone says nothing of the finding. */
function saysTheSame(mrz: Mrz, draft: Draft): boolean | undefined {
  const text = fold(draft.text).toUpperCase();
  if (draft.rule === 'passport-number') return text.replace(/[^A-Z\d]/g, '') === mrz.number;
  if (draft.rule === 'birth-date') {
    const date = dateOf(draft);
    if (date === undefined || mrz.birthDate.includes('<')) return undefined;
    return mrz.birthDate === [date.year % 100, date.month, date.day].map(twoDigits).join('');
  }
  if (draft.rule === 'sex') {
    const sex = sexOf(text);
    return sex === undefined || !/[MF]/.test(mrz.sex) ? undefined : sex === mrz.sex;
  }
  return undefined;
}

const twoDigits = (n: number) => String(n).padStart(2, '0');

function sexOf(text: string): 'M' | 'F' | undefined {
  if (/^[男M1]/.test(text)) return 'M';
  return /^[女FW2]/.test(text) ? 'F' : undefined;
}
