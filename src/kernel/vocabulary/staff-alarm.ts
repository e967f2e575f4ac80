/**
 * What staff hear of within a minute. `stop`: a member asks to stop a payment or block a card.
 * `possible_error`: a text may be a notice of error. `alarm`: something that must never happen, such
 * as a message of our account that isn't ours. `channel`: a carrier needs a person. `core_order`: a
 * transfer has no known outcome. `alone`: the server's own rights did what takes two persons.
 * `approval_due`: an approval nobody takes, before a date set by law.
 */
export const staffAlarmKinds = [
  'stop',
  'possible_error',
  'alarm',
  'core_order',
  'channel',
  'alone',
  'approval_due',
] as const;

export type StaffAlarmKind = (typeof staffAlarmKinds)[number];

/** How an alarm reaches staff. */
export const staffAlarmWays = ['mail', 'webhook'] as const;

export type StaffAlarmWay = (typeof staffAlarmWays)[number];

/** How far one message of an alarm is. `failed`: tried for a day. */
export const staffAlarmSendStates = ['waiting', 'sent', 'failed'] as const;

export type StaffAlarmSendState = (typeof staffAlarmSendStates)[number];
