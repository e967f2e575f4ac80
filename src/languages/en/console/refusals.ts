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
  case_takes_two: 'A credit, a decision or a correction takes two persons: use its own act.',
  case_closed: 'Dispute {reference} is closed.',
  case_credited: 'Dispute {reference} has its provisional credit.',
  case_decided: 'Dispute {reference} is decided.',
  case_undecided: 'Decide dispute {reference} first.',
  case_uncredited: 'Dispute {reference} has no provisional credit that could be taken back.',
  case_amount_missing:
    'Say which account gets which amount: dispute {reference} has no provisional credit.',
  case_credit_stands:
    'The provisional credit of {reference} stands. An error can’t be decided for less.',
  letter_written: 'That letter of {reference} is written already.',
  case_unknown: 'There is no case {reference}.',
  order_unknown: 'There is no transfer {key} at another core.',
  order_under_way:
    'Transfer {key} is still on its way to the core: its outcome is not unknown yet.',
  order_ended: 'Transfer {key} has already ended: it is {state}.',
  member_lifts_lock: '{reason}',
  account_id_malformed: 'Give the numeric id of the {channel} account, which never changes.',
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
  entry_is_reversal:
    'That entry undoes another one. It can’t be undone itself: post what is right anew.',
  entry_of_dispute: 'A dispute posted that entry. Use the acts of the dispute.',
  entry_unknown: 'Account {suffix} has no such entry.',
  entry_reversed: 'This entry on {suffix} has already been reversed.',
  entry_corrected:
    'This entry on {suffix} has already been corrected. Reverse the correction first.',
  entry_not_correctable:
    'This can’t be corrected to that amount: it has more than two sides, or the amount is the same. Reverse it instead.',
  day_past: 'Give a day from today on.',
  notice_unknown: 'There is no such notice.',
  notice_state: 'Notice “{name}” is {state} already.',
  notice_reaches_nobody: 'Nobody gets this: no member of the choice can be reached.',
  notice_count_changed:
    'The choice now reaches {now} members; {before} were approved. Count again, and ask again.',
  notice_text_missing: 'Write the text in {language} too: members who chose it get it.',
  notice_text_long: 'The text in {language} is too long for {channel} by {over} characters.',
  notice_has_figure:
    'The text in {language} has an amount, a percentage or a long number: “{found}”. Notices never tell figures.',
  notice_has_secret:
    'The text in {language} looks like it holds a code, a password or an account’s number: “{found}”.',
  notice_has_link:
    'The text in {language} leads elsewhere: “{found}”. Links may lead only to our own site.',
  notice_has_place: 'The text in {language} has a place that nobody fills: “{found}”.',
  consent_address_unknown:
    'Nobody wrote from there, and it is no member’s. Check the number, phone or handle.',
  conversation_unknown: 'There is no such conversation with a member.',
  conversation_moved: 'The member has written again. Read it, then close.',
  conversation_held: '{name} holds this conversation. You can take it from them.',
  conversation_not_held: 'Nobody holds this conversation, so there is nothing to give back.',
  colleague_unknown: 'Nobody with that name works in the inbox.',
  member_stopped: 'The member sent STOP. Nothing may be sent until they send START.',
  address_unreachable: 'This address gets no messages now: it is {state}.',
  message_unknown: 'There is no such message.',
  reply_empty: 'Write something first.',
  reply_too_long: 'This is too long. Write at most {most} characters.',
  reply_has_secret:
    'This looks like an account or card number, a PIN, a password or a code. None may stand in a message.',
  reply_has_link: 'Links may lead only to our own site. Take the other address out.',
  reply_has_place: 'Fill in the places in {…} first.',
  reply_id_used: 'This reply was already sent in another conversation. Write it again.',
  saved_reply_unknown: 'There is no such saved reply, or it is somebody else’s own.',
  search_empty: 'Say what to search for: words, a member, a channel, an outcome or days.',
  search_unknown: 'There is no such search of yours, or its day is over. Search again.',
  transfer_unknown:
    'There is no such transfer here. Give a member’s number with the receipt, or the reference.',
  proof_missing: 'There is no proof of this: {reason}.',
  period_wrong: 'Give a first and a last day, none in the future, with at most 92 days in all.',
  period_too_large: 'This period has more than {most} rows in {file}. Choose a shorter one.',
  export_unknown:
    'There is no such file for you: its day is over, or it was taken already. Ask for it again.',
  month_open: 'Choose a month that has ended. Its last day is counted the night after.',
  waits_for_approval: 'A second person must approve this. It waits under Approvals as {reference}.',
  approval_unknown: 'There is no {reference} under Approvals.',
  approval_ended: '{reference} is no longer waiting: {state}.',
  approval_own: 'You asked for this yourself. Somebody else must decide.',
  approval_not_yours: '{name} asked for this. Only they can take it back; you can decline it.',
  approval_needs_person:
    'Only a person of the staff can decide: sign in to the console, or set a staff token.',
  approval_stale:
    'Something has changed since this was asked for. Look at it again, decline {reference}, and ask anew.',
  staff_unknown: 'Nobody of the staff is {person}.',
  staff_email_taken: 'Somebody of the staff has the address {email} already.',
  staff_ended: '{name} no longer acts here. Invite them again if they come back.',
  staff_not_invited:
    '{name} has signed in before. After a lost passkey, end their access and invite them again.',
  staff_not_active: '{name} has not signed in yet.',
  last_administrator: '{name} is the last administrator. Make somebody else one first.',
  identity_missing:
    'Only a person of the staff can do this: sign in to the console, or set a staff token.',
  link_and_code_apart:
    'The link and the code for {name} must come from two persons, and you made the other one.',
  token_own_only: 'People make their own tokens, signed in to the console under their name.',
  token_not_fresh: 'A staff token doesn’t prove that it is you now. Do this in the console.',
  too_many_tokens: 'There are twenty tokens already. End one first.',
  program_unknown: 'There is no program {program} here, or it has ended.',
  program_exists: 'There is a program {name} already. End it first, or choose another name.',
  program_expired: '{name} has expired. Add it again: that takes two persons.',
  webhook_unknown: 'There is no webhook {webhook} here, or it has ended.',
  webhook_exists: 'There is a webhook {name} already. End it first, or choose another name.',
  webhook_url_refused:
    'Events go only to a secure web address with a name, without a user or a fragment.',
  scope_unknown: '{scope} is no scope of programs: they read only.',
  scope_missing: 'The program’s scopes don’t name this operation.',
  token_refused: 'The token is not valid here: it was ended, has expired, or is mistyped.',
  token_with_cookie: 'Send the token without a cookie.',
  invitation_refused:
    'The code doesn’t go with this link. After five wrong codes, or three days, ask for new ones.',
  staff_sign_in_refused:
    'That passkey doesn’t sign in here. Use another one, or ask an administrator.',
  single_sign_on_away:
    'Your single sign-on can’t be reached now. Try again in a few minutes, or use a passkey.',
  single_sign_on_declined: 'Your single sign-on said no, or you cancelled it.',
  single_sign_on_not_valid:
    'The answer of your single sign-on isn’t valid, or came too late. Try again.',
  single_sign_on_unknown:
    'Your single sign-on knows you, but nobody here has invited you with this address. Ask an administrator.',
  single_sign_on_no_role:
    'Your single sign-on gives you no role for this console. Ask who manages it.',
  single_sign_on_taken:
    'This account of your single sign-on belongs to somebody of the staff already.',
  single_sign_on_not_theirs:
    'This account doesn’t have your e-mail address, or nobody has verified it there. Use your own account, or ask an administrator.',
  approval_asker_gone:
    '{name} may no longer ask for this: their access or their role has ended since. Decline it.',
  draft_unknown: 'There is no such draft.',
  draft_ended: 'This draft is live or dropped. Make a new one.',
  draft_stale:
    'Somebody changed the settings since this draft was made. Bring it up to date first.',
  draft_empty: 'Nothing would change.',
  draft_not_rehearsed:
    'Try the draft on last month’s texts first, to the end. Each change of it needs another try.',
  version_unknown: 'There is no version {version} that today’s rules can read.',
} as const;
