import { Fault } from '../../../kernel/fault.ts';
import { isUndecryptable, type Keyring } from '../../../kernel/keyring.ts';
import type { World } from '../../../kernel/world.ts';
import type { Database } from '../../../database/database.ts';
import type { ChatApi } from './api.ts';
import type { ChatEngine, NewKeys, UserKeys } from './engine/chat-engine.ts';
import {
  identitiesOf,
  noteRegistered,
  openIdentity,
  resealIdentity,
  saveIdentity,
  type StoredIdentity,
} from './store/identities.ts';

/** What managing an account's keys needs. */
export interface KeysContext {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly world: World;
  readonly engine: ChatEngine;
  readonly api: Pick<ChatApi, 'publicKeysOf' | 'register' | 'juiceboxConfig'>;
  readonly institutionId: number;
  readonly userId: string;
}

/** The keys in use, as X has them. */
export interface KeysInUse {
  readonly version: string;
  readonly fingerprint: string;
}

/**
 * Makes keys for an account that has none, and registers them. They are stored before X gets them, so that a crash can't lose keys that
 * members encrypt for. If an earlier run stored keys that X has meanwhile, or may have, it goes on with those.
 * @param over what it may replace: nothing; keys that we have; keys that others have too, such as staff's phones
 * @throws Fault `x_chat_keys_exist`, `x_chat_keys_foreign`, `x_chat_keys_missing`, or with X's code
 */
export async function createKeys(
  context: KeysContext,
  over: 'nothing' | 'ours' | 'any',
): Promise<KeysInUse> {
  const { db, institutionId, userId } = context;
  const stored = await identitiesOf(db, { institutionId, userId });
  const finished = stored.filter(({ version }) => version !== undefined);
  const unfinished = stored.find(
    (one) =>
      one.version === undefined && !finished.some(({ record }) => isSame(one.record, record)),
  );
  const registered = await context.api.publicKeysOf(userId);
  // The answer of an earlier registration may have been lost.
  const [taken] = unfinished ? registeredAs(unfinished, registered) : [];
  if (unfinished && taken) return confirm(context, unfinished, taken.version);
  if (over !== 'any') assertReplaceable({ finished, registered, over });
  if (unfinished) return register(context, unfinished);
  const made = await context.engine.generate();
  const kept = await keep(context, made);
  return register(context, kept);
}

/** The newest keys at X must be our newest ones before they are replaced: others may be on devices in use. */
function assertReplaceable({
  finished,
  registered,
  over,
}: {
  readonly finished: readonly StoredIdentity[];
  readonly registered: readonly UserKeys[];
  readonly over: 'nothing' | 'ours';
}): void {
  const [newest] = registered;
  if (newest && !finished.some(({ record }) => isSame(record, newest))) throw foreign();
  const [ours] = finished;
  if (ours && registeredAs(ours, registered).length === 0) throw missing();
  if (newest && over === 'nothing') throw exist();
}

/**
 * Takes keys that X has registered for this account: recovered ones, or those of a recovery file.
 * @throws Fault `x_chat_keys_unknown` if X has others
 */
export async function takeKeys(
  context: KeysContext,
  given: Pick<NewKeys, 'keys'> & Partial<Pick<NewKeys, 'record'>>,
): Promise<KeysInUse> {
  const registered = await context.api.publicKeysOf(context.userId);
  const session = await context.engine.open({
    userId: context.userId,
    version: '0',
    keys: given.keys,
  });
  const matching: UserKeys[] = [];
  for (const one of registered) if (await session.matches(one.publicKey)) matching.push(one);
  const fingerprint = await session.fingerprint();
  await session.close();
  const [found] = matching;
  if (!found) throw unknown();
  const known = (await identitiesOf(context.db, context)).find((one) => isSame(one.record, found));
  if (known) await mend(context, known, given.keys);
  const kept =
    known ??
    (await keep(context, {
      keys: given.keys,
      record: given.record ?? {
        ...found,
        publicKeyFingerprint: fingerprint,
        signingPublicKeySignature: '',
        registrationMethod: '',
      },
    }));
  given.keys.fill(0);
  if (known?.version === found.version) return { version: found.version, fingerprint };
  return confirm(context, kept, found.version);
}

