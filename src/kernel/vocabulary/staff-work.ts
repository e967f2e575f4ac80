/**
 * Tasks for staff. `agent`: a member asks for a person. `follow_back`: X won't let us follow a
 * member. `alarm`: something that must never happen. `channel`: a carrier needs a person.
 * `possible_error`: a text may report an error (12 CFR 1005.11). `core_order`: a core elsewhere has
 * not confirmed a transfer. `core_entry`: an entry from a core's file may be one of ours.
 */
export const taskKinds = [
  'agent',
  'follow_back',
  'alarm',
  'channel',
  'possible_error',
  'core_order',
  'core_entry',
] as const;

export type TaskKind = (typeof taskKinds)[number];

export const taskStates = ['open', 'done'] as const;

export type TaskState = (typeof taskStates)[number];

/** Cases have deadlines set by law. */
export const caseStates = ['open', 'closed'] as const;

export type CaseState = (typeof caseStates)[number];

/** How a case ends: an error, no error, or a notice withdrawn by the member. */
export const caseOutcomes = ['error', 'no_error', 'withdrawn'] as const;

export type CaseOutcome = (typeof caseOutcomes)[number];
