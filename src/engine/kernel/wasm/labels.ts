import { at, lower } from './bytes';
import { BESIDE_LABEL, LABEL_ENDINGS, SETS } from './layout';

/** May a name of a field end before the separator at a place? As compileLabelEndings has it. */
export function endsName(separator: usize, first: usize): bool {
  let end = separator - 1;
  for (let i = 0; i < 6 && end > first && (load<u8>(SETS + at(end)) & BESIDE_LABEL) !== 0; i++)
    end--;
  if (end < first + 1) return false;
  return load<u8>(LABEL_ENDINGS + ((lower(at(end - 1)) << 8) | lower(at(end)))) !== 0;
}
