/** What follows a city and is none of its words. */
const OTHER =
  /^(?:Tel|Tél|Fax|Mobil|E-?[Mm]ail|Mail|Web|Kontakt|Courriel|Deutschland|Germany|France|Allemagne|Country|Land|USt|SIRET|Phone)/;
const WORD = /\p{Lu}[\p{L}.'’-]*/uy;
const GERMAN_LINK =
  / (?:am|an der|an dem|im|in|bei|ob der|vor der|a\. ?d\.|a\.|i\.|unter) ?\p{Lu}[\p{L}.-]*| \([\p{L}. ]{2,20}\)/uy;
/** First words of German places of two words. */
const GERMAN_FIRST =
  /^(?:Bad|Sankt|St\.|Neu|Alt|Groß|Klein|Hohen|Markt|Ober|Unter|Hansestadt|Schwäbisch|Lutherstadt)$/;
const FRENCH_NEXT =
  / (?:(?:sur|sous|le|la|les|de|du|des|en|d'|l'|lès|aux|et) ?){0,2}\p{Lu}[\p{L}'’-]*/uy;
const CEDEX = / (?:cedex|CEDEX|Cedex)(?: \d{1,2})?/y;

/**
 * Where the place's name that begins at `at` ends, or -1 where no name begins there: `Bad Honnef`,
 * `Frankfurt am Main`, `Le Port`, `Paris Cedex 08`.
 */
export function placeNameEnd(text: string, at: number, region: 'DE' | 'FR'): number {
  const first = match(WORD, text, at);
  if (first === undefined || first.length < 2 || OTHER.test(first)) return -1;
  const end = at + first.length;
  return region === 'DE' ? germanEnd(text, first, end) : frenchEnd(text, end);
}

function germanEnd(text: string, first: string, end: number): number {
  if (GERMAN_FIRST.test(first) && text[end] === ' ') {
    return end + 1 + (match(WORD, text, end + 1)?.length ?? -1);
  }
  return end + (match(GERMAN_LINK, text, end)?.length ?? 0);
}

function frenchEnd(text: string, at: number): number {
  let end = at;
  for (let words = 0; words < 4; words++) {
    const next = match(FRENCH_NEXT, text, end);
    if (next === undefined || OTHER.test(next.trim()) || /cedex/i.test(next)) break;
    end += next.length;
  }
  return end + (match(CEDEX, text, end)?.length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
