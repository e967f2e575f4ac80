/** Why X refuses a message, by X's numbers. The refusal comes inside a 201. */
export const failures = {
  empty_detail: 1,
  internal_error: 2,
  contents_too_large: 3,
  too_many_messages: 4,
  invalid_sender_signature: 5,
  not_latest_key_version: 6,
  recipient_not_trusted: 7,
  recipient_key_changed: 8,
  only_encrypted: 9,
  requester_not_admin: 10,
  flagged_as_spam: 11,
  rate_limit_of_tier: 12,
  signature_does_not_verify: 13,
  generic_error: 14,
  sender_not_in_group: 15,
  invalid_signature_version: 16,
} as const;

export type ChatFailure = keyof typeof failures;

export function isChatFailure(fault: string | undefined): fault is ChatFailure {
  return fault !== undefined && Object.hasOwn(failures, fault);
}
