import { neverProven } from '../access/sessions.ts';

/** When an operation needs a fresh proof of identity, as its description puts it. */
export interface FreshCondition {
  /** A sentence: `The amount is above …`. */
  readonly says: string;
}

/**
 * A condition whose rule stands next to its sentence. `run` passes the facts by `wantsProofWhen`.
 */
export interface FreshRule<Facts> extends FreshCondition {
  holds(facts: Facts): boolean;
}

/** Another online bank's word opens a session, and moves no money by message. */
export const neverProvenHere: FreshRule<{ readonly verifiedAt: Temporal.Instant }> = {
  says: 'Another online bank signed the member in, and they have given no proof here since.',
  holds: ({ verifiedAt }) => verifiedAt.equals(neverProven),
};

/** Messages name shares in these ways, so a change redirects money from then on. */
export const somethingChanges: FreshRule<{
  readonly before: string | undefined;
  readonly after: string | undefined;
}> = {
  says: 'It changes something.',
  holds: ({ before, after }) => before !== after,
};

/** An address that may move money does more than answer questions. */
export const moneyMayMove: FreshRule<{ readonly mayMoveMoney: boolean }> = {
  says: 'The address can move money.',
  holds: ({ mayMoveMoney }) => mayMoveMoney,
};

/** The rule is `needsFreshProof` in `transfers`, which reads the day's sum under its lock. */
export const muchMovedToday: FreshCondition = {
  says: 'This transfer takes the day’s total above the amount that needs no proof.',
};
