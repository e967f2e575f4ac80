import type { Database } from '../../database/database.ts';
import { publish, subscribe } from '../../database/signals.ts';
import type { Logger } from '../../kernel/logger.ts';

/** A conversation that we keep. */
export interface HostedKey {
  readonly institutionId: number;
  readonly conversationId: string;
}

/**
 * Tells those who follow a conversation that it has something new, in this process at once and in others soon. It is a hint: it may come
 * twice or not at all, so those who follow must also look from time to time.
 */
export interface HostedNews extends AsyncDisposable {
  /** Call it after the commit. */
  changed(of: HostedKey): void;
  /** @returns how to stop following */
  follow(of: HostedKey, heard: () => void): () => void;
}

/**
 * How long other processes wait at most. Commits with a notification wait for each other on the whole server, so one tells of all that
 * changed meanwhile.
 */
const gatherMilliseconds = 50;

/** PostgreSQL takes at most 8,000 bytes. */
const payloadMax = 7_500;

export function createHostedNews({
  db,
  logger,
}: {
  readonly db: Database;
  readonly logger: Logger;
}): HostedNews {
  const followers = new Map<string, Set<() => void>>();
  const tell = (key: string) => {
    for (const heard of followers.get(key) ?? []) heard();
  };
  const listening = subscribe(db, 'hosted', (payload) => {
    // Without a payload something may have been missed.
    if (payload === undefined || payload === '') for (const key of followers.keys()) tell(key);
    else for (const key of payload.split(' ')) tell(key);
  });
  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let telling = Promise.resolve();
  const tellOthers = () => {
    timer = undefined;
    const text = [...waiting].join(' ');
    waiting = new Set();
    telling = publish(db, 'hosted', text.length > payloadMax ? '' : text).catch((error: unknown) =>
      logger.warn({ error }, 'Other processes were not told of new messages; they look later'),
    );
  };
  return {
    changed: (of) => {
      const key = keyOf(of);
      tell(key);
      waiting.add(key);
      timer ??= setTimeout(tellOthers, gatherMilliseconds);
    },
    follow: (of, heard) => {
      const key = keyOf(of);
      const own = followers.get(key) ?? new Set();
      followers.set(key, own.add(heard));
      return () => {
        own.delete(heard);
        if (own.size === 0 && followers.get(key) === own) followers.delete(key);
      };
    },
    [Symbol.asyncDispose]: async () => {
      clearTimeout(timer);
      await telling;
      await listening[Symbol.asyncDispose]();
    },
  };
}

function keyOf({ institutionId, conversationId }: HostedKey): string {
  return `${institutionId}:${conversationId}`;
}
