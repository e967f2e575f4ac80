import type { AlertKind } from '../kernel/vocabulary/alert-kind.ts';

/** What fired a rule, once for each cause. */
export interface AlertEvent {
  readonly ruleId: string;
  readonly memberId: string;
  readonly kind: AlertKind;
  /** The same cause fires a rule only once. */
  readonly cause: string;
  readonly accountId: string | null;
  readonly facts: AlertFacts;
}

/** What a message says of it. Amounts are minor units as digits, days are ISO dates. */
export interface AlertFacts {
  readonly amount?: string;
  /** `low`: the member's own limit. */
  readonly limit?: string;
  /** The available balance right after. */
  readonly available?: string;
  readonly description?: string;
  readonly check?: string;
  readonly on?: string;
}
