/** How far an act of staff is that takes two persons. `alone`: the server's own rights did it. */
export const staffApprovalStates = [
  'waiting',
  'approved',
  'declined',
  'withdrawn',
  'lapsed',
  'refused',
  'alone',
] as const;

export type StaffApprovalState = (typeof staffApprovalStates)[number];
