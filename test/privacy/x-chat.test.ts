import { expect, it, vi } from 'vitest';
import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys, keysInUse, takeKeys } from '../../src/channels/x/chat/keys.ts';
import { readRecovery, writeRecovery } from '../../src/channels/x/chat/recovery-file.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { alteredMessages, impersonation } from '../support/chat-attacks.ts';
import { type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { found } from '../support/forms-of.ts';

const passphrase = 'a lamp beside the quiet harbor';

/** Everything that a run writes, apart from the database. */
interface Written {
  readonly wire: string[];
  readonly console: string[];
  readonly errors: string[];
}

onSampledEngines('what a whole run with X Chat writes', (db) => {
  it('has no text, key or passphrase where it does not belong', async () => {
    await using bank = await openChatBank(db(), { people: 3 });
    const written = listenTo(bank);
    const phone = await bank.phoneOf(0);
    const keys = keysOf(db(), bank);
    const secrets = new Map<string, string | Uint8Array>([['the passphrase', passphrase]]);
    const blob = async (name: string) => {
      const { keys: bytes } = await keysInUse(await keys);
      secrets.set(`${name}, identity`, bytes.slice(0, 32));
      secrets.set(`${name}, signing`, bytes.slice(32));
      return bytes;
    };
    const first = await blob('the first keys');
    const texts = [
      ...(await talk(bank, phone)),
      ...(await sufferFaults(bank, phone)),
      ...(await sufferAttacks(bank, phone)),
    ];
    await keepAndRotate(bank, { first, keys: await keys, written });
    await blob('the second keys');
    for (const text of ['please tell me my balance after the rotation', '#bal'])
      texts.push(text, ...(await bank.ask(phone, text)));
    for (const { version, key } of phone.stored().conversationKeys)
      secrets.set(`conversation key ${version}`, Buffer.from(key, 'base64'));
    expect(secrets.size).toBeGreaterThan(6);
    // Our record keeps an answer without the code at its end.
    const plain = new Map(
      texts
        .map((text) => text.replace(/ [A-Z2-9]{6}$/, ''))
        .filter((text) => text.length > 11)
        .map((text) => [text, text]),
    );
    expect(plain.size).toBeGreaterThan(10);
    const privates = new Map([
      ['the phone’s keys', Buffer.from(phone.stored().privateKeys, 'base64').subarray(0, 32)],
    ]);
    const all = new Map([...secrets, ...plain, ...privates]);

    const simulated = JSON.stringify(bank.simulator.state, inFull);
    const metrics = await bank.options.metrics.render();
    const places = { log: bank.logged, ...written, simulated: [simulated], metrics: [metrics] };
    for (const [name, lines] of Object.entries(places)) {
      expect([name, found(all, Buffer.from(lines.join('\n')))]).toEqual([name, []]);
    }
    expect(written.wire.length).toBeGreaterThan(50);
    expect(written.errors.length).toBeGreaterThan(3);
    expect(simulated).toContain(phone.keys().publicKey);
    // Our record keeps what members wrote, and what we answered. The channel's tables keep neither.
    const tables = await dump(db());
    const record = ['inbound', 'outbound'];
    for (const [table, rows] of tables) {
      expect([table, found(secrets, rows)]).toEqual([table, []]);
      if (table.startsWith('x_')) expect([table, found(plain, rows)]).toEqual([table, []]);
    }
    for (const table of record)
      expect(found(plain, present(tables.get(table), 'the record')).length).toBeGreaterThan(3);
    const [payloads] = await db().query<{ all: Uint8Array }>(
      "select string_agg(payload, ''::bytea) as all from outbound where institution_id = $1",
      [bank.fixture.institution.id],
    );
    expect(payloads?.all.length).toBeGreaterThan(1_000);
    expect(found(all, payloads?.all ?? Buffer.alloc(0))).toEqual([]);
  });
});

it('finds a secret in each form that it searches for', () => {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const secrets = new Map([['it', secret]]);
  for (const offset of [0, 1, 2, 3]) {
    const around = Buffer.concat([Buffer.alloc(offset, 7), secret, Buffer.alloc(offset, 9)]);
    for (const form of ['latin1', 'hex', 'base64', 'base64url'] as const)
      expect(found(secrets, Buffer.from(around.toString(form), 'latin1'))).toEqual(['it']);
    expect(found(secrets, Buffer.from(JSON.stringify([...around])))).toEqual(['it']);
  }
  expect(found(secrets, crypto.getRandomValues(new Uint8Array(10_000)))).toEqual([]);
});

/** Ordinary use: questions, money, another phone. @returns what was said */
async function talk(bank: ChatBank, phone: ChatPhone): Promise<string[]> {
  const said: string[] = [];
  const ask = async (text: string) => {
    said.push(text, ...(await bank.ask(phone, text)));
  };
  await ask('what is my balance today, please');
  await ask('#trans 600.17 7 0');
  await ask(present(/OK \d{4}/.exec(said.join(' '))?.[0], 'it asks for a confirmation'));
  await phone.changePhone();
  await ask('how much is there on my new phone');
  await ask('#trans 5.17 7 0');
  return said;
}

/**
 * What can go wrong does so once, inside a 201 and outside. Left out is what lets an answer leave as a direct message, which X can read:
 * a failure that staff must mend, after ten minutes.
 */
async function sufferFaults(bank: ChatBank, phone: ChatPhone): Promise<string[]> {
  const said: string[] = [];
  for (const fault of [
    'lost',
    'throttled',
    'server_error',
    'not_latest_key_version',
    'recipient_key_changed',
  ] as const) {
    bank.chatFaults.sends.push({ to: phone.userId, fault });
    const text = `tell me my savings after ${fault}`;
    said.push(text, ...(await bank.ask(phone, text)));
    bank.clock.advance({ minutes: 16 });
    await bank.settle();
  }
  bank.chatFaults.reads.push('server_error', 'no_credit', 'throttled');
  await bank.settle();
  bank.chatFaults.reads.length = 0;
  bank.clock.advance({ hours: 1 });
  await bank.settle();
  return said;
}

async function sufferAttacks(bank: ChatBank, phone: ChatPhone): Promise<string[]> {
  const { chat, state } = bank.simulator;
  const between = [phone.userId, bankUserId] as const;
  const text = '#trans 777.17 7 0';
  const altered = await alteredMessages(phone, text, '3333333333');
  for (const event of Object.values(altered)) await chat.inject(between, event);
  const peer = present(state.chat.keys.get(bankUserId)?.at(-1), 'the institution has keys');
  const victim = phone.keys();
  const attack = await impersonation(victim, { ...peer, userId: bankUserId }, text);
  chat.substitute(phone.userId, [attack.record]);
  await chat.inject(between, attack.keyChange);
  await chat.inject(between, attack.message);
  await bank.settle();
  chat.substitute(phone.userId);
  bank.clock.advance({ hours: 1 });
  await bank.settle();
  return [text];
}

/** A recovery file, with every error it can meet, and new keys. */
async function keepAndRotate(
  bank: ChatBank,
  given: {
    readonly first: Uint8Array;
    readonly keys: Awaited<ReturnType<typeof keysOf>>;
    readonly written: Written;
  },
): Promise<void> {
  const { first, keys, written } = given;
  const fails = async (work: () => unknown) => {
    const error: unknown = await Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(error).toBeInstanceOf(Error);
    if (error instanceof Error) written.errors.push(inFullText(error));
  };
  const { random } = bank.world;
  const file = writeRecovery({ userId: bankUserId, keys: first, passphrase, random });
  written.wire.push(file);
  const recovered = readRecovery(file, { userId: bankUserId, passphrase });
  expect(Buffer.from(recovered).equals(Buffer.from(first))).toBe(true);
  await fails(() => readRecovery(file, { userId: bankUserId, passphrase: `${passphrase}?` }));
  await fails(() => readRecovery(file, { userId: '1', passphrase }));
  await fails(async () => takeKeys(keys, { keys: (await keys.engine.generate()).keys }));
  await fails(async () => createKeys(keys, 'nothing'));
  // A wrong length, and a blob that is no key.
  const identity = { userId: bankUserId, version: '1' };
  await fails(async () => keys.engine.open({ ...identity, keys: first.subarray(1) }));
  await fails(async () => keys.engine.open({ ...identity, keys: new Uint8Array(64) }));
  await createKeys(keys, 'ours');
  // The service notices within seconds of its own clock.
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(60_000);
  await bank.settle();
  vi.useRealTimers();
}

async function keysOf(database: Database, bank: ChatBank) {
  const token = async () => bank.simulator.giveToken(bankUserId).accessToken;
  const client = createXClient({
    base: 'https://api.x.example',
    fetch: async (input, init) => bank.simulator.app.fetch(new Request(input, init)),
  });
  return {
    db: database,
    world: bank.world,
    keyring: bank.fixture.keyring,
    engine: await openWasmEngine(),
    api: createChatApi(client, { current: token, renew: token }),
    institutionId: bank.fixture.institution.id,
    userId: bankUserId,
  };
}

/** Keeps every request and answer of both sides, every webhook, and what is printed. */
function listenTo(bank: ChatBank): Written {
  const written: Written = { wire: [], console: [], errors: [] };
  const { app } = bank.simulator;
  const { fetch: inner } = app;
  app.fetch = async (request, ...rest) => {
    written.wire.push(`${request.method} ${request.url}`, await request.clone().text());
    const answer = await inner(request, ...rest);
    written.wire.push(await answer.clone().text());
    return answer;
  };
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.console.push(String(chunk));
      return true;
    });
  return written;
}

function inFullText(error: Error): string {
  return JSON.stringify([error.message, error.stack, error.cause, Object.entries(error)], inFull);
}

function inFull(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (value instanceof Error) return [value.message, value.stack];
  return typeof value === 'bigint' ? String(value) : value;
}

/** Every row of every table: as text, and what is bytes also as they are. */
async function dump(database: Database): Promise<Map<string, Buffer>> {
  const columns = await database.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea'`,
  );
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const all = new Map<string, Buffer>();
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select t::text as row from "${name}" t`);
    const parts = rows.map(({ row }) => Buffer.from(row));
    for (const { column } of columns.filter(({ table }) => table === name)) {
      const [found_] = await database.query<{ all: Uint8Array | null }>(
        `select string_agg("${column}", '\\x00'::bytea) as all from "${name}"`,
      );
      if (found_?.all) parts.push(Buffer.from(found_.all));
    }
    all.set(name, Buffer.concat(parts));
  }
  return all;
}
