import type { CommandPorts } from '../../command.ts';
import type { KeysContext } from './keys.ts';
import { countUnverified } from './store/events.ts';
import { identitiesOf } from './store/identities.ts';
import { countPeers } from './store/peers.ts';

/** Prints the keys of the account, whether X has them, and how the channel fares. @returns 0 if X has the newest ones */
export async function tellKeys(
  context: KeysContext,
  { print, printTable }: Pick<CommandPorts, 'print' | 'printTable'>,
): Promise<number> {
  const { db, institutionId, userId, world } = context;
  const stored = await identitiesOf(db, { institutionId, userId });
  const registered = await context.api.publicKeysOf(userId);
  const isAtX = (publicKey: string) => registered.some((one) => one.publicKey === publicKey);
  printTable(
    ['fingerprint', 'version', 'age', 'registered at X'],
    stored.map(({ record, version, madeAt }) => [
      record.publicKeyFingerprint,
      version ?? 'not registered',
      `${Math.floor(world.clock.now().since(madeAt).total('hours') / 24)} days`,
      isAtX(record.publicKey) ? 'yes' : 'no',
    ]),
  );
  const foreign = registered.filter(
    ({ publicKey }) => !stored.some(({ record }) => record.publicKey === publicKey),
  );
  if (foreign.length > 0)
    print(
      `X also has ${foreign.length} keys of this account that are not here, such as those on staff’s phones`,
    );
  const peers = await countPeers(db, institutionId);
  print(
    `Members and strangers in X Chat: ${peers.all}; with changed keys: ${peers.changed}; that X refuses: ${peers.refused}`,
  );
  print(`Events that did not verify: ${await countUnverified(db, institutionId)}`);
  const newest = stored.find(({ version }) => version !== undefined);
  return newest && isAtX(newest.record.publicKey) ? 0 : 1;
}
