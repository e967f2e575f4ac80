import { Fault } from '../../../kernel/fault.ts';
import type { World } from '../../../kernel/world.ts';
import type { Queries } from '../../../database/database.ts';
import type { EncryptionState } from '../../../messages/encryption-state.ts';
import type { ChatPrices } from '../account.ts';
import type { ChatApi } from './api.ts';
import type { UserKeys } from './engine/chat-engine.ts';
import { countUnverified } from './store/events.ts';
import { identitiesOf } from './store/identities.ts';
import { countPeers } from './store/peers.ts';
import { countInDoubt, countMessages } from './store/use.ts';

interface Given {
  readonly db: Queries;
  readonly world: World;
  readonly institutionId: number;
  readonly userId: string;
  readonly api: Pick<ChatApi, 'publicKeysOf' | 'conversations'>;
  readonly prices: ChatPrices;
  readonly zone: string;
}

/** Reads the state of an account in X Chat for staff. What X can't be asked is left out. */
export async function chatState(given: Given): Promise<EncryptionState> {
  const { db, institutionId, userId, api, prices } = given;
  const stored = await identitiesOf(db, { institutionId, userId });
  const [registered, requests] = await Promise.all([
    asked(async () => api.publicKeysOf(userId)),
    asked(async () => api.conversations()),
  ]);
  const isOurs = ({ publicKey }: UserKeys) =>
    stored.some(({ record }) => record.publicKey === publicKey);
  return {
    keys: stored.map(({ record, version, madeAt }) => ({
      fingerprint: record.publicKeyFingerprint,
      version,
      madeAt,
      isRegistered: registered?.some(({ publicKey }) => publicKey === record.publicKey),
    })),
    foreignKeys: registered?.filter((one) => !isOurs(one)).length,
    requestsWait: requests && requests.meta?.has_message_requests === true,
    peers: await countPeers(db, institutionId),
    unconfirmed: await countInDoubt(db, institutionId),
    unverified: await countUnverified(db, institutionId),
    month: { ...(await countMessages(db, { institutionId, since: monthOf(given) })), ...prices },
  };
}

/** When the month began. */
function monthOf({ world, zone }: Given): Temporal.Instant {
  const now = world.clock.now().toZonedDateTimeISO(zone);
  return now.with({ day: 1 }).startOfDay().toInstant();
}

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
