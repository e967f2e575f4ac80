/** What an account of a member is. `checking` is a share draft; members read *checking*. */
export const shareKinds = ['checking', 'savings', 'certificate', 'loan'] as const;

export type ShareKind = (typeof shareKinds)[number];
