// What is made of the rules, of their tables and of the scanner: in a process of its own, which has read the new ones.
import { writeGenerated } from './generated-file.mts';
import { readyScanner } from './ready-scanner.mts';
import { ruleWords } from './rule-words.mts';

[readyScanner, ruleWords].forEach(writeGenerated);
