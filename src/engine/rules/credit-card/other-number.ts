/** Words at the end of a name that say of a number what it is, and that it is no card. */
const OTHERS =
  /(?:^|[\w.-])(?:ids?|key|hash|seed|time|timestamp|date|ts|nonce|offset|size|bytes|count|version|serial|sku|isbn|ean|gtin|upc|imei|barcode|tracking|order|token|sum|amount|total|balance|price|lat|lng|lon|[xyz])$/i;

/** Is it the name of another kind of number: `orderId`, `created_at_ts`, `imei`? */
export function isOtherNumber(name: string | undefined): boolean {
  return name !== undefined && OTHERS.test(name);
}
