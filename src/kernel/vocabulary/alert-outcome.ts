/**
 * What became of an alert. `removed`: its rule is gone, the member no longer sees
 * the account, or it is closed. `not_pay`: the deposit was no pay. `recovered`: the balance is no longer low. `unreachable`: no proven address takes messages. `locked`: the
 * member has locked the service. `late`: it is no news any more.
 */
export const alertOutcomes = [
  'sent',
  'removed',
  'not_pay',
  'recovered',
  'unreachable',
  'locked',
  'late',
] as const;

export type AlertOutcome = (typeof alertOutcomes)[number];

/** Why an alert was not sent. */
export type WhyNotSent = Exclude<AlertOutcome, 'sent'>;
