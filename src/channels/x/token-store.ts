import { z } from 'zod';
import type { Database, Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { SeenCursor, TokenStore, XTokens } from './ports.ts';

const tokensKept = z.object({
  accessToken: z.string(),
  refreshToken: z.string().optional(),
  expiresAt: z.string(),
});

/** Stored data of an account, read in advance for many at once. */
export interface StoredAccount {
  readonly tokens: Uint8Array | null;
  readonly seen: string | null;
}

/**
 * Stores the tokens of one institution's X account, encrypted. One process at a time replaces them.
 * @param stored saves the first read
 */
export function createXTokenStore(
  db: Database,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  institutionId: number,
  stored?: StoredAccount,
): TokenStore {
  let known = stored;
  const place = `x_accounts/${institutionId}/tokens`;
  const open = (encrypted: Uint8Array | null | undefined): XTokens | undefined => {
    if (!encrypted) return undefined;
    const { expiresAt, refreshToken, accessToken } = tokensKept.parse(
      JSON.parse(keyring.decrypt('token', place, encrypted)),
    );
    return {
      accessToken,
      expiresAt: Temporal.Instant.from(expiresAt),
      ...(refreshToken === undefined ? {} : { refreshToken }),
    };
  };
  const read = async (q: Queries, lock: '' | ' for update') => {
    const [row] = await q.query<{ tokens: Uint8Array | null }>(
      `select tokens from x_accounts where institution_id = $1${lock}`,
      [institutionId],
    );
    return open(row?.tokens);
  };
  return {
    load: async () => {
      const first = known;
      known = undefined;
      return first ? open(first.tokens) : read(db, '');
    },
    replace: async (refresh) =>
      db.transaction(async (tx) => {
        await tx.query(
          'insert into x_accounts (institution_id, changed_at) values ($1, $2) on conflict do nothing',
          [institutionId, world.clock.now()],
        );
        const current = await read(tx, ' for update');
        const next = await refresh(current);
        if (!next) return current;
        await tx.query(
          'update x_accounts set tokens = $2, changed_at = $3 where institution_id = $1',
          [institutionId, keyring.encrypt('token', place, JSON.stringify(next)), world.clock.now()],
        );
        return next;
      }),
  };
}

/** Stores the polling position with the account. @param stored saves the read */
export function createSeenCursor(
  db: Database,
  { world }: { readonly world: World },
  institutionId: number,
  stored?: StoredAccount,
): SeenCursor {
  return {
    load: async () => {
      if (stored) return stored.seen ?? undefined;
      const [row] = await db.query<{ seen: string | null }>(
        'select seen_message_id as seen from x_accounts where institution_id = $1',
        [institutionId],
      );
      return row?.seen ?? undefined;
    },
    save: async (id) => {
      await db.query(
        'insert into x_accounts (institution_id, changed_at) values ($1, $2) on conflict do nothing',
        [institutionId, world.clock.now()],
      );
      await db.query('update x_accounts set seen_message_id = $2 where institution_id = $1', [
        institutionId,
        id,
      ]);
    },
  };
}
