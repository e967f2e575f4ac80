import { askApprovals } from '../../src/approvals/store.ts';
import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { addDevice } from '../../src/push/devices.ts';

/** Gives a member a transfer that waits for an hour, and a device that hears of it. @returns their ids */
export async function furnishApproval(
  {
    db,
    world,
    keyring,
  }: { readonly db: Database; readonly world: World; readonly keyring: Keyring },
  given: {
    readonly institutionId: number;
    readonly memberId: string;
    readonly addressId: string;
    readonly shareId: string;
    readonly suffix: string;
    readonly sessionId: string;
  },
): Promise<{ readonly approval: string; readonly device: string }> {
  const { institutionId, memberId, addressId, shareId, suffix, sessionId } = given;
  const now = world.clock.now();
  const approval = world.ids.next();
  const device = await db.transaction(async (tx) => {
    await askApprovals(tx, world, institutionId, [
      {
        id: approval,
        memberId,
        addressId,
        conversationId: world.ids.next(),
        channel: 'x',
        inboundKey: 'x:1',
        language: 'en',
        amount: 1_00n,
        currency: 'USD',
        fromShareId: shareId,
        toShareId: shareId,
        fromSuffix: suffix,
        toSuffix: '0',
        askedAt: now,
        expiresAt: now.add({ hours: 1 }),
      },
    ]);
    const subscription = {
      endpoint: 'https://push.example/zeppelin',
      p256dh: new Uint8Array(65),
      auth: new Uint8Array(16),
    };
    return addDevice(
      tx,
      { world, keyring },
      { institutionId, memberId, sessionId, label: 'Zeppelin phone', subscription },
    );
  });
  return { approval, device };
}
