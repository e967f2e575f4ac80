/**
 * What a member may ask to hear of. `low`: the available balance fell below an amount. `deposit`,
 * `withdrawal`: an entry of at least an amount. `pay`: pay came in. `check`: a check cleared.
 * `hold`: a hold was placed. `due`: a loan payment is due in so many days. `weekly`: the balances
 * and the movements of the week.
 */
export const alertKinds = [
  'low',
  'deposit',
  'withdrawal',
  'pay',
  'check',
  'hold',
  'due',
  'weekly',
] as const;

export type AlertKind = (typeof alertKinds)[number];

/** What a rule of a kind says besides its kind. */
export interface AlertTraits {
  /** `one`: needs an account. `any`: without one, it covers all that the member sees. `none`: covers all. */
  readonly account: 'one' | 'any' | 'none';
  readonly takes: 'amount' | 'days' | 'weekday' | 'nothing';
}

export const alertTraits = {
  low: { account: 'one', takes: 'amount' },
  deposit: { account: 'any', takes: 'amount' },
  withdrawal: { account: 'any', takes: 'amount' },
  pay: { account: 'any', takes: 'nothing' },
  check: { account: 'any', takes: 'nothing' },
  hold: { account: 'any', takes: 'nothing' },
  due: { account: 'any', takes: 'days' },
  weekly: { account: 'none', takes: 'weekday' },
} as const satisfies Readonly<Record<AlertKind, AlertTraits>>;

/** The most days before a loan payment. */
export const alertDaysMax = 7;

/** Without a number, `ALERT DUE` means so many days before. */
export const alertDaysUsual = 3;

/** The kinds that a day fires. */
export type DatedAlertKind = Extract<AlertKind, 'due' | 'weekly'>;

/** The kinds that a posting may fire. */
export type PostedAlertKind = Exclude<AlertKind, DatedAlertKind>;

/** The kinds whose news is an amount and what it was for. */
export type MovementAlertKind = Exclude<PostedAlertKind, 'low' | 'check'>;

/** The greatest number of a rule. Rules on accounts that the member no longer sees keep theirs. */
export const alertNumberMax = 99;

/** How many rules a member may have. */
export const alertsMax = 20;
