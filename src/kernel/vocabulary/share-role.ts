/** Whose an account is: its owner's, or held together with one. */
export const shareRoles = ['owner', 'joint'] as const;

export type ShareRole = (typeof shareRoles)[number];
