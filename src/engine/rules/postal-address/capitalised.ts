const NAME = /^[A-Z\d#][\w.'’#&/-]*$/;
const COMMENT = /^(?:[*#-]|\/\/)$/;
const SMALL = new Set('of the on upon in le under by de la las los del and'.split(' '));

/**
 * Is the text nothing but a few names, as street, unit and city are: capitalised words and numbers
 * with commas, blanks and line ends (with a comment's mark) between?
 */
export function areNames(text: string): boolean {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 14) return false;
  return words.every((word) => NAME.test(word) || SMALL.has(word) || COMMENT.test(word));
}

/** Do a comma or a line end part the text into two? */
export function isParted(text: string): boolean {
  return /[,\n]/.test(text.trim().replace(/,$/, ''));
}