/** The private keys in use, in clear: overwrite them. @throws Fault `x_chat_no_keys` */
export async function keysInUse({
  db,
  keyring,
  institutionId,
  userId,
}: Pick<KeysContext, 'db' | 'keyring' | 'institutionId' | 'userId'>): Promise<NewKeys> {
  const all = await identitiesOf(db, { institutionId, userId });
  const current = all.find(({ version }) => version !== undefined);
  if (!current)
    throw new Fault({
      code: 'x_chat_no_keys',
      message: 'There are no keys yet: run `tmm x chat keys create`',
      retryable: false,
    });
  return { keys: openIdentity(keyring, institutionId, current), record: current.record };
}

function registeredAs(
  { record }: Pick<StoredIdentity, 'record'>,
  registered: readonly UserKeys[],
): UserKeys[] {
  return registered.filter((one) => isSame(one, record));
}

type Pair = Pick<UserKeys, 'publicKey' | 'signingPublicKey'>;

function isSame(one: Pair, other: Pair): boolean {
  return one.publicKey === other.publicKey && one.signingPublicKey === other.signingPublicKey;
}

async function keep(
  context: KeysContext,
  { keys, record }: NewKeys,
): Promise<Pick<StoredIdentity, 'id' | 'record'>> {
  const { db, institutionId, userId } = context;
  const id = await saveIdentity(db, context, { institutionId, userId, keys, record });
  keys.fill(0);
  // Read back what was stored: keys that can't be opened must not be registered.
  const stored = (await identitiesOf(db, { institutionId, userId })).find((one) => one.id === id);
  if (!stored) throw unknown();
  await assertOpens(context, stored);
  return { id, record };
}

/** Stores the keys again where what was stored can't be opened, as after the loss of the installation's own key. */
async function mend(context: KeysContext, known: StoredIdentity, keys: Uint8Array): Promise<void> {
  try {
    await assertOpens(context, known);
  } catch (error) {
    if (!isUndecryptable(error)) throw error;
    const { db, institutionId } = context;
    await resealIdentity(db, context, { institutionId, id: known.id, keys });
  }
}

/** @throws if the stored keys can't be opened, or are not those of their record */
async function assertOpens(
  { keyring, engine, institutionId, userId }: KeysContext,
  stored: StoredIdentity,
): Promise<void> {
  const opened = openIdentity(keyring, institutionId, stored);
  const session = await engine.open({ userId, version: stored.record.version, keys: opened });
  opened.fill(0);
  const isTheirs = await session.matches(stored.record.publicKey);
  await session.close();
  if (!isTheirs) throw unknown();
}

async function register(
  context: KeysContext,
  kept: Pick<StoredIdentity, 'id' | 'record'>,
): Promise<KeysInUse> {
  const version = await context.api.register(context.userId, kept.record);
  return confirm(context, kept, version);
}

/** Reads back what X has, and only then has these keys sign. */
async function confirm(
  context: KeysContext,
  { id, record }: Pick<StoredIdentity, 'id' | 'record'>,
  version: string,
): Promise<KeysInUse> {
  const { db, institutionId, userId, world } = context;
  const registered = await context.api.publicKeysOf(userId);
  const isThere = registeredAs({ record }, registered).some((one) => one.version === version);
  if (!isThere) throw unknown();
  await noteRegistered(db, { institutionId, id, version, at: world.clock.now() });
  return { version, fingerprint: record.publicKeyFingerprint };
}

function exist(): Fault {
  return new Fault({
    code: 'x_chat_keys_exist',
    message: 'This account has keys. To replace them, run `tmm x chat keys rotate`',
    retryable: false,
  });
}

function foreign(): Fault {
  return new Fault({
    code: 'x_chat_keys_foreign',
    message:
      'X has keys for this account that are not ours, such as those on staff’s phones. Use those: `tmm x chat keys recover` or `import`. New keys cut these phones off from the account’s chats for good; if that is meant, add --replace --cut-off-other-devices',
    retryable: false,
  });
}

function missing(): Fault {
  return new Fault({
    code: 'x_chat_keys_missing',
    message:
      'X does not show the keys that we registered for this account. Look again later: `tmm x chat keys status`. New keys cut off people with the old ones; if that is meant, `create` takes --replace --cut-off-other-devices',
    retryable: false,
  });
}

function unknown(): Fault {
  return new Fault({
    code: 'x_chat_keys_unknown',
    message: 'These are not the keys that X has registered for this account',
    retryable: false,
  });
}
