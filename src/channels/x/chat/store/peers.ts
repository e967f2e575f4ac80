import type { Queries } from '../../../../database/database.ts';
import { present } from '../../../../kernel/assert.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import { addressKey } from '../../../../members/bind-address.ts';
import type { PublicRecord } from '../engine/chat-engine.ts';

/** An X user with whom we have a chat, with the public keys by which we know them. */
export interface Peer {
  readonly lookup: Uint8Array;
  readonly userId: string;
  readonly record: PublicRecord;
  /** Since when these keys are pinned. */
  readonly pinnedAt: Temporal.Instant;
  readonly changes: number;
  readonly seenSequenceId: string | undefined;
  readonly conversationToken: string | undefined;
  readonly refusedAt: Temporal.Instant | undefined;
}

/** The columns of a peer, null where a join found none. */
export interface PeerRow {
  readonly lookup: Uint8Array | null;
  readonly publicKey: string | null;
  readonly signingPublicKey: string | null;
  readonly identityPublicKeySignature: string | null;
  readonly version: string | null;
  readonly pinnedAt: Temporal.Instant | null;
  readonly changes: number | null;
  readonly seenSequenceId: string | null;
  readonly conversationToken: string | null;
  readonly refusedAt: Temporal.Instant | null;
}

export function peerColumns(table: string): string {
  return `${table}.lookup, ${table}.public_key as "publicKey", ${table}.signing_public_key as "signingPublicKey",
        ${table}.identity_public_key_signature as "identityPublicKeySignature", ${table}.key_version as version,
        ${table}.pinned_at as "pinnedAt", ${table}.changes, ${table}.seen_sequence_id as "seenSequenceId",
        ${table}.conversation_token as "conversationToken", ${table}.refused_at as "refusedAt"`;
}

/** @returns `undefined` where a join found none */
export function peerFrom(row: PeerRow, userId: string): Peer | undefined {
  const { lookup, publicKey, signingPublicKey, identityPublicKeySignature, version, pinnedAt } =
    row;
  if (!lookup || !pinnedAt) return undefined;
  return {
    lookup,
    userId,
    record: {
      publicKey: present(publicKey, 'a pin has an identity key'),
      signingPublicKey: present(signingPublicKey, 'a pin has a signing key'),
      identityPublicKeySignature: present(identityPublicKeySignature, 'a pin has its binding'),
      version: present(version, 'a pin has a version'),
    },
    pinnedAt,
    changes: row.changes ?? 0,
    seenSequenceId: row.seenSequenceId ?? undefined,
    conversationToken: row.conversationToken ?? undefined,
    refusedAt: row.refusedAt ?? undefined,
  };
}

/** Where a user's rows are. The first is for new rows; old rows may be under another key of the installation. */
export function lookupsOf(keyring: Keyring, institutionId: number, userId: string): Uint8Array[] {
  return keyring.blindIndexes('address', addressKey(institutionId, 'x', userId));
}

/** @returns `undefined` for a user of whom we have no keys */
export async function peerOf(
  q: Queries,
  keyring: Keyring,
  { institutionId, userId }: { readonly institutionId: number; readonly userId: string },
): Promise<Peer | undefined> {
  const [row] = await q.query<PeerRow>(
    `select ${peerColumns('x_chat_peers')} from x_chat_peers where institution_id = $1 and lookup = any($2::bytea[])`,
    [institutionId, lookupsOf(keyring, institutionId, userId)],
  );
  return row && peerFrom(row, userId);
}

/** Pins the keys of a user of whom we had none. Another process may have done so already: its pin stays. */
export async function pinPeer(
  q: Queries,
  pin: {
    readonly institutionId: number;
    readonly lookup: Uint8Array;
    readonly record: PublicRecord;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { record } = pin;
  await q.query(
    `insert into x_chat_peers (institution_id, lookup, public_key, signing_public_key, identity_public_key_signature, key_version, pinned_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      pin.institutionId,
      pin.lookup,
      record.publicKey,
      record.signingPublicKey,
      record.identityPublicKeySignature,
      record.version,
      pin.at,
    ],
  );
}

/** Pins other keys. Call it after the doubt about the address is committed. */
export async function pinOthers(
  q: Queries,
  pin: {
    readonly institutionId: number;
    readonly peer: Peer;
    readonly record: PublicRecord;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { record, peer } = pin;
  await q.query(
    `update x_chat_peers set public_key = $3, signing_public_key = $4, identity_public_key_signature = $5, key_version = $6,
        pinned_at = case when public_key = $3 and signing_public_key = $4 then pinned_at else $7 end, changes = $8 + 1
      where institution_id = $1 and lookup = $2 and changes = $8`,
    [
      pin.institutionId,
      peer.lookup,
      record.publicKey,
      record.signingPublicKey,
      record.identityPublicKeySignature,
      record.version,
      pin.at,
      peer.changes,
    ],
  );
}

/** Whether keys are those that are pinned. The same keys under another version are no change. */
export function isPinned(pinned: PublicRecord, record: PublicRecord): boolean {
  return (
    pinned.publicKey === record.publicKey && pinned.signingPublicKey === record.signingPublicKey
  );
}

/** Records how far the conversation was read. */
export async function notePosition(
  q: Queries,
  at: {
    readonly institutionId: number;
    readonly lookup: Uint8Array;
    readonly sequenceId: string;
    readonly conversationToken: string | undefined;
  },
): Promise<void> {
  await q.query(
    `update x_chat_peers set seen_sequence_id = $3, conversation_token = coalesce($4, conversation_token)
      where institution_id = $1 and lookup = $2`,
    [at.institutionId, at.lookup, at.sequenceId, at.conversationToken ?? null],
  );
}

/** Records that X refuses, or again takes, our chat messages to a user. */
export async function noteRefused(
  q: Queries,
  of: {
    readonly institutionId: number;
    readonly lookup: Uint8Array;
    readonly at: Temporal.Instant | undefined;
  },
): Promise<void> {
  await q.query(
    `update x_chat_peers set refused_at = $3
      where institution_id = $1 and lookup = $2 and refused_at is distinct from $3`,
    [of.institutionId, of.lookup, of.at ?? null],
  );
}

/** How many users are known, how many had other keys once, and how many X refuses. */
export async function countPeers(
  q: Queries,
  institutionId: number,
): Promise<{ readonly all: number; readonly changed: number; readonly refused: number }> {
  const [row] = await q.query<{ all: number; changed: number; refused: number }>(
    `select count(*)::int as "all", (count(*) filter (where changes > 0))::int as changed,
        (count(*) filter (where refused_at is not null))::int as refused
      from x_chat_peers where institution_id = $1`,
    [institutionId],
  );
  return row ?? { all: 0, changed: 0, refused: 0 };
}
