import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { installChannels } from '../../src/channels/installed.ts';
import { beginChat, type ChatVerb } from '../../src/channels/x/chat/command.ts';
import { createXTokenStore } from '../../src/channels/x/token-store.ts';
import type { XOptions } from '../../src/channels/x/account.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { present } from '../../src/kernel/assert.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { staffActor } from '../support/actor.ts';
import { alteredMessages } from '../support/chat-attacks.ts';
import { type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { consoleOver } from '../support/console.ts';
import { createSimulatedRealms } from '../support/simulated-realms.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { bankUserId, buildFixture } from '../support/fixture.ts';
import type { Database } from '../../src/database/database.ts';

/** `tmm x chat`, with the simulated X at the other end. */
async function open(db: Database, over: Partial<XOptions> = {}) {
  const world = createWorld({ clock: systemClock });
  const fixture = await buildFixture(db, world, { people: 1 });
  const simulator = createXSimulator({
    world,
    fetch: async () => new Response(''),
    consumerSecret: 's',
    clientId: 'c',
  });
  simulator.createUser({ id: bankUserId, username: 'myvcu', name: 'V' });
  const bearer = simulator.giveToken().accessToken;
  const app: XOptions = {
    clientId: 'c',
    base: 'https://api.x.example',
    authorizeUrl: 'https://api.x.example/authorize',
    secrets: ['s'],
    bearer,
    fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
    limits: 'none',
    ...over,
  };
  const { keyring } = fixture;
  const { id } = fixture.institution;
  await createXTokenStore(db, { keyring, world }, id).replace(async () => ({
    accessToken: simulator.giveToken(bankUserId).accessToken,
    expiresAt: world.clock.now().add({ hours: 2 }),
  }));
  const printed: string[] = [];
  const run = async (verb: ChatVerb, values: Record<string, string | boolean> = {}) => {
    const misused = (sentence: string) => new Error(`misused: ${sentence}`);
    return beginChat(verb, { app, bearer, values, misused })({
      db,
      institution: present(await loadInstitution(db, id), 'it exists'),
      keyring,
      world,
      actor: staffActor('Ann', 'test'),
      print: (line) => printed.push(line),
      printTable: (headings, rows) =>
        printed.push(headings.join(' | '), ...rows.map((row) => row.join(' | '))),
    });
  };
  return { run, printed, simulator, world, institutionId: id };
}

it.each(engines)('makes, shows, exports and takes back keys: %s', async (engine) => {
  await using db = await openTestDatabase(engine);
  const { run, printed, institutionId } = await open(db);
  const folder = mkdtempSync(join(tmpdir(), 'chat-keys-'));
  const file = join(folder, 'keys.json');
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'correct horse battery staple\n');
  const files = { file, 'passphrase-file': passphrase };
  expect(await run('chat keys create')).toBe(0);
  expect(await run('chat keys status')).toBe(0);
  expect(await run('chat keys export', files)).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/tmm x chat keys/);
  // Nothing overwrites a recovery file.
  await expect(run('chat keys export', files)).rejects.toThrow(/EEXIST/);
  await db.query('delete from x_chat_identities');
  await expect(run('chat keys create')).rejects.toThrow(/not ours/);
  await expect(run('chat keys create', { replace: true })).rejects.toThrow(/not ours/);
  expect(await run('chat keys import', files)).toBe(0);
  expect(await run('chat keys status')).toBe(0);
  expect(await run('chat keys rotate')).toBe(0);
  const shown = printed.join('\n');
  expect(shown).toMatch(/fingerprint \| version \| age \| registered at X/);
  expect(shown).toMatch(/Message requests wait at X: none/);
  expect(shown).toMatch(/This month: 0 messages received, 0 sent; about \$0\.00 at \$0\.01 and/);
  const acts = await db.query<{ what: string }>(
    "select what from acts where institution_id = $1 and what like 'x_chat%' order by 1",
    [institutionId],
  );
  expect(acts.map(({ what }) => what)).toEqual([
    'x_chat_keys_create',
    'x_chat_keys_export',
    'x_chat_keys_import',
    'x_chat_keys_rotate',
  ]);
});

it.each(engines)('makes a bot, gives it keys, and shuts it off: %s', async (engine) => {
  await using db = await openTestDatabase(engine);
  const { run, printed, simulator } = await open(db);
  await expect(run('chat bot rotate')).rejects.toThrow(/no bot yet/);
  await expect(run('chat bot create')).rejects.toThrow(/needs --handle/);
  expect(await run('chat bot create', { handle: 'myvcu_bot', name: 'MyVCU' })).toBe(0);
  const [bot] = [...simulator.state.chat.bots.values()];
  const token = present(bot?.token, 'X gave a token');
  const stored = await db.query<{ token: Uint8Array }>('select bot_token as token from x_accounts');
  expect(Buffer.from(stored[0]?.token ?? []).toString('latin1')).not.toContain(token);
  expect(printed.join()).not.toContain(token);
  expect(await run('chat keys create')).toBe(0);
  expect(simulator.state.chat.keys.get(present(bot, 'a bot').id)).toHaveLength(1);
  expect(await run('chat bot permit', { from: 'premium' })).toBe(0);
  await expect(run('chat bot permit', { from: 'nobody' })).rejects.toThrow(/one of everyone/);
  expect(await run('chat bot rotate')).toBe(0);
  expect(await run('chat bot status')).toBe(0);
  expect(printed.join('\n')).toMatch(/@myvcu_bot \| \d+ \| premium \| yes/);
  expect(await run('chat bot revoke')).toBe(0);
  await expect(run('chat keys rotate')).rejects.toThrow(/refuses the token of our X Chat bot/);
});

