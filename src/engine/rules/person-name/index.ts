import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { nameCells } from './cells.ts';
import { judgeField } from './field.ts';
import { NAMES, VAGUE } from './names.ts';
import { isNobodysWord } from './silent.ts';
import { HONORIFICS, judgeHonorific, judgeLabel, judgeLabelled, LABELS } from './text.ts';
import { INTRODUCTIONS, judgeIntroduction, judgeTitle, TITLES } from './western.ts';

/** Names of people: by their field, their label or their form of address, and what gazetteers know. */
export const personName = defineRule({
  id: 'person-name',
  category: 'person',
  severity: 'warning',
  messages: { en: 'Name of a person', ja: '氏名' },
  names: NAMES,
  vague: VAGUE,
  // Words are words: nothing is a name by its shape.
  prior: 0,
  anchors: ['label'],
  literals: [...HONORIFICS, ...LABELS, ...TITLES, ...INTRODUCTIONS],
  column: { chance: 0.05 },
  cells: nameCells,
  isSilentAt: isNobodysWord,
  *judge(slice, context) {
    const found = judgeWord(slice, context);
    if (found !== undefined && found.end > found.start) yield found;
  },
});

/** What gave the candidate away decides how it is looked at. */
function judgeWord(slice: Slice, context: Context): Judgement | undefined {
  const word = slice.folded.slice(slice.start, slice.end);
  if (HONORIFICS.includes(word)) return judgeHonorific(slice);
  if (LABELS.includes(word)) return judgeLabel(slice);
  if (word.endsWith(' ') && !context.typed) {
    const lower = word.toLowerCase();
    if (TITLES.includes(lower)) return judgeTitle(slice);
    if (INTRODUCTIONS.includes(lower)) return judgeIntroduction(slice);
  }
  return context.typed ? judgeField(slice, context) : judgeLabelled(slice, context);
}
