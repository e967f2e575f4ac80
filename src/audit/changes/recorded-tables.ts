/** Of a table: by column, why the record leaves it out. */
export type LeftOut = Readonly<Record<string, string>>;

const onItsWay =
  'Says how far the message is on its way. What is sent and to whom is recorded. Somebody who sets a sent message back to `queued` has it sent once more, as it was recorded, until it expires.';

/**
 * What decides money, identity, consent or evidence: each change of these tables' rows is in the chain, and `verify` compares each row
 * with it. All columns are covered but those named here, each with its reason.
 */
export const recordedTables: Readonly<Record<string, LeftOut>> = {
  accesses: {},
  acts: {},
  alert_quiet: {},
  alert_rules: {},
  addresses: {
    last_used_on:
      'Changes with the first message of each day. It decides only when an unused address is locked, and the messages themselves are recorded.',
  },
  approvals: {},
  case_credits: {},
  case_letters: {
    read_at: 'Says when the member read it, and decides nothing.',
  },
  cases: {},
  codes: {},
  consents: {},
  conversation_indexes: {},
  conversations: {
    stranger_answered_at:
      'Keeps strangers from more than one answer a day, and decides nothing else.',
    public_warned_at: 'Keeps a member from a second warning, and decides nothing else.',
    last_inbound_at: 'Nothing reads or writes it.',
  },
  core_orders: {
    next_at: 'Says when a process looks at the order again.',
    leased_until: 'Says which process works on the order now.',
    finds: 'Counts how often the core was asked, to ask less often.',
  },
  enrolments: {},
  granted_exports: {},
  handover_events: {},
  handovers: {},
  institutions: {},
  invitations: {},
  member_contacts: {},
  member_opt_outs: {},
  members: {},
  message_searches: {},
  notices: {},
  online_usage: {},
  passkeys: {
    last_used_at: 'Shown to the member. The session that the passkey opened is recorded.',
  },
  passwords: {},
  reads: {},
  posting_files: {},
  posting_lines: {},
  record_checks: {},
  programs: {
    last_used_at: 'Shown to staff. What the program did by its token is recorded.',
  },
  recorded_tables: {},
  recovery_codes: {},
  retired_suffixes: {},
  saved_replies: {},
  security_events: {},
  staff_approvals: {},
  sessions: {
    last_seen_at:
      'Changes while the member reads pages. It ends an idle session early; when a session ends at the latest is recorded.',
  },
  settings_drafts: {},
  settings_versions: {},
  share_owners: {},
  shares: {},
  staff_invitations: {},
  staff_members: {},
  staff_passkeys: {
    last_used_at: 'Shown to the person. The session that the passkey opened is recorded.',
  },
  staff_sessions: {
    last_seen_at:
      'Changes while the person reads pages. It ends an idle session early; when a session ends at the latest is recorded.',
  },
  staff_tokens: {
    last_used_at: 'Shown to the person. What they did by the token is recorded.',
  },
  tasks: {},
  totp_secrets: {},
  transfer_usage: {},
  waiting_entries: {},
  webhooks: {},
  x_chat_identities: {},
  x_chat_keys: {},
  x_chat_peers: {
    seen_sequence_id: 'Says how far polling has read. A message that is read again is taken once.',
    conversation_token: 'X’s own word, which it wants back. Nothing here decides by it.',
    refused_at: 'Says by which kind of message X takes our answers now.',
  },
  x_accounts: {
    seen_message_id: 'Says how far polling has read. A message that is read again is taken once.',
    alive_at: 'Changes every minute, and says that a process looks after the account.',
    replay_from: 'Says from when on X is asked again. A message that comes again is taken once.',
    polled_at: 'Says when the account was polled last.',
    chat_polled_at: 'Says when its chats were polled last.',
    chat_list_token: 'Says with which page of the list of chats reading goes on.',
    chat_list_newest: 'Says how far that list reaches. What is read again is taken once.',
    chat_reached: 'Says whose chat was read last, so that all get their turn.',
    chat_seen_at: 'Says how far the list of chats was read. What is read again is taken once.',
  },
};

