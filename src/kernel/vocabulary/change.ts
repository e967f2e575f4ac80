/**
 * Changes that we announce to a member on their other channels. Each has a text in each language.
 */
export const announcements = [
  'code_changed',
  'address_added',
  'address_removed',
  'passkey_added',
  'passkey_removed',
  'password_changed',
  'totp_changed',
  'recovery_used',
  'signed_out_everywhere',
  'signed_in',
  'access_activated',
  'limits_changed',
  'suffix_changed',
  'nickname_changed',
  'default_changed',
  'source_changed',
  'transfer_returned',
  'service_locked',
  'service_unlocked',
  'money_unlocked',
  'keys_changed',
  'letter_waits',
] as const;

export type Announced = (typeof announcements)[number];

/**
 * A member's changes that domain events report: those above, and changes by message, which the
 * reply itself confirms.
 */
export type Change = Announced | 'money_locked' | 'messages_stopped' | 'messages_started';
