/**
 * Whether the institution follows the member on X. `forbidden`: X refuses it, and staff have a
 * task.
 */
export const followBacks = ['following', 'requested', 'forbidden'] as const;

export type FollowBack = (typeof followBacks)[number];
