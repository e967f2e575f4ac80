/**
 * The messages with a receipt from Kannel. A receipt is the only proof that Kannel took a message whose answer was lost, since it
 * keeps no record that we could ask. It is kept in memory: another process, or this one after a restart, knows nothing of it and
 * waits longer.
 */
export interface ReceiptsHeard {
  note(messageId: string): void;
  has(messageId: string): boolean;
}

/** @param options how many to remember; the oldest are forgotten first */
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
