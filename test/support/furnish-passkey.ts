import { addPasskey } from '../../src/access/passkeys.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { World } from '../../src/kernel/world.ts';

/** Gives a member a passkey that signs nothing. @returns its id */
export async function furnishPasskey(
  db: Database,
  world: World,
  of: { readonly institutionId: number; readonly memberId: string; readonly name: string },
): Promise<string> {
  const { institutionId, memberId, name } = of;
  const passkey = await db.transaction(async (tx) =>
    addPasskey(
      tx,
      { world },
      {
        institutionId,
        memberId,
        passkey: {
          credentialId: new Uint8Array(16).fill(5),
          publicKey: new Uint8Array(77).fill(3),
          counter: 0,
          transports: [],
          backedUp: false,
          name,
        },
      },
    ),
  );
  return present(passkey, 'it was added').id;
}
