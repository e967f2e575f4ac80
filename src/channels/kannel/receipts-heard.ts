/**
 * Of which messages Kannel has told a receipt: the only proof that it took one whose answer was lost, since it has no record
 * that can be asked. Kept in memory: another process, or this one started again, knows nothing of them and waits longer.
 */
export interface ReceiptsHeard {
  note(messageId: string): void;
  has(messageId: string): boolean;
}

/** @param options how many are remembered, the oldest forgotten first */
export function createReceiptsHeard(options: { readonly most?: number } = {}): ReceiptsHeard {
  const most = options.most ?? 20_000;
  const heard = new Set<string>();
  return {
    note: (messageId) => {
      heard.delete(messageId);
      heard.add(messageId);
      if (heard.size <= most) return;
      const [oldest] = heard;
      if (oldest !== undefined) heard.delete(oldest);
    },
    has: (messageId) => heard.has(messageId),
  };
}
