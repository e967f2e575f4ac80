/** X: whether the institution follows the member. `forbidden`: X won't let it, and staff have a task. */
export const followBacks = ['following', 'requested', 'forbidden'] as const;

export type FollowBack = (typeof followBacks)[number];
