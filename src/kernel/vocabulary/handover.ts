/**
 * A conversation that a person of the staff takes over. `waiting`: the member asked for a person and
 * nobody has taken it. `held`: a person writes with the member. `closed`: the service answers alone
 * again.
 */
export const handoverStates = ['waiting', 'held', 'closed'] as const;

export type HandoverState = (typeof handoverStates)[number];

/**
 * What happened to a conversation in the inbox. `reopened`: the member wrote again after its end.
 * `left_idle` and `left_at_closing`: a job gave it back to the service.
 */
export const handoverEventKinds = [
  'asked',
  'reopened',
  'claimed',
  'handed_over',
  'released',
  'replied',
  'noted',
  'closed',
  'left_idle',
  'left_at_closing',
] as const;

export type HandoverEventKind = (typeof handoverEventKinds)[number];