it('shows what waits for staff, and what the month has cost so far', async () => {
  await using db = await openTestDatabase();
  await using bank = await openChatBank(db, { people: 3 });
  const [phone, changed] = [await bank.phoneOf(0), await bank.phoneOf(1)];
  for (const one of [phone, changed]) await bank.ask(one, '#bal');
  await changed.changePhone();
  await bank.ask(changed, '#bal');
  const altered = await alteredMessages(phone, '#bal', changed.userId);
  await bank.simulator.chat.inject([phone.userId, bankUserId], altered.bit);
  await bank.settle();
  const printed: string[] = [];
  const { institution, keyring } = bank.fixture;
  const status = await beginChat('chat keys status', {
    app: {
      ...present(bank.options.x, 'X'),
      chatPrices: { receivedMicrodollars: 20_000, sentMicrodollars: 500_000 },
    },
    bearer: '',
    values: {},
    misused: (sentence) => new Error(sentence),
  })({
    db,
    institution,
    keyring,
    world: bank.world,
    actor: undefined,
    print: (line) => printed.push(line),
    printTable: () => {},
  });
  expect(status).toBe(0);
  const shown = printed.join('\n');
  expect(shown).toMatch(/Members whose keys changed and who have not confirmed them: 1/);
  expect(shown).toMatch(/Events that did not verify: 1/);
  const [, received = '', sent = '', cost = ''] =
    /This month: (\d+) messages received, (\d+) sent; about \$([\d.]+) at \$0\.02/.exec(shown) ??
    [];
  expect(Number(received)).toBe(3);
  expect(Number(sent)).toBeGreaterThanOrEqual(3);
  expect(Number(cost)).toBeCloseTo(3 * 0.02 + Number(sent) * 0.5);
  const page = await channelsPage(bank);
  expect(await page('teller')).toMatchObject({ status: 403 });
  const { status: found, text } = await page('admin');
  expect(found).toBe(200);
  const [own] = bank.simulator.state.chat.keys.get(bankUserId) ?? [];
  const version = new RegExp(`>\\s*${own?.version}\\s*<`, 'u');
  expect(text).toMatch(version);
  expect(text).toMatch(/chip-good">Yes</);
  const fact = (name: string) =>
    new RegExp(`<dt>${name}</dt>\\s*<dd>\\s*(?:<span[^>]*>)?\\s*([^<]*?)\\s*<`, 'u').exec(
      text,
    )?.[1];
  expect(fact('Events that did not verify')).toBe('1');
  expect(fact('Members who have not confirmed new keys')).toBe('1');
  expect(fact('Message requests')).toBe('None wait');
  expect(fact('This month')).toMatch(/^3 received, \d+ sent, about \$\d/);
  // Without X, it shows what is known here.
  bank.chatFaults.reads.push(...Array.from({ length: 20 }, () => 'server_error' as const));
  const away = (await page('admin')).text;
  expect(away).toContain('The carrier could not be asked');
  expect(away).toMatch(version);
});

/** The staff console's page of the channels, as this role gets it. */
async function channelsPage({ options, fixture }: ChatBank) {
  const { db, keyring, world, logger, metrics } = options;
  const { institution } = fixture;
  const [x] = installChannels(
    { x: options.x },
    {
      db,
      keyring,
      world,
      logger,
      metrics,
      institutions: { all: async () => [institution], seen: () => [institution] },
      placesAt: () => ({ at: async () => undefined }),
      optsOut: () => false,
    },
  );
  const site = consoleOver({
    db,
    keyring,
    world,
    institutionId: institution.id,
    ports: {
      channels: ['x', 'sms'],
      encryption: { x: async () => x?.encryptionOf?.(institution) },
    },
  });
  return async (role: Parameters<typeof site.get>[0]) => {
    const answer = await site.get(role, '/channels');
    return { status: answer.status, text: await answer.text() };
  };
}

it('recovers the keys of a phone by its PIN, and never after too many wrong ones', async () => {
  await using db = await openTestDatabase();
  const realms = createSimulatedRealms();
  const { run, printed, simulator } = await open(db, { loadJuicebox: realms.loadJuicebox });
  // Staff's phone has made keys, registered them, and set a PIN.
  const engine = await openWasmEngine();
  const { keys, record } = await engine.generate();
  simulator.state.chat.keys.set(bankUserId, [{ ...record, version: '1700000000000' }]);
  simulator.state.chat.juicebox.set(bankUserId, realms.config);
  realms.keep('2580', keys);
  const folder = mkdtempSync(join(tmpdir(), 'chat-pin-'));
  const pinFile = (pin: string) => {
    const file = join(folder, pin);
    writeFileSync(file, `${pin}\n`);
    return { 'pin-file': file };
  };
  await expect(run('chat keys create')).rejects.toThrow(/keys recover/);
  await expect(run('chat keys recover', pinFile('0000'))).rejects.toMatchObject({
    code: 'x_chat_pin_refused',
  });
  expect(await run('chat keys recover', pinFile('2580'))).toBe(0);
  expect(await run('chat keys status')).toBe(0);
  expect(printed.join('\n')).toContain(record.publicKeyFingerprint);
  expect(printed.join('\n')).not.toContain('2580');
  await db.query('delete from x_chat_identities');
  for (const pin of ['1111', '2222', '3333'])
    await expect(run('chat keys recover', pinFile(pin))).rejects.toThrow(/wrong PINs/);
  await expect(run('chat keys recover', pinFile('2580'))).rejects.toMatchObject({
    code: 'x_chat_pin_refused',
  });
  // Of another account: X has no such keys registered.
  const other = await engine.generate();
  realms.keep('2580', other.keys);
  await expect(run('chat keys recover', pinFile('2580'))).rejects.toMatchObject({
    code: 'x_chat_keys_unknown',
  });
});
