import type { Database } from '../../../database/database.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Keyring } from '../../../kernel/keyring.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { Metrics } from '../../../kernel/metrics.ts';
import type { World } from '../../../kernel/world.ts';
import type { Institution } from '../../../members/institution.ts';
import type { XClient } from '../client.ts';
import type { TokenSource } from '../oauth.ts';
import { type ChatApi, createChatApi } from './api.ts';
import type { ChatEngine, ChatSession, UserKeys } from './engine/chat-engine.ts';
import { identitiesOf, openIdentity, type StoredIdentity } from './store/identities.ts';

/** What the chat of all institutions needs. */
export interface ChatContext {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How many enrolled members' chats each poll reads besides those in the inbox. */
  readonly readsEachPoll: number;
  /** The engine, tested. */
  readonly engine: () => Promise<ChatEngine>;
}

/** An institution's account in X Chat, with its keys loaded. */
export interface ChatAccount extends ChatContext {
  readonly institutionId: number;
  readonly userId: string;
  readonly api: ChatApi;
  /** Since when we have X Chat. What was written before is not for us. */
  readonly since: Temporal.Instant;
  /** The keys that X has registered last. They sign and encrypt. */
  readonly current: ChatSession;
  /** When X registered them. A conversation's key from before was made for others. */
  readonly currentSince: Temporal.Instant;
  /** All keys, newest first: old ones open old conversation keys. */
  readonly sessions: readonly ChatSession[];
  /** Our own public keys: our messages verify by them. */
  readonly ownKeys: readonly UserKeys[];
}

/** How an institution's account is reached. */
export interface Reached {
  readonly userId: string;
  readonly client: XClient;
  readonly tokens: TokenSource;
}

export interface ChatAccounts {
  /** @returns `undefined` where there are no registered keys: then X Chat is off */
  of(institution: Pick<Institution, 'id'>): Promise<ChatAccount | undefined>;
  /** Whether it was on when somebody asked last, without waiting. */
  wasOn(institutionId: number): boolean;
}

/** Keys that `tmm x chat keys` changes are noticed after so many seconds. New ones are noticed sooner, where there were none. */
const goodSeconds = { on: 10, off: 1 };

interface Loaded {
  /** Absent: there are no keys. */
  readonly engine: ChatEngine | undefined;
  readonly at: number;
  readonly ids: string;
  readonly account: Promise<ChatAccount | undefined>;
}

/** @param reach tells how an institution's account is reached; `undefined`: it has none on X */
export function createChatAccounts(
  context: ChatContext,
  reach: (institutionId: number) => Reached | undefined,
): ChatAccounts {
  const loaded = new Map<number, Loaded>();
  return {
    wasOn: (id) => loaded.get(id)?.engine !== undefined,
    of: async ({ id }) => {
      const reached = reach(id);
      if (!reached) return undefined;
      const known = loaded.get(id);
      const now = performance.now();
      const seconds = known?.engine ? goodSeconds.on : goodSeconds.off;
      if (known && now - known.at < seconds * 1_000) return known.account;
      const all = await identitiesOf(context.db, { institutionId: id, userId: reached.userId });
      const registered = all.filter(({ version }) => version !== undefined);
      if (registered.length === 0) {
        const account = Promise.resolve(undefined);
        loaded.set(id, { engine: undefined, at: now, ids: '', account });
        return account;
      }
      const engine = await context.engine();
      const ids = registered.map((one) => `${one.id}/${one.version}`).join();
      const isSame = known?.ids === ids && known.engine === engine;
      const account = isSame
        ? known.account
        : load(context, { institutionId: id, reached, registered, engine });
      loaded.set(id, { engine, at: now, ids, account });
      account.catch(() => loaded.delete(id));
      return account;
    },
  };
}

/** Old keys that can't be opened any more only keep old conversation keys shut. Without the newest, nothing works. */
function opened(
  { keyring, logger }: ChatContext,
  institutionId: number,
  identity: StoredIdentity,
  isNewest: boolean,
): Uint8Array | undefined {
  try {
    return openIdentity(keyring, institutionId, identity);
  } catch (error) {
    if (isNewest) throw error;
    logger.error({ error, institutionId }, 'Old keys for X Chat can’t be opened');
    return undefined;
  }
}

async function load(
  context: ChatContext,
  given: {
    readonly institutionId: number;
    readonly reached: Reached;
    readonly registered: readonly StoredIdentity[];
    readonly engine: ChatEngine;
  },
): Promise<ChatAccount | undefined> {
  const { institutionId, reached, registered, engine } = given;
  const { userId } = reached;
  const sessions: ChatSession[] = [];
  let currentSince: Temporal.Instant | undefined;
  for (const identity of registered) {
    const keys = opened(context, institutionId, identity, sessions.length === 0);
    if (!keys) continue;
    const session = await engine.open({ userId, version: identity.version ?? '', keys });
    keys.fill(0);
    if (!(await session.matches(identity.record.publicKey)))
      throw new Fault({
        code: 'x_chat_keys_differ',
        message: 'The stored keys for X Chat are not those that were registered',
        retryable: false,
      });
    currentSince ??= identity.registeredAt;
    sessions.push(session);
  }
  const [current] = sessions;
  if (!current) return undefined;
  return {
    ...context,
    institutionId,
    userId,
    api: createChatApi(reached.client, reached.tokens),
    since: firstOf(registered, context.world.clock.now()),
    current,
    currentSince: currentSince ?? context.world.clock.now(),
    sessions,
    ownKeys: registered.map(({ record, version }) => ({
      userId,
      version: version ?? '',
      publicKey: record.publicKey,
      signingPublicKey: record.signingPublicKey,
      identityPublicKeySignature: record.identityPublicKeySignature,
    })),
  };
}

function firstOf(registered: readonly StoredIdentity[], now: Temporal.Instant): Temporal.Instant {
  const times = registered.map(({ registeredAt }) => registeredAt ?? now);
  return times.toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? now;
}
