/** Money locks that the member lifts by signing in. */
export const liftedBySigningIn = ['confirmation_failures', 'stop'] as const;

/** Doubts about an address's owner. The member must prove it again before it moves money. */
export const moneyDoubts = ['unfollowed', 'handle_changed', 'keys_changed', 'inactivity'] as const;

/** A doubt that only a message signed with the new keys lifts. It stays when others are raised, and takes their place. */
export const keyDoubt = 'keys_changed' satisfies (typeof moneyDoubts)[number];

export type MoneyDoubt = (typeof moneyDoubts)[number];

/** Why an address gets answers but moves no money. */
export const moneyLockReasons = [...liftedBySigningIn, ...moneyDoubts] as const;

export type MoneyLockReason = (typeof moneyLockReasons)[number];
