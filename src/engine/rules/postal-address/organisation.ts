/** Offices, companies and public places, as they stand before their address. */
const BEFORE =
  /本社|本店|支社|支店|支部|本部|営業所|事業所|事務所|出張所|工場|店舗|会場|会社|法人|法務局|[市区町村]役所|役場|庁舎|大学|学校|高校|病院|郵便局|図書館|美術館|博物館|[駅㈱㈲]|ホテル|\(株\)|\(有\)|主たる|登記|財団|協会|組合/;
/** Public places, as they stand behind an address or at its end. */
const BEHIND =
  /^ ?[^\s、。,，:：;；()「」"'<>|0-9]{0,14}(?:小学校|中学校|高等学校|高校|大学院?|学校|幼稚園|保育園|保育所|病院|[市区県都府庁]役所|役場|庁舎?|図書館|美術館|博物館|体育館|公民館|会館|センター|ホール|郵便局|警察署|消防署|税務署|交番|駅|公園|神社|寺院|空港|工場|支店|本店|本社|営業所|事業所|店)(?![一-龠ァ-ヶーA-Z0-9-])/;
const COMPANY_BEHIND =
  /^ ?[^\s、。,:;"'<>|]{0,20}(?:株式会社|有限会社|合同会社|㈱|㈲|財団法人|社団法人)/;

/** A postal code may stand between the organisation and its address. */
const POSTAL_CODE = /^\s*(?:〒? ?\d{3}-?\d{4}\s*)?$/;

/**
 * Do the words before (on the same line, or the line above when the address begins its line) say
 * that an organisation has its seat there?
 */
export function isOrganisationBefore(text: string, at: number, lowest: number): boolean {
  const lines = text.slice(Math.max(lowest, at - 36), at).split('\n');
  const own = lines.pop()!;
  let words = own;
  while (POSTAL_CODE.test(words) && lines.length > 0) words = lines.pop()!;
  // A line above with digits is another address of a list.
  if (words !== own && /\d/.test(words)) return false;
  const cut = Math.max(...['。', '"', "'", '\t', '|', ','].map((it) => words.lastIndexOf(it)));
  return BEFORE.test(words.slice(cut + 1));
}

/** Is the place behind the house number, up to the end of the line, a public one? */
export function isOrganisationBehind(text: string, house: number, limit: number): boolean {
  const words = text.slice(house, Math.min(limit, house + 40));
  return BEHIND.test(words) || COMPANY_BEHIND.test(words);
}
