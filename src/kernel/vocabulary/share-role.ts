/** A member's role on an account: its owner, or a joint owner. */
export const shareRoles = ['owner', 'joint'] as const;

export type ShareRole = (typeof shareRoles)[number];
