import type { Queries } from '../../../../database/database.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import type { SignedPart } from '../engine/signed-part.ts';
import { keyColumns, type KeyRow, openKey, type StoredKey } from './conversation-keys.ts';
import { type Peer, peerColumns, peerFrom, type PeerRow, lookupsOf } from './peers.ts';

/** What we know of the conversation with a user. */
export interface KnownConversation {
  /** Where its rows are, or would be. */
  readonly lookup: Uint8Array;
  readonly peer: Peer | undefined;
  /** Newest first. */
  readonly keys: readonly StoredKey[];
  /** Whether the message that was asked for was taken before. */
  readonly isTaken: boolean;
  /** Whether it was taken byte for byte: then it says nothing new. */
  readonly isKnown: boolean;
}

/** Loads a conversation with one statement. @param of `part`: whether this message was taken before */
export async function conversationWith(
  q: Queries,
  keyring: Keyring,
  of: {
    readonly institutionId: number;
    readonly userId: string;
    readonly part?: SignedPart | undefined;
  },
): Promise<KnownConversation> {
  const { institutionId, userId, part } = of;
  const lookups = lookupsOf(keyring, institutionId, userId);
  const rows = await q.query<ConversationRow>(
    `select ${conversationColumns} ${conversationJoins}`,
    [institutionId, lookups, part?.messageId ?? null, part?.digest ?? null],
  );
  return conversationFrom(rows, keyring, { institutionId, userId, lookups });
}

/** Needs the parameters $1: institution, $2: lookups, $3: message id, $4: digest of its signed part. */
export const conversationColumns = `${peerColumns('p')}, ${keyColumns('k')},
        exists (select from x_chat_messages where institution_id = $1 and message_id = $3) as "isTaken",
        exists (select from x_chat_messages where institution_id = $1 and message_id = $3 and digest = $4) as "isKnown"`;

export const conversationJoins = `from (select) as one
      left join lateral (select * from x_chat_peers where institution_id = $1 and lookup = any($2::bytea[]) limit 1) p on true
      left join x_chat_keys k on k.institution_id = $1 and k.lookup = any($2::bytea[])
      order by k.version desc nulls last`;

/** One for each key, or one without. */
export interface ConversationRow extends PeerRow, KeyRow {
  readonly isTaken: boolean;
  readonly isKnown: boolean;
}

export function conversationFrom(
  rows: readonly ConversationRow[],
  keyring: Keyring,
  of: {
    readonly institutionId: number;
    readonly userId: string;
    readonly lookups: readonly Uint8Array[];
  },
): KnownConversation {
  const { institutionId, userId, lookups } = of;
  const [first] = rows;
  const peer = first && peerFrom(first, userId);
  const [lookup = new Uint8Array()] = lookups;
  return {
    lookup: peer?.lookup ?? lookup,
    peer,
    keys: rows.flatMap((row) => openKey(keyring, institutionId, row) ?? []),
    isTaken: first?.isTaken ?? false,
    isKnown: first?.isKnown ?? false,
  };
}
