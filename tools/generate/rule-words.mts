import { wordsOfName } from '../../src/engine/field-names.ts';
import { RULES } from '../../src/engine/rules/index.ts';
import { kernelWordsOf } from '../../src/engine/ruleset.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const lines = (words: Iterable<string>) => [...new Set(words)].filter(Boolean).join('\n');

/** The words of all rules together. */
export function ruleWords(): readonly GeneratedFile[] {
  return [
    generatedFile('../rule-words.generated.ts', {
      about:
        'Names of all rules in words, those that may mean anything else, and names in lists; one a line.',
      source: 'src/engine/rules',
      constants: {
        NAMES: lines(RULES.flatMap(({ names }) => names.map(wordsOfName))),
        VAGUE: lines(RULES.flatMap(({ vague = [] }) => vague)),
        LISTED: lines(kernelWordsOf(RULES).listed()),
      },
    }),
  ];
}
