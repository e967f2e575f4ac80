import type { RefusalFacts } from './refusal-facts.ts';

/** A staff refusal, in English: no member reads it. Values of the case fill `{reason}` and the like. */
interface StaffRefusal extends RefusalFacts {
  readonly text: string;
}

/** The refusals of staff operations. */
export const staffRefusals = {
  members_only: {
    status: 403,
    watched: true,
    text: 'Only a member can do this, signed in as themselves.',
  },
  role_missing: {
    status: 403,
    watched: true,
    text: 'Your role doesn’t allow this. It takes one of these: {roles}.',
  },
  why_missing: {
    status: 422,
    text: 'Say why you do this: the audit log keeps it.',
  },
  member_unknown: {
    status: 404,
    text: 'There is no member {number}.',
  },
  address_unknown: {
    status: 404,
    text: 'Member {number} has no address on {channel}.',
  },
  address_unclear: {
    status: 409,
    text: 'Say which address of member {number} on {channel} you mean, by its handle: {handles}.',
  },
  share_unknown: {
    status: 404,
    text: 'Member {number} has no share {suffix}. There is {suffixes}.',
  },
  task_unknown: {
    status: 404,
    text: 'There is no task {reference}.',
  },
  case_unknown: {
    status: 404,
    text: 'There is no case {reference}.',
  },
  order_unknown: {
    status: 404,
    text: 'There is no transfer {key} at another core.',
  },
  order_under_way: {
    status: 409,
    text: 'Transfer {key} is still on its way to the core: its outcome is not unknown yet.',
  },
  order_ended: {
    status: 409,
    text: 'Transfer {key} has already ended: it is {state}.',
  },
  /** A lock that staff can't lift: its reason, and what the member can do. */
  member_lifts_lock: {
    status: 409,
    text: '{reason}',
  },
  account_id_malformed: {
    status: 422,
    text: 'Give the numeric id of the {channel} account, which never changes.',
  },
  own_code_refused: {
    status: 409,
    text: 'The code was not changed: {reason}.',
  },
  case_source_unclear: {
    status: 422,
    text: 'Give a task alone, or a member: a task has its member and its time.',
  },
  work_invalid: {
    status: 409,
    text: '{reason}',
  },
  nothing_given: {
    status: 422,
    text: 'Give at least one setting, the name or the time zone.',
  },
  command_unknown: {
    status: 422,
    text: 'There is no command ‘{command}’ to which you can add a word. Use its name, such as balance.',
  },
  word_unusable: {
    status: 422,
    text: 'This word can’t be added: {reason}.',
  },
  texts_unusable: {
    status: 422,
    text: 'These texts can’t be used. {reason}',
  },
  institution_invalid: {
    status: 422,
    text: '{reason}',
  },
  address_taken: {
    status: 422,
    text: '{reason}',
  },
  address_not_proven: {
    status: 422,
    text: '{reason}',
  },
  keys_missing: {
    status: 422,
    text: 'Codes and addresses are encrypted, and no key is set here. Set TMM_MASTER_KEYS as `tmm serve` has it.',
  },
} as const satisfies Record<string, StaffRefusal>;
