import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { addressKey } from '../members/bind-address.ts';

/**
 * Records that an account being enrolled followed or unfollowed the institution. The page shows the first; the second ends the
 * enrollment.
 */
export async function noteFollow(
  tx: Queries,
  keyring: Keyring,
  seen: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly address: string;
    readonly follows: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const blindIndexes = keyring.blindIndexes(
    'address',
    addressKey(seen.institutionId, seen.channel, seen.address),
  );
  await tx.query(
    `update enrolments set follows = $3,
        state = case when $3 then state else 'unfollowed' end,
        ended_at = case when $3 then null else $4::timestamptz end,
        word_sealed = case when $3 then word_sealed end
      where institution_id = $1 and channel = $5 and lookup = any($2::bytea[]) and state = 'pending'`,
    [seen.institutionId, blindIndexes, seen.follows, seen.at, seen.channel],
  );
}

/** Records a new handle of an account being enrolled. It is the same account, so the enrollment goes on. */
export async function noteHandle(
  tx: Queries,
  keyring: Keyring,
  seen: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly address: string;
    readonly after: string;
  },
): Promise<void> {
  const blindIndexes = keyring.blindIndexes(
    'address',
    addressKey(seen.institutionId, seen.channel, seen.address),
  );
  await tx.query(
    `update enrolments set handle = $2
      where institution_id = $1 and channel = $4 and lookup = any($3::bytea[]) and state = 'pending'`,
    [seen.institutionId, seen.after, blindIndexes, seen.channel],
  );
}
