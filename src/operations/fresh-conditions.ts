/** When an operation wants fresh proof of identity, as its description says it. */
export interface FreshCondition {
  /** A sentence: `The amount is above …`. */
  readonly says: string;
}

/** A condition whose rule stands beside its sentence: `run` gives it the facts, by `wantsProofWhen`. */
export interface FreshRule<Facts> extends FreshCondition {
  holds(facts: Facts): boolean;
}

/** Orders by message name shares so, or mean them: a change decides where money goes from then on. */
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

/** The rule is `needsFreshProof` in `transfers`, which looks at the day's sum under its lock. */
export const muchMovedToday: FreshCondition = {
  says: 'This transfer takes the day’s total above the amount that needs no proof.',
};
