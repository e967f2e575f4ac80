/** Whether a person of the staff may sign in: not yet, now, or no longer. */
export const staffStates = ['invited', 'active', 'ended'] as const;

export type StaffState = (typeof staffStates)[number];
