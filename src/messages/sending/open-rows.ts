import type { Queries } from '../../database/database.ts';
import { isUndecryptable, isUnderUnknownKey, type Keyring } from '../../kernel/keyring.ts';
import { openCodes } from '../../members/codes.ts';
import { recipientPlace } from '../conversation-keys.ts';
import { outboundLeaf } from '../leaves.ts';
import { insetPlace } from '../outbound.ts';
import { openPayload } from './payload.ts';
import type { StoredOutbound } from '../verify-messages.ts';
import type { Claimed } from './claimed.ts';

/** A due message as stored. */
export type EncryptedRow = StoredOutbound & {
  readonly recipient: Uint8Array;
  readonly attempts: number;
  readonly payload: Uint8Array | null;
  readonly payloadCode: number | null;
};

/** Why a row stays closed: a value was moved or changed, or this process lacks its key. */
type Closed = 'undecryptable' | 'unknown_key';

type Code = { readonly code: string; readonly version: number } | Closed;

interface Place {
  readonly institutionId: number;
  readonly keyring: Keyring;
}

/** Decrypts addresses, codes and one-time codes of due messages. One that fails doesn't hold up the others. */
export async function openRows(
  tx: Queries,
  place: Place,
  rows: readonly EncryptedRow[],
): Promise<{
  readonly opened: readonly Omit<Claimed, 'sendingAt'>[];
  readonly closed: Readonly<Record<Closed, readonly string[]>>;
}> {
  const codes = await codesOf(tx, place, rows);
  const opened: Omit<Claimed, 'sendingAt'>[] = [];
  const closed: Record<Closed, string[]> = { undecryptable: [], unknown_key: [] };
  for (const row of rows) {
    const one = openRow(row, place, codes);
    if (typeof one === 'string') closed[one].push(row.id);
    else opened.push(one);
  }
  return { opened, closed };
}

async function codesOf(
  tx: Queries,
  { institutionId, keyring }: Place,
  rows: readonly EncryptedRow[],
): Promise<ReadonlyMap<string, Code>> {
  const addressIds = [...new Set(rows.flatMap((row) => row.addressId ?? []))];
  try {
    return await openCodes(tx, keyring, institutionId, addressIds);
  } catch (error) {
    closedBy(error);
  }
  const codes = new Map<string, Code>();
  for (const addressId of addressIds) {
    try {
      const code = (await openCodes(tx, keyring, institutionId, [addressId])).get(addressId);
      if (code) codes.set(addressId, code);
    } catch (error) {
      codes.set(addressId, closedBy(error));
    }
  }
  return codes;
}

function openRow(
  row: EncryptedRow,
  { institutionId, keyring }: Place,
  codes: ReadonlyMap<string, Code>,
): Omit<Claimed, 'sendingAt'> | Closed {
  const code = row.addressId === null ? undefined : codes.get(row.addressId);
  if (typeof code === 'string') return code;
  try {
    return {
      id: row.id,
      conversationId: row.conversationId,
      channel: row.channel,
      address: keyring.decrypt(
        'address',
        recipientPlace(institutionId, row.conversationId),
        row.recipient,
      ),
      purpose: row.purpose,
      priority: row.priority,
      text: row.text,
      attempts: row.attempts + 1,
      batchId: row.batchId,
      leaf: outboundLeaf(row),
      queuedAt: row.queuedAt,
      ...(row.addressId === null ? {} : { addressId: row.addressId }),
      ...(row.inset
        ? { inset: keyring.decrypt('token', insetPlace(institutionId, row.id), row.inset) }
        : {}),
      ...(code ? { code: code.code, codeVersion: code.version } : {}),
      ...(row.receivedAt ? { receivedAt: row.receivedAt } : {}),
      ...(row.inReplyTo === null ? {} : { inReplyTo: row.inReplyTo }),
      ...payloadOf(row, { institutionId, keyring }, code?.version),
    };
  } catch (error) {
    return closedBy(error);
  }
}

/** What was prepared with an older code would show that code. What was prepared for another message is no use either. */
function payloadOf(
  { id, text, payload: sealed, payloadCode }: EncryptedRow,
  { institutionId, keyring }: Place,
  codeVersion: number | undefined,
): Pick<Claimed, 'payload' | 'hasStalePayload'> {
  if (!sealed) return {};
  if (payloadCode !== (codeVersion ?? null)) return { hasStalePayload: true };
  const payload = openPayload(keyring, { institutionId, id, text, codeVersion }, sealed);
  return payload ? { payload } : { hasStalePayload: true };
}

/** @throws an error that is not about decryption */
function closedBy(error: unknown): Closed {
  if (!isUndecryptable(error)) throw error;
  return isUnderUnknownKey(error) ? 'unknown_key' : 'undecryptable';
}
