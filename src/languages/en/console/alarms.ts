/** Mails to staff about what is urgent. They hold no word about a member. `{…}` are places. */
export const alarms = {
  subject: '{institution}: {what} ({reference})',
  reference: 'Reference: {reference}',
  nobody: 'Nobody has taken it yet.',
  sign_in: 'Sign in to the staff console to read it.',
  no_data: 'This mail names no member. Don’t answer it.',
  kind_stop: 'A member asks to stop a payment or block a card',
  kind_possible_error: 'A message may be a notice of error',
  kind_alarm: 'Something happened that must not',
  kind_channel: 'A channel needs a person',
  kind_core_order: 'A transfer has no known outcome',
  kind_alone: 'The server’s own rights did what takes two persons',
  kind_approval_due: 'An approval waits, and its legal date is near',
} as const;
