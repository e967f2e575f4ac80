/** Refusals that only staff meet. `{…}` are places. */
export const refusals = {
  members_only: 'Only a member can do this, signed in as themselves.',
  role_missing: 'Your role doesn’t allow this. It takes one of these: {roles}.',
  why_missing: 'Say why you do this: the audit log keeps it.',
  member_unknown: 'There is no member {number}.',
  address_unknown: 'Member {number} has no address on {channel}.',
  address_unclear:
    'Say which address of member {number} on {channel} you mean, by its handle: {handles}.',
  share_unknown: 'Member {number} has no share {suffix}. There is {suffixes}.',
  task_unknown: 'There is no task {reference}.',
  case_unknown: 'There is no case {reference}.',
  order_unknown: 'There is no transfer {key} at another core.',
  order_under_way:
    'Transfer {key} is still on its way to the core: its outcome is not unknown yet.',
  order_ended: 'Transfer {key} has already ended: it is {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Give the numeric id of the {channel} account, which never changes.',
  own_code_refused: 'The code was not changed: {reason}.',
  case_source_unclear: 'Give a task alone, or a member: a task has its member and its time.',
  work_invalid: '{reason}',
  nothing_given: 'Give at least one setting, the name or the time zone.',
  command_unknown:
    'There is no command ‘{command}’ to which you can add a word. Use its name, such as balance.',
  word_unusable: 'This word can’t be added: {reason}.',
  texts_unusable: 'These texts can’t be used. {reason}',
  institution_invalid: '{reason}',
  address_taken: '{reason}',
  address_not_proven: '{reason}',
  keys_missing:
    'Codes and addresses are encrypted, and no key is set here. Set TMM_MASTER_KEYS as `tmm serve` has it.',
  limit_not_raised:
    'A raise makes a limit higher and none lower. Lower a limit on its own: it takes one person.',
  limit_not_lowered: 'This makes no limit lower, or one higher. Raising one takes a second person.',
  books_elsewhere: 'Another core ({core}) keeps the books of this credit union. Post it there.',
  amount_invalid: 'Give an amount above zero, such as 25.00.',
  funds_short:
    'Account {suffix} doesn’t have this much available. Nothing posted here takes an account below its limit.',
  account_closed: 'Account {suffix} is closed.',
  loan_not_here: 'A loan takes no holds or fees here.',
  key_used: 'This form was used for something else. Open the page again.',
  hold_unknown: 'Account {suffix} has no such hold.',
  hold_ended: 'This hold on {suffix} has already ended.',
  entry_unknown: 'Account {suffix} has no such entry.',
  entry_reversed: 'This entry on {suffix} has already been reversed.',
  entry_corrected:
    'This entry on {suffix} has already been corrected. Reverse the correction first.',
  entry_not_correctable:
    'This can’t be corrected to that amount: it has more than two sides, or the amount is the same. Reverse it instead.',
  day_past: 'Give a day from today on.',
  consent_address_unknown:
    'Nobody wrote from there, and it is no member’s. Check the number, phone or handle.',
  waits_for_approval: 'A second person must approve this. It waits under Approvals as {reference}.',
  approval_unknown: 'There is no {reference} under Approvals.',
  approval_ended: '{reference} is no longer waiting: {state}.',
  approval_own: 'You asked for this yourself. Somebody else must decide.',
  approval_not_yours: '{name} asked for this. Only they can take it back; you can decline it.',
  approval_needs_person:
    'Only a person of the staff can decide: sign in to the console, or set a staff token.',
  approval_stale:
    'Something has changed since this was asked for. Look at it again, decline {reference}, and ask anew.',
} as const;
