/**
 * Evidence: rows are added, and nothing ever changes or deletes one. The service’s role may not either (`tmm migrate --grant`), and a
 * test checks that no statement of ours tries.
 */
export const appendOnlyTables = [
  'account_events',
  'acts',
  'case_credits',
  'chain',
  'changes',
  'codes',
  'consents',
  'entries',
  'handover_events',
  'hold_events',
  'posting_files',
  'prunings',
  'reads',
  'security_events',
  'settings_versions',
  'transactions',
  'x_chat_keys',
] as const;

/** Tables that nothing changes either, but that are no evidence, each with its reason. */
export const alsoUnchanged: Readonly<Record<string, string>> = {
  channel_events: 'Says which notices of a platform were heard.',
  core_accounts: 'Rows to lock, which needs the right to change them.',
  push_keys: 'Another pair makes push services refuse our pushes, and nothing else.',
};
