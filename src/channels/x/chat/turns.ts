/** `request` answers a webhook, so it must not wait for X. `job` may ask X. */
export type Taker = 'request' | 'job';

/**
 * Lets one at a time take the events of a conversation in this process. X tells of a message by several ways at once, and each would
 * decrypt it. Between processes its signed id alone makes it count once.
 */
export interface Turns {
  /** @returns `undefined` while somebody has the turn; otherwise it is held until it is disposed of */
  begin(conversation: string, taker: Taker): Disposable | undefined;
  /** Waits for the turn. @returns `undefined` for a request while a job has it */
  wait(conversation: string, taker: Taker): Promise<Disposable | undefined>;
}

export function createTurns(): Turns {
  const held = new Map<string, { readonly taker: Taker; readonly ended: Promise<void> }>();
  const begin: Turns['begin'] = (conversation, taker) => {
    if (held.has(conversation)) return undefined;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    held.set(conversation, { taker, ended });
    return {
      [Symbol.dispose]: () => {
        held.delete(conversation);
        resolve();
      },
    };
  };
  return {
    begin,
    wait: async (conversation, taker) => {
      for (;;) {
        const turn = begin(conversation, taker);
        if (turn) return turn;
        const other = held.get(conversation);
        if (taker === 'request' && other?.taker === 'job') return undefined;
        await other?.ended;
      }
    },
  };
}
