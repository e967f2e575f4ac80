import { describe, expect, it } from 'vitest';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import {
  createKeys,
  type KeysContext,
  keysInUse,
  takeKeys,
} from '../../src/channels/x/chat/keys.ts';
import { identitiesOf, saveIdentity } from '../../src/channels/x/chat/store/identities.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import type { Database } from '../../src/database/database.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { bankUserId, buildFixture } from '../support/fixture.ts';
import { morning } from '../support/service.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';

async function open(db: Database) {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom('chat keys') });
  const fixture = await buildFixture(db, world, { people: 1 });
  const simulator = createXSimulator({
    world,
    fetch: async () => new Response(''),
    consumerSecret: 's',
    clientId: 'c',
  });
  simulator.createUser({ id: bankUserId, username: 'myvcu', name: 'V' });
  simulator.createUser({ id: '2222222222', username: 'member', name: 'M' });
  const client = createXClient({
    base: 'https://api.x.example',
    fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
  });
  const current = async () => simulator.giveToken(bankUserId).accessToken;
  const context: KeysContext = {
    db,
    keyring: fixture.keyring,
    world,
    engine: await openWasmEngine(),
    api: createChatApi(client, { current, renew: current }),
    institutionId: fixture.institution.id,
    userId: bankUserId,
  };
  const stored = async () =>
    identitiesOf(db, { institutionId: fixture.institution.id, userId: bankUserId });
  return { context, simulator, stored, clock };
}

describe.each(engines)('the institution’s keys in X Chat on %s', (engine) => {
  it('are made once, stored before they are registered, and read back', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    const made = await createKeys(context, 'nothing');
    const [kept] = await stored();
    expect(kept).toMatchObject({ version: made.version });
    expect(simulator.state.chat.keys.get(bankUserId)?.[0]?.publicKey).toBe(kept?.record.publicKey);
    await expect(createKeys(context, 'nothing')).rejects.toMatchObject({
      code: 'x_chat_keys_exist',
    });
    const sealed = Buffer.from(kept?.sealed ?? []).toString('latin1');
    const { keys } = await keysInUse(context);
    expect(sealed).not.toContain(Buffer.from(keys).toString('base64'));
    expect(sealed).not.toContain(Buffer.from(keys).toString('latin1'));
  });

  it('go on where the answer to their registration was lost', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    simulator.faults.chat.registrations.push('lost');
    await expect(createKeys(context, 'nothing')).rejects.toThrow();
    expect(await stored()).toMatchObject([{ version: undefined }]);
    const made = await createKeys(context, 'nothing');
    expect(await stored()).toMatchObject([{ version: made.version }]);
    expect(simulator.state.chat.keys.get(bankUserId)).toHaveLength(1);
  });

  it('go on where X did not get their registration', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    simulator.faults.chat.registrations.push('server_error');
    await expect(createKeys(context, 'nothing')).rejects.toThrow();
    await createKeys(context, 'nothing');
    expect(await stored()).toHaveLength(1);
    expect(simulator.state.chat.keys.get(bankUserId)).toHaveLength(1);
  });

  it('are never put over keys of other devices, unless that is meant', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    const phone = await giveChatPhone(simulator, { userId: bankUserId, peerId: '2222222222' });
    for (const over of ['nothing', 'ours'] as const)
      await expect(createKeys(context, over)).rejects.toMatchObject({
        code: 'x_chat_keys_foreign',
      });
    expect(await stored()).toEqual([]);
    // The phone's own keys can be taken instead.
    const keys = Buffer.from(phone.stored().privateKeys, 'base64');
    expect(await takeKeys(context, { keys })).toMatchObject({ version: phone.keys().version });
    const strange = (await (await openWasmEngine()).generate()).keys;
    await expect(takeKeys(context, { keys: strange })).rejects.toMatchObject({
      code: 'x_chat_keys_unknown',
    });
    expect(await stored()).toHaveLength(1);
  });

  it('stay beside newer ones after a rotation', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, clock } = await open(db);
    const first = await createKeys(context, 'nothing');
    clock.advance({ hours: 1 });
    const second = await createKeys(context, 'ours');
    expect((await stored()).map(({ version }) => version)).toEqual([second.version, first.version]);
  });

  it('can be taken again, and made new after that', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, clock } = await open(db);
    const first = await createKeys(context, 'nothing');
    const { keys } = await keysInUse(context);
    clock.advance({ hours: 1 });
    expect(await takeKeys(context, { keys })).toEqual(first);
    expect(await stored()).toHaveLength(1);
    clock.advance({ hours: 1 });
    const second = await createKeys(context, 'ours');
    expect((await stored()).map(({ version }) => version)).toEqual([second.version, first.version]);
  });

  it('are stored again where the stored ones can’t be opened', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored } = await open(db);
    const first = await createKeys(context, 'nothing');
    const { keys } = await keysInUse(context);
    const given = Uint8Array.from(keys);
    await db.query(
      `update x_chat_identities set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)
        where institution_id = $1`,
      [context.institutionId],
    );
    await expect(keysInUse(context)).rejects.toThrow();
    expect(await takeKeys(context, { keys: given })).toEqual(first);
    expect(await stored()).toHaveLength(1);
    expect((await keysInUse(context)).keys).toEqual(keys);
  });

  it('are made new where a row from taking them twice was left', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, clock } = await open(db);
    await createKeys(context, 'nothing');
    const { keys, record } = await keysInUse(context);
    const { institutionId, userId } = context;
    await saveIdentity(db, context, { institutionId, userId, keys, record });
    clock.advance({ hours: 1 });
    const second = await createKeys(context, 'ours');
    expect((await stored())[0]).toMatchObject({ version: second.version });
  });

  it('are not replaced while X shows none of them', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    await createKeys(context, 'nothing');
    simulator.chat.substitute(bankUserId, []);
    for (const over of ['nothing', 'ours'] as const)
      await expect(createKeys(context, over)).rejects.toMatchObject({
        code: 'x_chat_keys_missing',
      });
    expect(await stored()).toHaveLength(1);
  });

  it('are not rotated over newer ones of another device', async () => {
    await using db = await openTestDatabase(engine);
    const { context, stored, simulator } = await open(db);
    await createKeys(context, 'nothing');
    await giveChatPhone(simulator, { userId: bankUserId, peerId: '2222222222' });
    for (const over of ['nothing', 'ours'] as const)
      await expect(createKeys(context, over)).rejects.toMatchObject({
        code: 'x_chat_keys_foreign',
      });
    expect(await stored()).toHaveLength(1);
  });
});
