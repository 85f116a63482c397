/** Field names and hotwords of e-mail addresses, folded to lower case. */
export const EMAIL_NAMES: readonly string[] = [
  'email',
  'emails',
  'e mail',
  'email address',
  'e mail address',
  'emailaddress',
  'mail',
  'mail address',
  'mailaddress',
  'mail addr',
  'email addr',
  'mailto',
  'user email',
  'contact email',
  'primary email',
  'secondary email',
  'recovery email',
  'work email',
  'home email',
  'author email',
  'committer email',
  'pc mail',
  'mobile mail',
  'email id',
  'emailid',
  'reply to',
  'from email',
  'to email',
  'cc',
  'bcc',
  'eメール',
  'eメールアドレス',
  'e メール',
  'メール',
  'メールアドレス',
  'メールアドレス 1',
  'メールアドレス 2',
  'メアド',
  'アドレス(メール)',
  '電子メール',
  '電子メールアドレス',
  '連絡先メール',
  '連絡先メールアドレス',
  '携帯メール',
  '携帯メールアドレス',
  '携帯アドレス',
  'pcメール',
  'pcメールアドレス',
  'pcアドレス',
  'correo',
  'correo electrónico',
  'courriel',
  'adresse mail',
  'adresse e mail',
  'e mail adresse',
  'email adresse',
  'mailadresse',
  'posta elettronica',
  'indirizzo email',
  'adres e mail',
  'adres email',
  'электронная почта',
  'эл. почта',
  'почта',
  '이메일',
  '이메일 주소',
  '메일',
  '메일주소',
  '邮箱',
  '电子邮箱',
  '电子邮件',
  '郵箱',
  '電子郵件',
];

/** Mailboxes of a role (RFC 2142) or of a machine: somebody reads them, but they are nobody's own. */
const ROLES = new Set(
  [
    'abuse admin administrator alert alerts announce announcements billing bot bounce bounces build',
    'business careers ci coc community conduct contact contacts contribute cs customerservice daemon',
    'dev devel developer developers devnull dns do-not-reply donations donotreply enquiries enquiry',
    'errors everyone feedback finance foundation ftp general git hello help helpdesk hostmaster hr',
    'info information inquiries inquiry invoice invoices it itsupport jobs legal license licensing',
    'list lists list-request mail mailer mailer-daemon maintainer maintainers marketing media members',
    'moderator moderators news newsletter no-reply no_reply nobody noc nodejs noreply notification',
    'notifications notify npm office opencode oss open-source opensource ops orders owner partners pkg postmaster',
    'press privacy pr pypi reception recruit recruiting request root sales secure security secretary',
    'security-alert service services shop soc spam staff store subscribe support sysadmin system team',
    'tech unsubscribe updates usenet users uucp web webmaster website welcome www',
    'eigyo jinji kouhou koho madoguchi otoiawase saiyo saiyou shinsa soumu toiawase',
  ].flatMap((line) => line.split(' ')),
);
/** What a name of a role begins with, and ends with: `noreply+123`, `security-reports`; `emacs-devel`. */
const FIRST_PARTS = 'do-not-reply no-reply bug bugs info security sales support'.split(' ');
const LAST_PARTS = [
  'admin announce bot bounce bounces bug bugs commit commits dev devel discuss help info list maintainer',
  'maintainers no-reply notification notifications owner patches project request security support team',
  'user users',
].flatMap((line) => line.split(' '));
const anyOf = (parts: readonly string[], gap: string) =>
  `(?:${parts.join('|').replaceAll('-', gap)})`;
const ROLE_PART = new RegExp(
  `^${anyOf(FIRST_PARTS, '[-_.]?')}[-_.+\\d]|[-_]${anyOf(LAST_PARTS, '[-_]?')}$`,
);

/** Is the local part a role's? */
export function isRole(local: string, domain: string): boolean {
  const [name = ''] = local.toLowerCase().split('+');
  return ROLES.has(name) || ROLE_PART.test(name) || /(?:^|\.)noreply\./i.test(domain);
}

/** Words of small letters that the names of roles may hold. Few names of people do. */
export const WORDS_OF_ROLES: readonly string[] = [...ROLES, ...FIRST_PARTS, ...LAST_PARTS].flatMap(
  (role) => [...role.split(/[-_]/), role.replaceAll('-', '')],
);
