/** The ASCII punctuation, all of which a backslash makes itself in Markdown (CommonMark 2.4). */
const SPECIAL = /[\p{P}\p{S}]/gu;

/** A text as Markdown that shows it as it is. Blanks stay blanks, so that lines can break. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, (mark) => (mark < '\u0080' ? `\\${mark}` : mark))
    .replace(/\s+/g, ' ');
}
