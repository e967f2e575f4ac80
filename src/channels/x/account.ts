import { createXClient, type XClient } from './client.ts';
import { listWebhooks, watchHandle } from './connect.ts';
import { createXUsers } from './directory.ts';
import { createTokenSource, type XApp } from './oauth.ts';
import { pollOnce } from './polling.ts';
import { createXChannel, selfServeBudget } from './x-channel.ts';
import { sideBySide } from '../transport/side-by-side.ts';
import type { ChatEngine } from './chat/engine/chat-engine.ts';
import type { JuiceboxModule } from './chat/juicebox.ts';
import type { Database } from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import type { Channel, Inbox } from '../../messages/channel.ts';
import type { AccountDirectory } from '../../messages/directory.ts';
import { createSeenCursor, createXTokenStore, type StoredAccount } from './token-store.ts';

/** The X app of this installation. */
export interface XOptions extends XApp {
  readonly secrets: readonly string[];
  readonly fetch: typeof fetch;
  readonly limits: 'self_serve' | 'none';
  /** The app's bearer token, which manages webhooks. Absent: changed handles are learned from members' messages. */
  readonly bearer?: string | undefined;
  /** How many enrolled members’ chats to read a minute, besides those in the inbox. */
  readonly chatReads?: number | undefined;
  /** What X charges for a chat message. Absent: what X's pages said in August 2026, and for sending what a direct message costs. */
  readonly chatPrices?: ChatPrices | undefined;
  /** What recovers keys from X's realms. Absent: the package `juicebox-sdk`, if it is installed. */
  readonly loadJuicebox?: (() => Promise<JuiceboxModule>) | undefined;
  /** X's chat engine, tested. Absent: the one of this process. */
  readonly chatEngine?: (() => Promise<ChatEngine>) | undefined;
  /** Where X delivers, such as `https://bank.example/x/webhook`. */
  readonly webhookUrl?: string | undefined;
}

/** In millionths of a dollar. */
export interface ChatPrices {
  readonly receivedMicrodollars: number;
  readonly sentMicrodollars: number;
}

export const usualChatPrices: ChatPrices = {
  receivedMicrodollars: 10_000,
  sentMicrodollars: 15_000,
};

export function chatPricesOf({ chatPrices }: Pick<XOptions, 'chatPrices'>): ChatPrices {
  return chatPrices ?? usualChatPrices;
}

/** What reaching accounts on X needs. */
export interface XGiven {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly x?: XOptions | undefined;
}

/** What calling X for this institution needs; `undefined` if it has no account there. */
export function accountOf(
  { x, db, keyring, world }: XGiven,
  institution: Institution,
  stored?: StoredAccount,
) {
  const account = institution.settings.x;
  if (!x || !account) return undefined;
  const client: XClient = createXClient({ base: x.base, fetch: x.fetch });
  const store = createXTokenStore(db, { keyring, world }, institution.id, stored);
  const tokens = createTokenSource(x, store, { fetch: x.fetch, clock: world.clock });
  return { client, tokens, bankUserId: account.userId, limits: x.limits };
}

/** The institution's channel on X. */
export function xChannelOf(given: XGiven, institution: Institution): Channel | undefined {
  const account = accountOf(given, institution);
  if (!account) return undefined;
  const { client, tokens, bankUserId, limits } = account;
  const budget = limits === 'self_serve' ? { budget: selfServeBudget } : {};
  return createXChannel({ client, tokens, clock: given.world.clock, bankUserId, ...budget });
}

/** A process polls so many accounts side by side. */
const pollsAtOnce = 8;

/**
 * Reads what X's webhooks may have lost, for every institution with an account there. One failure doesn't stop the others.
 * @returns how many were passed on
 * @throws the first failure, after all were tried
 */
export async function pollX(
  given: XGiven,
  {
    institutions,
    stored,
    inbox,
  }: {
    institutions: readonly Institution[];
    /** Stored data of their accounts that were already read, by institution. */
    stored?: ReadonlyMap<number, StoredAccount>;
    inbox: Inbox;
  },
): Promise<number> {
  const polled = await sideBySide(institutions, pollsAtOnce, async (institution) => {
    const known = stored?.get(institution.id);
    const account = accountOf(given, institution, known);
    if (!account) return 0;
    const seen = createSeenCursor(given.db, given, institution.id, known);
    return pollOnce({ ...account, seen, inbox, institutionId: institution.id });
  });
  const failed = polled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return polled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
}

/** The directory of X users for the institution; absent if it has no account there. */
export function xDirectoryOf(
  given: XGiven,
  institution: Institution,
): AccountDirectory | undefined {
  const account = accountOf(given, institution);
  if (!account) return undefined;
  const { client, bankUserId } = account;
  const { bearer, webhookUrl } = given.x ?? {};
  const token = async () => account.tokens.current();
  return {
    ...createXUsers({ client, token, bankUserId }),
    watchHandle: async (userId) => {
      if (bearer === undefined) return;
      const webhook = (await listWebhooks(client, bearer)).find(({ url }) => url === webhookUrl);
      if (!webhook) {
        throw new Fault({
          code: 'x_no_webhook',
          message: 'X doesn’t deliver here yet: run `tmm x connect` to register the webhook',
          retryable: false,
        });
      }
      await watchHandle(client, { token: await token(), userId, webhookId: webhook.id });
    },
  };
}
