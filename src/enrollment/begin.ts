import type { FollowBack } from '../kernel/vocabulary/follow-back.ts';
import { descriptors, type EnrollableChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { addressKey } from '../members/bind-address.ts';
import { findSenders } from '../members/senders.ts';
import type { Sender } from '../members/member.ts';
import { conversationsFor } from '../messages/conversations.ts';
import {
  enrollmentAddressPlace,
  enrollmentWordPlace,
  wordMinutes,
  type Rights,
} from './enrollment.ts';
import { drawWord, wordBlindIndex } from './words.ts';

export interface NewEnrollment {
  readonly institutionId: number;
  readonly memberId: string;
  readonly sessionId: string;
  readonly channel: EnrollableChannel;
  /** X user id or E.164 number. */
  readonly address: string;
  /** Its name: a handle, or a number with all but its last digits masked. */
  readonly handle: string;
  readonly rights: Rights;
  readonly followBack?: FollowBack | undefined;
}

export interface Begun {
  readonly id: string;
  readonly word: string;
  readonly conversationId: string;
  readonly expiresAt: Temporal.Instant;
  /** Who is behind the address now. Never shown on the page. */
  readonly sender?: Sender;
}

export type BeginRefusal =
  | { readonly refused: 'address_already_yours' }
  | { readonly refused: 'too_many'; readonly retryAt: Temporal.Instant };

/** How often a member may begin in an hour, and how often they may try one address in a day. Other members' tries don't count. */
const perHour = 6;
const perAddressAndDay = 6;

/**
 * Begins to prove an address: draws the one-time code and stores its keyed hash. Cancels the member's open enrollment on this
 * channel. Refuses if the address already serves this member in full, or if this member began too many. An address that said STOP
 * gets the same answer as any other, because a page must not reveal STOP; messages queued to it are never sent.
 */
export async function beginEnrollment(
  tx: Queries,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  wanted: NewEnrollment,
): Promise<Begun | BeginRefusal> {
  const { institutionId, memberId, channel } = wanted;
  const key = addressKey(institutionId, channel, wanted.address);
  const now = world.clock.now();
  const blindIndexes = keyring.blindIndexes('address', key);
  const [sender] = await findSenders(tx, institutionId, [{ channel, blindIndexes }]);
  const isWhole = sender?.address.state !== 'suspended' && !sender?.address.moneyLockedAt;
  if (sender?.member.id === memberId && isWhole) return { refused: 'address_already_yours' };
  const tooMany = await limited(tx, { institutionId, memberId, channel, blindIndexes, now });
  if (tooMany) return tooMany;
  const [conversation] = await conversationsFor(tx, {
    institutionId,
    keys: [{ channel, address: wanted.address }],
    keyring,
    world,
  });
  await tx.query(
    `update enrolments set state = 'cancelled', ended_at = $4, word_sealed = null
      where institution_id = $1 and member_id = $2 and channel = $3 and state = 'pending'`,
    [institutionId, memberId, channel, now],
  );
  const id = world.ids.next();
  const word = drawWord(world.random, channel);
  const expiresAt = now.add({ minutes: wordMinutes });
  const inserted = await tx.query(
    `insert into enrolments (institution_id, id, member_id, session_id, channel, lookup, address, handle, word_lookup,
        word_sealed, may_move_money, per_transfer, per_day, follow_back, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      on conflict (institution_id, member_id, channel) where state = 'pending' do nothing
      returning 1`,
    [
      institutionId,
      id,
      memberId,
      wanted.sessionId,
      channel,
      keyring.blindIndex('address', key),
      keyring.encrypt('address', enrollmentAddressPlace(institutionId, id), wanted.address),
      wanted.handle,
      wordBlindIndex(keyring, institutionId, word),
      descriptors[channel].proof === 'message-from-account'
        ? keyring.encrypt('token', enrollmentWordPlace(institutionId, id), word)
        : null,
      wanted.rights.mayMoveMoney,
      wanted.rights.perTransfer,
      wanted.rights.perDay,
      wanted.followBack ?? null,
      now,
      expiresAt,
    ],
  );
  // Another enrollment of this member began at the same moment. Start over and cancel that one.
  if (inserted.length === 0)
    throw Object.assign(new Error('another enrollment was begun meanwhile'), { code: '40001' });
  return {
    id,
    word,
    conversationId: present(conversation, 'one was asked for').id,
    expiresAt,
    ...(sender ? { sender } : {}),
  };
}

async function limited(
  q: Queries,
  given: {
    institutionId: number;
    memberId: string;
    channel: EnrollableChannel;
    blindIndexes: readonly Uint8Array[];
    now: Temporal.Instant;
  },
): Promise<BeginRefusal | undefined> {
  const { institutionId, now } = given;
  const hourAgo = now.subtract({ hours: 1 });
  const dayAgo = now.subtract({ hours: 24 });
  const [row] = await q.query<{
    own: bigint;
    ownSince: Temporal.Instant | null;
    tried: bigint;
    triedSince: Temporal.Instant | null;
  }>(
    `select own.count as own, own.since as "ownSince", tried.count as tried, tried.since as "triedSince"
      from (select count(*) as count, min(created_at) as since from enrolments
        where institution_id = $1 and member_id = $2 and created_at > $3) own,
      (select count(*) as count, min(created_at) as since from enrolments
        where institution_id = $1 and member_id = $2 and channel = $4 and lookup = any($5::bytea[])
          and created_at > $6) tried`,
    [institutionId, given.memberId, hourAgo, given.channel, given.blindIndexes, dayAgo],
  );
  if (row?.ownSince && row.own >= BigInt(perHour))
    return { refused: 'too_many', retryAt: row.ownSince.add({ hours: 1 }) };
  if (row?.triedSince && row.tried >= BigInt(perAddressAndDay))
    return { refused: 'too_many', retryAt: row.triedSince.add({ hours: 24 }) };
  return undefined;
}
