import { defineRule } from '../../rule.ts';
import { judgeField } from './field.ts';
import { NAMES, VAGUE } from './names.ts';
import { HONORIFICS, judgeHonorific, judgeLabel, judgeLabelled, LABELS } from './text.ts';

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
  literals: [...HONORIFICS, ...LABELS],
  column: { chance: 0.05 },
  *judge(slice, context) {
    const word = slice.folded.slice(slice.start, slice.end);
    const found = HONORIFICS.includes(word)
      ? judgeHonorific(slice)
      : LABELS.includes(word)
        ? judgeLabel(slice)
        : context.typed
          ? judgeField(slice, context)
          : judgeLabelled(slice, context);
    if (found !== undefined && found.end > found.start) yield found;
  },
});
