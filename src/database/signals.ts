import type { Database, Heard, Queries } from './database.ts';

/** The signals between processes of an installation, by their PostgreSQL channel. */
export const signalChannels = {
  institutions: 'tmm_institutions',
  /** Something is new in conversations that we keep. Each process gathers what changed and publishes it a few times a second at most. */
  hosted: 'tmm_hosted',
} as const;

export type SignalChannel = keyof typeof signalChannels;

/**
 * Signals a change to all processes of the installation when the transaction commits. It is only a
 * hint: a process that needs the change must also poll. Use it for rare changes: commits with a
 * notification wait for each other on the whole server, so a batch of messages publishes nothing.
 */
export async function publish(tx: Queries, channel: SignalChannel, payload: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [signalChannels[channel], payload]);
}

/**
 * Calls `heard` for every published signal until the result is disposed. Behind a pooler no signals
 * arrive, since each transaction may have another session. The caller must poll anyway.
 */
export function subscribe(db: Database, channel: SignalChannel, heard: Heard): AsyncDisposable {
  return db.listen?.(signalChannels[channel], heard) ?? { [Symbol.asyncDispose]: async () => {} };
}
