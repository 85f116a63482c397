/**
 * What follows the check digits, by country: lengths and kinds of characters (`n` digits, `a`
 * capitals, `c` either), as the IBAN registry of ISO 13616 writes them.
 */
const REGISTERED = `AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c
  BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n
  FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT4c20c HN4a20n HR17n HU24n IE4a14n IL19n
  IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c
  LY21n MC10n11c2n MD2c18c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n
  OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n
  SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n
  YE4a4n18c`;

/** Countries that use the form and have not registered it, as npm `ibantools` has them too. */
const UNREGISTERED = `AO21n BF2c22n BJ2c22n CF23n CG23n CI1a23n CM23n CV21n DZ22n GA23n GQ23n GW2a19n
  IR22n KM23n MA24n MG23n ML2c22n MZ21n NE2a22n SN2a22n TD23n TG2a22n`;

const CLASSES: Readonly<Record<string, string>> = { n: '\\d', a: '[A-Z]', c: '[A-Z\\d]' };

function tableOf(list: string): Map<string, RegExp> {
  return new Map(
    list.split(/\s+/).map((entry) => {
      const pattern = entry
        .slice(2)
        .replace(
          /(\d{1,2})([nac])/g,
          (_, length: string, kind: string) => `${CLASSES[kind]!}{${length}}`,
        );
      return [entry.slice(0, 2), new RegExp(`^\\d{2}${pattern}$`)];
    }),
  );
}

function lengthsOf(list: string): Map<string, number> {
  return new Map(
    list.split(/\s+/).map((entry) => {
      const lengths = entry.slice(2).match(/\d{1,2}/g)!;
      return [entry.slice(0, 2), 4 + lengths.reduce((sum, length) => sum + Number(length), 0)];
    }),
  );
}

const FORMS = tableOf(`${REGISTERED} ${UNREGISTERED}`);
const LENGTHS = lengthsOf(`${REGISTERED} ${UNREGISTERED}`);

/** Characters of a country's IBAN, country code and check digits included. */
export function ibanLength(country: string): number | undefined {
  return LENGTHS.get(country);
}

/** Has an IBAN, in capitals without separators, the characters of its country where they belong? */
export function isOfItsCountry(iban: string): boolean {
  return FORMS.get(iban.slice(0, 2))?.test(iban.slice(2)) === true;
}
