/**
 * What became of an alert. `removed`: its rule is gone, or the member no longer sees the account.
 * `not_pay`: the deposit was no pay. `unreachable`: no proven address takes messages. `locked`: the
 * member has locked the service. `late`: it is no news any more.
 */
export const alertOutcomes = [
  'sent',
  'removed',
  'not_pay',
  'unreachable',
  'locked',
  'late',
] as const;

export type AlertOutcome = (typeof alertOutcomes)[number];
