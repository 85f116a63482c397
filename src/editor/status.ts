import type { Analysis, OffReason, Scanned } from './analysis.ts';
import type { Translate } from './translate.ts';

/** What the language status item says of a document. */
export interface Status {
  readonly state: 'on' | 'off' | 'partial';
  /** Short: on, off or partial. */
  readonly text: string;
  /** Why, in a sentence; with the count of findings when it is on. */
  readonly detail: string;
  readonly severity: 'information' | 'warning';
  /** Is a scan on command the way to more? */
  readonly offersScan: boolean;
  readonly busy: boolean;
}

/**
 * Answers in one line: on, off or partial, and why. Silence without a reason is taken for a clean
 * file.
 */
export function statusOf(t: Translate, analysis: Analysis | undefined): Status {
  if (analysis === undefined) return { ...on(t, t('Scanning …')), busy: true };
  if (analysis.kind === 'off') return off(t, offReason(t, analysis.reason));
  if (analysis.kind === 'crashed') {
    const detail = t('The scan of this file failed: an error in Leaklint.');
    return { ...off(t, detail), severity: 'warning', offersScan: true };
  }
  if (analysis.kind === 'waiting') {
    return analysis.reason === 'idle'
      ? { ...partial(t, t('A large file: the whole is scanned when you pause.')), busy: true }
      : { ...partial(t, t('Too large to be scanned while you type.')), offersScan: true };
  }
  return scannedStatus(t, analysis);
}

function scannedStatus(t: Translate, analysis: Scanned): Status {
  if (analysis.silenced === 'whole') {
    return off(t, t('A leaklint-ignore-file comment silences this file.'));
  }
  const found = foundText(t, analysis.findings.length);
  const reason = partialReason(t, analysis);
  if (reason === undefined) return on(t, found);
  const status = partial(t, `${reason} ${found}`);
  const isWrong = analysis.configBroken || analysis.failed.length > 0;
  return isWrong ? { ...status, severity: 'warning' } : status;
}

function partialReason(t: Translate, analysis: Scanned): string | undefined {
  if (analysis.configBroken) return t('leaklint.json has mistakes.');
  if (analysis.failed.length > 0) {
    return t('Failed here, an error in Leaklint: {0}.', analysis.failed.join(', '));
  }
  if (analysis.silenced === 'partly') {
    return t('A leaklint-ignore-file comment silences some rules.');
  }
  if (analysis.rulesOff.length > 0) return t('Off here: {0}.', analysis.rulesOff.join(', '));
  return analysis.large ? t('A large file: the whole is scanned when you pause.') : undefined;
}

function foundText(t: Translate, count: number): string {
  if (count === 0) return t('No personal data found.');
  return count === 1 ? t('1 finding.') : t('{0} findings.', count);
}

function offReason(t: Translate, reason: OffReason): string {
  if (reason === 'disabled') return t('The setting leaklint.enable is off.');
  if (reason === 'policy') return t('leaklint.json ignores this file.');
  return t('Only files, unsaved documents and notebooks are scanned.');
}

function on(t: Translate, detail: string): Status {
  return status('on', t('Leaklint: on'), detail);
}

function off(t: Translate, detail: string): Status {
  return status('off', t('Leaklint: off'), detail);
}

function partial(t: Translate, detail: string): Status {
  return status('partial', t('Leaklint: partial'), detail);
}

function status(state: Status['state'], text: string, detail: string): Status {
  return { state, text, detail, severity: 'information', offersScan: false, busy: false };
}
