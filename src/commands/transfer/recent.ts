import type { HistoryRequest } from '../../core/core.ts';

/** The latest entries that left an account, which show whether an order repeats one. */
export function recentRequest(accountId: string) {
  return { accountId, of: 'withdrawals', count: 10 } as const satisfies HistoryRequest;
}
