/**
 * Is an international bank account number right by its check digits? MOD 97-10 of ISO 7064 as
 * ISO 13616-1 uses it: the first four characters go to the end, A–Z count as 10–35, and the
 * remainder by 97 is 1.
 *
 * @param iban capitals and ASCII digits without separators
 */
export function mod97Check(iban: string): boolean {
  if (iban.length < 5) return false;
  let remainder = 0;
  for (let i = 0; i < iban.length; i++) {
    const unit = iban.charCodeAt((i + 4) % iban.length);
    const value = unit <= 57 ? unit - 48 : unit - 55;
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder === 1;
}
