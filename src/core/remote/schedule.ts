/** When an order that was not answered is looked for again: after 5 s, then twice as long each time, up to 15 min. */
export function nextFind(finds: number): { readonly seconds: number } {
  return { seconds: Math.min(5 * 2 ** Math.min(finds, 10), 900) };
}

/** After this the member and staff are told that it is not confirmed. */
export const lateAfter = { minutes: 15 };

/** An order is sent once, and once more where its absence is proven. */
export const sendsMax = 2;

/** A core that can't be reached is tried again so often until the order's deadline. */
export const retryUnsent = { seconds: 5 };
