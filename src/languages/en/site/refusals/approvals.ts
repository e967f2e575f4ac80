/** Refusals of approvals and devices. `{…}` are places. */
export const approvals = {
  approval_over: 'That transfer is decided already. Its outcome is under Approvals.',
  approval_expired:
    'That transfer was not approved in time, so nothing moved. If you still want it, send the command again.',
  approval_changed:
    'This transfer is not the one that you signed, so nothing moved. Please look at it again.',
  approval_repeated:
    'The same transfer was made since you asked for this one, so nothing moved now. Approve it again only if you want it twice.',
  approval_gone:
    'One of these accounts is gone or has another number now, so nothing moved. Please send the command again.',
  approval_needs_passkey: 'You approve transfers with a passkey. Add one under Security first.',
  push_service_unknown:
    'We can’t send notifications to this browser, since we don’t know its push service.',
  push_keys_malformed:
    'The browser’s keys for notifications are incomplete. Turn notifications off and on again.',
} as const;
