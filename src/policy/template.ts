/** The defaults, spelt out, and what people change first. Values are nobody's. */
const SETTINGS = `  // National formats that are read without a country code (ISO 3166).
  "regions": ["JP"],

  // Report from here up: certain | likely | possible.
  "confidence": "likely",

  // Severity by rule: error | warning | information | hint | off. "leaklint rules" lists them.
  "rules": {
    // "postal-code": "off"
  },

  // Names of fields and what they hold.
  "fields": {
    // "cust_tel": "phone-number"
  },

  // Values that are public and may stand anywhere.
  "allow": [
    // { "rule": "email", "domain": "our-company.example" }
  ],

  // Files that are not scanned, besides those that git ignores.
  "ignore": [
    // "**/vendor/**"
  ],

  // Other settings for some files.
  "overrides": [
    // { "files": ["test/**"], "confidence": "certain" }
  ],

  // How "leaklint mask" masks: partial | placeholder | stand-in.
  "mask": { "strategy": "partial" }
`;

/**
 * The text of a `leaklint.json` to begin with.
 *
 * @param schema where an editor finds the schema; VS Code knows it by the extension
 */
export function configTemplate(schema?: string): string {
  const link = schema === undefined ? '' : `  "$schema": ${JSON.stringify(schema)},\n\n`;
  return `{\n${link}${SETTINGS}}\n`;
}
