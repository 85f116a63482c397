import type { Language } from '../report/reporter.ts';

/** POSIX (XBD 8.2): LC_ALL, then the category's own variable, then LANG. */
export function languageOf(env: NodeJS.ProcessEnv, wanted?: Language): Language {
  if (wanted !== undefined) return wanted;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ja(?:$|[_.@-])/i.test(locale) ? 'ja' : 'en';
}
