import type { Queries } from '../database/database.ts';
import type { PushContext } from './push-keys.ts';
import type { DeviceKeys } from './encrypt.ts';

/** One member of one institution. */
export interface DeviceOwner {
  readonly institutionId: number;
  readonly memberId: string;
}

/** A device of a member that gets pushes. */
export interface PushDevice {
  readonly id: string;
  readonly label: string;
  /** The session that added it last. It may have ended. */
  readonly sessionId: string | null;
  readonly addedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
}

/** A browser's subscription to pushes. */
export interface Subscription extends DeviceKeys {
  readonly endpoint: string;
}

/** A member's devices above this number replace the oldest. */
const devicesMax = 10;

/**
 * Adds a device, or notes that it was seen again. A browser that another member used before becomes this member's.
 * @returns its id
 */
export async function addDevice(
  tx: Queries,
  { world, keyring }: PushContext,
  given: DeviceOwner & {
    readonly sessionId: string;
    readonly label: string;
    readonly subscription: Subscription;
  },
): Promise<string> {
  const { institutionId, memberId, sessionId, label, subscription } = given;
  const { endpoint } = subscription;
  const now = world.clock.now();
  const lookup = keyring.blindIndex('push', nameOf(institutionId, endpoint));
  await tx.query(
    'delete from push_devices where institution_id = $1 and lookup = any($2::bytea[])',
    [
      institutionId,
      // Under an older key of the keyring it would be a second row.
      keyring
        .blindIndexes('push', nameOf(institutionId, endpoint))
        .filter((one) => !Buffer.from(one).equals(lookup)),
    ],
  );
  const id = world.ids.next();
  const [row] = await tx.query<{ id: string }>(
    `insert into push_devices (institution_id, id, member_id, lookup, sealed, label, session_id, added_at, seen_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
      on conflict (institution_id, lookup) do update set member_id = excluded.member_id, sealed = excluded.sealed,
        label = excluded.label, session_id = excluded.session_id, seen_at = excluded.seen_at,
        added_at = case when push_devices.member_id = excluded.member_id then push_devices.added_at else excluded.added_at end
      returning id`,
    [
      institutionId,
      id,
      memberId,
      lookup,
      keyring.encrypt('push', placeOf(institutionId, lookup), written(subscription)),
      label,
      sessionId,
      now,
    ],
  );
  await tx.query(
    `delete from push_devices where institution_id = $1 and member_id = $2 and id in (
        select id from push_devices where institution_id = $1 and member_id = $2
        order by seen_at desc, id desc offset $3)`,
    [institutionId, memberId, devicesMax],
  );
  return row?.id ?? id;
}

/** Lists the member's devices, the last seen first. */
export async function listDevices(
  q: Queries,
  { institutionId, memberId }: DeviceOwner,
): Promise<PushDevice[]> {
  return q.query<PushDevice>(
    `select id, label, session_id as "sessionId", added_at as "addedAt", seen_at as "seenAt"
      from push_devices where institution_id = $1 and member_id = $2 order by seen_at desc, id desc`,
    [institutionId, memberId],
  );
}

/** Whether a member has a device that gets pushes. */
export async function hasDevices(
  q: Queries,
  { institutionId, memberId }: DeviceOwner,
): Promise<boolean> {
  const rows = await q.query(
    'select 1 from push_devices where institution_id = $1 and member_id = $2 limit 1',
    [institutionId, memberId],
  );
  return rows.length > 0;
}

/**
 * Removes a device of this member: it gets no more pushes.
 * @returns it; `undefined` if it is not the member's
 */
export async function removeDevice(
  tx: Queries,
  { institutionId, memberId, id }: DeviceOwner & { readonly id: string },
): Promise<Pick<PushDevice, 'sessionId'> | undefined> {
  const [row] = await tx.query<Pick<PushDevice, 'sessionId'>>(
    `delete from push_devices where institution_id = $1 and member_id = $2 and id = $3
      returning session_id as "sessionId"`,
    [institutionId, memberId, id],
  );
  return row;
}

/** Removes the member's devices, all or all but those of one session. */
export async function removeDevices(
  tx: Queries,
  given: DeviceOwner & { readonly exceptSessionId?: string | undefined },
): Promise<void> {
  await tx.query(
    `delete from push_devices where institution_id = $1 and member_id = $2
      and ($3::uuid is null or session_id is distinct from $3)`,
    [given.institutionId, given.memberId, given.exceptSessionId ?? null],
  );
}

/** A device with what is needed to send to it. */
export interface Reachable {
  readonly memberId: string;
  readonly subscription: Subscription;
}

/** Reads how to reach a device. @returns `undefined` if it was removed */
export async function reachDevice(
  q: Queries,
  { keyring }: Pick<PushContext, 'keyring'>,
  { institutionId, id }: { readonly institutionId: number; readonly id: string },
): Promise<Reachable | undefined> {
  const [row] = await q.query<{ memberId: string; lookup: Uint8Array; encrypted: Uint8Array }>(
    `select member_id as "memberId", lookup, sealed as encrypted
      from push_devices where institution_id = $1 and id = $2`,
    [institutionId, id],
  );
  if (!row) return undefined;
  const plain = keyring.decrypt('push', placeOf(institutionId, row.lookup), row.encrypted);
  return { memberId: row.memberId, subscription: subscriptionOf(plain) };
}

/** Removes a device that its push service no longer knows. */
export async function dropDevice(
  tx: Queries,
  { institutionId, id }: { readonly institutionId: number; readonly id: string },
): Promise<void> {
  await tx.query('delete from push_devices where institution_id = $1 and id = $2', [
    institutionId,
    id,
  ]);
}

const nameOf = (institutionId: number, endpoint: string) => `push/${institutionId}/${endpoint}`;

const placeOf = (institutionId: number, lookup: Uint8Array) =>
  `push_devices/${institutionId}/${Buffer.from(lookup).toString('hex')}`;

/** The endpoint and both keys, a line each. */
function written({ endpoint, p256dh, auth }: Subscription): string {
  return [endpoint, base64url(p256dh), base64url(auth)].join('\n');
}

function subscriptionOf(plain: string): Subscription {
  const [endpoint = '', p256dh = '', auth = ''] = plain.split('\n');
  return {
    endpoint,
    p256dh: Buffer.from(p256dh, 'base64url'),
    auth: Buffer.from(auth, 'base64url'),
  };
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
