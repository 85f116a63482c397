export { valueOf, type Block, type Mark } from './block.ts';
export { confidenceOf, evidenceText, type Evidence, type EvidenceCode } from './evidence.ts';
export { atLeast, type Confidence, type Finding, type Position } from './finding.ts';
export { DEFAULT_OPTIONS, type CustomRule, type ScanOptions, type SourceInfo } from './options.ts';
export { defineRule, type Category, type Messages, type Rule, type Severity } from './rule.ts';
export { RULES, ruleById } from './rules/index.ts';
export { scanBlocks, scanBytes, scanText } from './scan.ts';
