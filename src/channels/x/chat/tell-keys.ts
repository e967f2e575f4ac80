import type { CommandPorts } from '../../command.ts';
import type { ChatPrices } from '../account.ts';
import type { ChatApi } from './api.ts';
import type { KeysContext } from './keys.ts';
import { countUnverified } from './store/events.ts';
import { identitiesOf } from './store/identities.ts';
import { countInDoubt, countMessages } from './store/use.ts';
import { countPeers } from './store/peers.ts';

/**
 * Prints the keys of the account, whether X has them, what staff must look at, and what the month has cost.
 * @returns 0 if X has the newest keys
 */
export async function tellKeys(
  context: KeysContext & { readonly api: ChatApi },
  given: Pick<CommandPorts, 'print' | 'printTable' | 'institution'> & {
    readonly prices: ChatPrices;
  },
): Promise<number> {
  const { print, printTable } = given;
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
  print(
    `Members whose keys changed and who have not confirmed them: ${await countInDoubt(db, institutionId)}`,
  );
  print(`Events that did not verify: ${await countUnverified(db, institutionId)}`);
  const { meta } = await context.api.conversations();
  const waits = meta?.has_message_requests === true;
  print(
    waits
      ? 'Message requests wait at X: sign in to the account, open Chat, Requests, and accept those of members'
      : 'Message requests wait at X: none',
  );
  await tellUse(context, given);
  const newest = stored.find(({ version }) => version !== undefined);
  return newest && isAtX(newest.record.publicKey) ? 0 : 1;
}

/** What X has charged since the month began, by the installation's prices. Reading chats costs too, and isn't counted. */
async function tellUse(
  { db, institutionId, world }: KeysContext,
  {
    print,
    institution,
    prices,
  }: Pick<CommandPorts, 'print' | 'institution'> & { readonly prices: ChatPrices },
): Promise<void> {
  const now = world.clock.now().toZonedDateTimeISO(institution.zone);
  const since = now.with({ day: 1 }).startOfDay().toInstant();
  const { received, sent } = await countMessages(db, { institutionId, since });
  const { receivedMicrodollars: each, sentMicrodollars: eachSent } = prices;
  const dollars = (microdollars: number) => `$${(microdollars / 1_000_000).toFixed(2)}`;
  print(
    `This month: ${received} messages received, ${sent} sent; about ${dollars(received * each + sent * eachSent)} at $${each / 1_000_000} and $${eachSent / 1_000_000} each, without what polling reads`,
  );
}
