import type { AlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { Amount } from '../money/amount.ts';

/** What a member asked to hear of. */
export interface AlertRule {
  readonly id: string;
  readonly memberId: string;
  /** The member's own numbering: `ALERT OFF 2`. */
  readonly number: number;
  readonly kind: AlertKind;
  /** Null: all that the member sees. */
  readonly shareId: string | null;
  /** Minor units. `low` fires below it, `deposit` and `withdrawal` from it on. */
  readonly amount: Amount | null;
  /** `due`: so many days before. */
  readonly days: number | null;
  /** `weekly`: 1 is Monday, 7 is Sunday. */
  readonly weekday: number | null;
  readonly setAt: Temporal.Instant;
}

/** What a rule says, without whose it is. */
export type AlertTerms = Pick<AlertRule, 'kind' | 'shareId' | 'amount' | 'days' | 'weekday'>;

/** A rule as its own member knows it: by number. */
export type NumberedRule = AlertTerms & Pick<AlertRule, 'number'>;

/** A member's alerts: rules in order of number, and the hours without messages. */
export interface MemberAlerts {
  readonly rules: readonly AlertRule[];
  readonly quiet: QuietHours | null;
}

/** Minutes after midnight in the member's zone. `from` may be later than `to`: through the night. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** A member's alerts as a batch of messages knows them: a rule that it adds itself has no id yet. */
export interface KnownAlerts extends Pick<MemberAlerts, 'quiet'> {
  readonly rules: readonly NumberedRule[];
}

export const noAlerts: MemberAlerts = { rules: [], quiet: null };

/** Whether two rules are one: a member has one of each kind for an account, or for all accounts. */
export function isSameRule(
  a: Pick<AlertTerms, 'kind' | 'shareId'>,
  b: Pick<AlertTerms, 'kind' | 'shareId'>,
): boolean {
  return a.kind === b.kind && a.shareId === b.shareId;
}

/** The lowest number that no rule has. */
export function freeNumber(rules: readonly Pick<AlertRule, 'number'>[]): number {
  const taken = new Set(rules.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}
