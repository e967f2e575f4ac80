import type { RefusalTexts } from './refusal-texts.ts';

/** A staff refusal: staff texts are English. `{reason}` and the like are filled by what happened. */
type StaffRefusalTexts = Pick<RefusalTexts, 'status' | 'watched' | 'en'>;

/** What the operations of staff may refuse with. */
export const staffRefusals = {
  members_only: {
    status: 403,
    watched: true,
    en: 'Only a member can do this, signed in as themselves.',
  },
  role_missing: {
    status: 403,
    watched: true,
    en: 'Your role doesn’t allow this. It takes one of these: {roles}.',
  },
  why_missing: {
    status: 422,
    en: 'Say why you do this: the audit log keeps it.',
  },
  member_unknown: {
    status: 404,
    en: 'There is no member {number}.',
  },
  address_unknown: {
    status: 404,
    en: 'Member {number} has no address on {channel}.',
  },
  share_unknown: {
    status: 404,
    en: 'Member {number} has no share {suffix}. There is {suffixes}.',
  },
  task_unknown: {
    status: 404,
    en: 'There is no task {reference}.',
  },
  case_unknown: {
    status: 404,
    en: 'There is no case {reference}.',
  },
  order_unknown: {
    status: 404,
    en: 'There is no transfer {key} at another core.',
  },
  order_under_way: {
    status: 409,
    en: 'Transfer {key} is still on its way to the core: its outcome is not unknown yet.',
  },
  order_ended: {
    status: 409,
    en: 'Transfer {key} has already ended: it is {state}.',
  },
  /** A lock that staff can't lift: why it is there, and what the member does about it. */
  member_lifts_lock: {
    status: 409,
    en: '{reason}',
  },
  account_id_malformed: {
    status: 422,
    en: 'Give the numeric id of the {channel} account, which never changes.',
  },
  own_code_refused: {
    status: 409,
    en: 'The code was not changed: {reason}.',
  },
  case_source_unclear: {
    status: 422,
    en: 'Give a task alone, or a member: a task has its member and its time.',
  },
  work_invalid: {
    status: 409,
    en: '{reason}',
  },
  nothing_given: {
    status: 422,
    en: 'Give at least one setting, the name or the time zone.',
  },
  texts_unusable: {
    status: 422,
    en: 'These texts can’t be used. {reason}',
  },
  institution_invalid: {
    status: 422,
    en: '{reason}',
  },
  address_taken: {
    status: 422,
    en: '{reason}',
  },
  address_not_proven: {
    status: 422,
    en: '{reason}',
  },
  keys_missing: {
    status: 422,
    en: 'Codes and addresses are encrypted, and no key is set here. Set TMM_MASTER_KEYS as `tmm serve` has it.',
  },
} as const satisfies Record<string, StaffRefusalTexts>;
