/**
 * When to look again for an unanswered order: after 5 s, then twice as long each time, up to 15
 * min.
 */
export function nextFind(finds: number): { readonly seconds: number } {
  return { seconds: Math.min(5 * 2 ** Math.min(finds, 10), 900) };
}

/** After this we tell the member and staff that it is unconfirmed. */
export const lateAfter = { minutes: 15 };

/** An order is sent once, and once more if its absence is proven. */
export const sendsMax = 2;

/** The interval between retries for an unreachable core, until the order's deadline. */
export const retryUnsent = { seconds: 5 };
