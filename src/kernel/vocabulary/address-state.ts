/**
 * `proven`: answered, and moves money if allowed. `suspended`: must be verified again. `paused`: by
 * the member.
 */
export const addressStates = ['unproven', 'proven', 'suspended', 'paused', 'removed'] as const;

export type AddressState = (typeof addressStates)[number];