/** Tables that the changes leave out, each with its reason. */
export const unrecordedTables: Readonly<Record<string, string>> = {
  alert_events:
    'Holds what fired a rule until it is told, then its outcome for sixty days. The entries and holds that fired it are in the books, the rules and the messages are recorded. Somebody who deletes an event keeps one alert back; security notices don’t come from here.',
  alert_firings:
    'Says since when a rule for a low balance has not fired again. A deleted row lets it fire once more.',
  channel_events:
    'Says which notices of a platform were heard, so that each counts once. What they change, such as an address, is recorded.',
  core_accounts: 'Rows to lock, without content.',
  daily_figures:
    'Sums of messages, transactions, disputes and sign-ins that are recorded. They can be counted again.',
  domain_events:
    'Tells others what the record has already: books, messages and changes. Deleted after thirty days.',
  early_receipts: 'Receipts that wait for their message, for minutes.',
  echoes:
    'Messages of our account that wait to be matched, for minutes. What matches none becomes a task, which is recorded.',
  event_cursors: 'Says how far each reader of events has come.',
  handover_watchers: 'Says who wants to see a conversation among their own. It decides nothing.',
  hosted_conversations:
    'Numbers the messages of a conversation that members read from us, and says how far each has read. It decides nothing.',
  hosted_messages:
    'Says in which order the app shows messages. The messages are recorded, and the app shows only those that a signed batch has as they are stored.',
  known_devices:
    'Decides only whose wrong passwords count together. Knowing a device opens nothing: the password and second factor are still asked for.',
  message_word_marks:
    'Says how far messages have been made searchable. It can be built anew from the record.',
  message_words:
    'Finds messages for staff. Each is shown as the message itself has it, which is recorded.',
  notice_recipients:
    'Says who gets an approved notice, and when. The notice with its texts, choice and count is recorded, and so is each message. A row that somebody adds sends a member an approved text once; a row that they delete keeps one back.',
  migrations:
    'Names the migrations that have run. The program compares their digests when it starts.',
  processes: 'Says which processes live, every second.',
  program_rates:
    'Counts how often programs call, all processes together. A reset count allows more calls; each one is in the audit log.',
  push_devices:
    'Says where pushes go. A push says only that something waits, and what it leads to needs signing in.',
  push_keys:
    'Proves to push services who sends. The private key is encrypted for its institution, and another pair makes them refuse our pushes.',
  rehearsed_texts:
    'Shows masked texts that a draft of settings would read or answer otherwise. It can be made anew from the messages.',
  settings_rehearsals:
    'Says how far a draft was tried. Two persons see its figures when they make the draft live, and that difference is recorded.',
  sign_in_attempts:
    'Counts wrong guesses. Strangers write it at will, and it opens nothing: a reset count allows more guesses, each of which is an event.',
  sign_in_steps:
    'Lives for minutes between two steps of signing in, and strangers write it at will. What comes of it, such as a session, is recorded.',
  staff_alarm_sends:
    'Says who of the staff was told of an alarm, and when the next try is. It decides nothing: the tasks and acts that alarms are about are recorded.',
  staff_alarms:
    'Says which tasks and acts staff were alarmed of. A deleted row alarms them again. The tasks and acts themselves are recorded.',
  texts_not_understood:
    'Counts texts, without who wrote them, so that staff can add words. It decides nothing. The messages themselves are recorded.',
  webhook_deliveries:
    'Says which events were sent where, for thirty days. It holds ids of what the record has; a deleted row is an event that its receiver misses.',
  x_chat_events:
    'Holds what X delivered until it is taken, for seconds, or days if a key is missing. What comes of it, such as an inbound message, is recorded.',
  x_chat_messages:
    'Keeps a replay from a second answer, and from being decrypted again. A row that somebody adds can leave a message unanswered. Money moves once for each message anyway: the books have its id as the key of its posting.',
  x_chat_unread:
    'Says which chats are to be read, for seconds. A message that is read again is taken once.',
};

/**
 * Tables that other parts of the record cover: the chain itself, the books (whose balances follow from their entries) and messages. By
 * column, why nothing covers it.
 */
export const otherTables: Readonly<Record<string, LeftOut>> = {
  account_events: {},
  accounts: {},
  chain: {},
  chain_heads: { events: 'Numbers the events for others, which the record does not cover.' },
  changes: {},
  entries: {},
  hold_events: {},
  holds: {},
  inbound: {},
  outbound: {
    status: onItsWay,
    not_before: onItsWay,
    attempts: onItsWay,
    code_version:
      'Says which of the address’s codes the message left with: *Check a message* calls that one right, and the others old. Somebody who alters it can have an old code of the same address called right, or the right one old. The codes are recorded.',
    carrier_id: onItsWay,
    error_code: onItsWay,
    segments: onItsWay,
    cost_microdollars: onItsWay,
    sending_at: onItsWay,
    wired_at: onItsWay,
    delivered_at: onItsWay,
    missed: onItsWay,
    claimed_by: onItsWay,
    payload:
      'What the channel made of the recorded text, such as its encrypted form. It is encrypted here too, and opens only beside that text and the same version of the code. The text is what counts.',
    payload_code: onItsWay,
    place: 'Orders the messages of a conversation on their way.',
  },
  prunings: {},
  transactions: {},
};

/** By table, in order of name. */
export const recordedNames: readonly string[] = Object.keys(recordedTables);

/** Why columns of a recorded table are left out. */
export function leftOut(table: string): LeftOut {
  return recordedTables[table] ?? {};
}

/** The column that says which institution a row belongs to. */
export function institutionColumn(table: string): string {
  return table === 'institutions' ? 'id' : 'institution_id';
}
