/** Names of an account at a bank. */
export const BANK_NAMES: readonly string[] = [
  'bank account',
  'bank account no',
  'bank account num',
  'bank account number',
  'bank acct',
  'bank acct no',
  'bankaccount',
  'bankaccount number',
  'checking account number',
  'savings account number',
  'deposit account number',
  'kouza bango',
  'kouza bangou',
  'koza bango',
  'koza no',
  'kouza no',
  'bankkonto',
  'kontonummer',
  '銀行口座',
  '銀行口座番号',
  '口座番号',
  '口座 no',
  '口座ナンバー',
  '振込先口座番号',
  '振替口座番号',
  '預金口座',
  '普通預金口座',
  '当座預金口座',
  '総合口座',
  '貯金口座番号',
  'ゆうちょ口座番号',
  'ゆうちょ記号番号',
  '記号番号',
];

/** Names that other kinds of account have too. */
export const ACCOUNT_NAMES: readonly string[] = [
  'account no',
  'account num',
  'account number',
  'acct no',
  'acct number',
];

/** Names of a bank's own number, which stands beside an account in the US. */
export const ROUTING_NAMES: readonly string[] = [
  'routing no',
  'routing number',
  'routing transit number',
  'bank routing number',
  'aba number',
  'aba routing number',
];

/** Kinds of account, as they stand before the number: 普通 0000000. */
export const KINDS: readonly string[] = [
  '普通',
  '普通預金',
  '普通口座',
  '当座',
  '当座預金',
  '当座口座',
  '貯蓄',
  '貯蓄預金',
  '貯蓄口座',
];
