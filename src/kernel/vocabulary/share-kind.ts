/** The kinds of a member's accounts. `checking` is a share draft; members read *checking*. */
export const shareKinds = ['checking', 'savings', 'certificate', 'loan'] as const;

export type ShareKind = (typeof shareKinds)[number];
