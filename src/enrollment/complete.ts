import type { EnrollableChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { verifyAddressAgain } from '../members/address-state.ts';
import { bindAddresses } from '../messages/bind-addresses.ts';
import { issueCodes } from '../members/codes.ts';
import { recordConsents } from '../members/consents.ts';
import { setFirstLimits } from '../members/first-limits.ts';
import type { Institution } from '../members/institution.ts';
import { queueAnnouncement } from '../notices/announce.ts';
import { enrollmentAddressPlace } from './enrollment.ts';

/** An enrollment whose one-time code was right; its row is locked. */
export interface Proven {
  readonly id: string;
  readonly memberId: string;
  readonly channel: EnrollableChannel;
  /** Encrypted. */
  readonly address: Uint8Array;
  readonly handle: string;
  readonly mayMoveMoney: boolean;
  readonly perTransfer: bigint | null;
  readonly perDay: bigint | null;
  /** The member's existing address of this identity, to be verified again. Absent: it is bound now. */
  readonly ownAddressId?: string;
  /** The word was signed with the keys that are known of the account. Only that lifts a doubt about these keys. */
  readonly isSigned?: boolean;
}

export interface Completed {
  readonly addressId: string;
  /** True: bound now. False: verified again. */
  readonly isNew: boolean;
  /** Transfers from it stay locked: the word did not prove the account's new keys. */
  readonly isLocked: boolean;
}

/**
 * Binds proven addresses with their first code, rights and consent, and notifies the members' other channels. An address that was
 * already the member's is verified again and keeps its code and rights. Returns them in the given order.
 * @throws Fault `address_taken` if another enrollment was faster
 */
export async function completeEnrollments(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  proven: readonly Proven[],
): Promise<Completed[]> {
  if (proven.length === 0) return [];
  const { keyring, world, institution } = context;
  const now = world.clock.now();
  const fresh = proven.filter(({ ownAddressId }) => ownAddressId === undefined);
  const ids = await bindAddresses(
    tx,
    { keyring, world },
    institution.id,
    fresh.map((one) => ({
      memberId: one.memberId,
      channel: one.channel,
      address: keyring.decrypt(
        'address',
        enrollmentAddressPlace(institution.id, one.id),
        one.address,
      ),
      handle: one.handle,
      mayMoveMoney: one.mayMoveMoney,
    })),
  );
  const bound = proven.map((one) => ({
    addressId: one.ownAddressId ?? present(ids[fresh.indexOf(one)], 'each new address has its id'),
    isNew: one.ownAddressId === undefined,
  }));
  if (fresh.length > 0) await issueCodes(tx, { keyring, world }, institution.id, ids);
  await setFirstLimits(
    tx,
    institution.id,
    fresh.map(({ perTransfer, perDay }, index) => ({
      addressId: present(ids[index], 'each new address has its id'),
      perTransfer,
      perDay,
    })),
  );
  const locked = await verifyOwn(tx, { institutionId: institution.id, proven, at: now });
  const completed = bound.map((one) => ({ ...one, isLocked: locked.has(one.addressId) }));
  await recordConsents(
    tx,
    world,
    institution.id,
    proven.map((one, index) => ({
      kind: 'opt_in' as const,
      version: '1',
      channel: one.channel,
      how: `enrollment ${one.id}`,
      at: now,
      memberId: one.memberId,
      addressId: completed[index]?.addressId,
    })),
  );
  await tx.query(
    `update enrolments e set state = 'completed', ended_at = $4, word_sealed = null, address_id = n.address_id
      from unnest($2::uuid[], $3::uuid[]) as n (id, address_id)
      where e.institution_id = $1 and e.id = n.id`,
    [institution.id, proven.map(({ id }) => id), completed.map(({ addressId }) => addressId), now],
  );
  for (const [index, one] of proven.entries()) {
    const done = completed[index];
    if (!done?.isNew) continue;
    const change = { memberId: one.memberId, what: 'address_added' as const };
    await queueAnnouncement(tx, context, { ...change, exceptAddressId: done.addressId });
  }
  return completed;
}

/** Verifies addresses that are the member's already. @returns those that still move no money */
async function verifyOwn(
  tx: Queries,
  given: {
    readonly institutionId: number;
    readonly proven: readonly Proven[];
    readonly at: Temporal.Instant;
  },
): Promise<ReadonlySet<string>> {
  const { institutionId, proven, at } = given;
  const locked = new Set<string>();
  for (const { ownAddressId: addressId, isSigned: provesKeys = false } of proven) {
    if (addressId === undefined) continue;
    if (await verifyAddressAgain(tx, institutionId, { addressId, at, provesKeys }))
      locked.add(addressId);
  }
  return locked;
}
