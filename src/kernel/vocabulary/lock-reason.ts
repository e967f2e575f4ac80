/** Locks on moving money that the member lifts by signing in. */
export const liftedBySigningIn = ['confirmation_failures', 'stop'] as const;

/** Reasons to doubt whose an address is: it is proven again before it moves money. */
export const moneyDoubts = ['unfollowed', 'handle_changed', 'inactivity'] as const;

export type MoneyDoubt = (typeof moneyDoubts)[number];

/** Why an address is answered and moves no money. */
export const moneyLockReasons = [...liftedBySigningIn, ...moneyDoubts] as const;

export type MoneyLockReason = (typeof moneyLockReasons)[number];
