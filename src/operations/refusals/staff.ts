import type { StaffRefusalTexts } from '../../languages/console-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals of staff operations. Each pack of `languages` has its sentence. */
export const staffRefusals = {
  members_only: { status: 403, watched: true },
  role_missing: { status: 403, watched: true },
  why_missing: { status: 422 },
  member_unknown: { status: 404 },
  address_unknown: { status: 404 },
  address_unclear: { status: 409 },
  share_unknown: { status: 404 },
  task_unknown: { status: 404 },
  case_unknown: { status: 404 },
  order_unknown: { status: 404 },
  order_under_way: { status: 409 },
  order_ended: { status: 409 },
  /** A lock that staff can't lift: its reason, and what the member can do. */
  member_lifts_lock: { status: 409 },
  account_id_malformed: { status: 422 },
  own_code_refused: { status: 409 },
  case_source_unclear: { status: 422 },
  work_invalid: { status: 409 },
  nothing_given: { status: 422 },
  command_unknown: { status: 422 },
  word_unusable: { status: 422 },
  texts_unusable: { status: 422 },
  institution_invalid: { status: 422 },
  address_taken: { status: 422 },
  address_not_proven: { status: 422 },
  keys_missing: { status: 422 },
  waits_for_approval: { status: 202 },
  approval_unknown: { status: 404 },
  approval_ended: { status: 409 },
  approval_own: { status: 403 },
  approval_not_yours: { status: 403 },
  approval_needs_person: { status: 403 },
  approval_stale: { status: 409 },
} as const satisfies Record<keyof StaffRefusalTexts, RefusalFacts>;
