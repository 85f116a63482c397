/**
 * The value in a form in which two ways of writing it are the same: folded to half width, lower
 * case, without separators. It is personal data as much as the value is: compare it, keep it
 * nowhere.
 *
 * Lengths do not matter here, so NFKC may fold.
 */
export function normalise(rule: string, value: string): string {
  const folded = value.normalize('NFKC').toLowerCase();
  switch (rule) {
    case 'email':
      return folded
        .replaceAll(/[ \t]/g, '')
        .replaceAll(AT, '@')
        .replaceAll(/[[(]\.[\])]|。/g, '.')
        .trim();
    case 'phone-number':
      return phoneNumber(folded);
    case 'passport-mrz':
      return folded
        .replaceAll('&lt;', '<')
        .replaceAll(/\\[rnt]|\\u003c/g, (escape) => (escape.length > 2 ? '<' : ''))
        .replaceAll(/\s/g, '');
    case 'postal-address':
      return address(folded);
    default:
      return folded.replaceAll(NO_LETTER_OR_DIGIT, '');
  }
}

const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}\p{M}]/gu;

/** What stands for a commercial at: in URLs, in HTML, in disguise. */
const AT = /%40|&#(?:64|x40);|&commat;|[[(](?:at|@)[\])]/g;

/** `+81 (0)90…`, `0081 90…` and `010-81-90…` are Japan's ways to write `090…` (ITU-T E.164). */
function phoneNumber(folded: string): string {
  const digits = folded.replaceAll(/\D/g, '');
  if (folded.trim().startsWith('+')) return digits.replace(/^810?/, '0');
  return digits.replace(/^(?:010|00)810?/, '0');
}

/** Numbers of an address stay apart (2-8 is not 28), whatever stands between them. */
function address(folded: string): string {
  return folded
    .replaceAll(/(\d)(?:丁目|番地|[番号のノ]|[^\p{L}\p{N}])+(?=\d)/gu, '$1-')
    .replaceAll(/(\d)(?:番地|号)(?!\p{L}|\d)/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}\p{M}-]/gu, '');
}
