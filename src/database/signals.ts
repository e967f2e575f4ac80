import type { Database, Heard, Queries } from './database.ts';

/** What processes of an installation tell each other, as PostgreSQL's channels are called. */
export const signalChannels = { institutions: 'tmm_institutions' } as const;

export type SignalChannel = keyof typeof signalChannels;

/**
 * Tells all processes of the installation that something changed, once the transaction commits. A hint only: whoever needs the change
 * must also find it by asking. For what is rare: a commit with a notification waits for every other such commit of the server, so
 * a batch of messages publishes nothing.
 */
export async function publish(tx: Queries, channel: SignalChannel, payload: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [signalChannels[channel], payload]);
}

/**
 * Calls `heard` for what any process publishes, until the result is disposed of. Behind a pooler nothing is heard, since a connection
 * there is another session each time: its caller goes on asking from time to time, as it must anyway.
 */
export function subscribe(db: Database, channel: SignalChannel, heard: Heard): AsyncDisposable {
  return db.listen?.(signalChannels[channel], heard) ?? { [Symbol.asyncDispose]: async () => {} };
}
