import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memberSubcommand } from '../../src/cli/subcommands/member.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom, systemRandom } from '../../src/kernel/random.ts';
import { createKeyring, type Keyring } from '../../src/kernel/keyring.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { conversationsFor } from '../../src/messages/conversations.ts';
import { fallBackLate } from '../../src/messages/sending/fallback.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { listAddresses } from '../../src/operations/messages/list-addresses.ts';
import { listMessages } from '../../src/operations/messages/list-messages.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { allowed, memberRequest } from '../support/member-request.ts';
import { startService, type Service } from '../support/service.ts';
import { secondConversation } from '../support/second-conversation.ts';
import { testKeys } from '../support/fixture.ts';

/**
 * After a rotation of the master key, an address and its conversation may have blind indexes under
 * different keys. Lists and moves to another channel must find it anyway.
 */
const keys = [...testKeys(), { id: 2, key: seededRandom('second key').bytes(32) }];
const phone = '+13145552671';

onGuardedEngines('addresses and conversations under different keys', (db) => {
  let service: Service;
  let rotated: Keyring;
  let institutionId: number;
  let said = 0;
  const person = () => present(service.fixture.members[0], 'person 0');
  const sms = { channel: 'sms', address: phone } as const;
  /** Sends a message. Its conversation gets a blind index by this keyring. */
  const say = async (
    text: string,
    { keyring = rotated, ...from }: { keyring?: Keyring; channel?: 'sms'; address?: string } = {},
  ) => {
    said += 1;
    service.clock.advance({ seconds: 1 });
    const now = service.clock.now();
    const conversation = createConversation({
      db: db(),
      core: ledgerCore,
      keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async () => service.fixture.institution,
      delivery: async () => {},
      queued: () => {},
    });
    const message = { channel: 'x', address: person().address, ...from } as const;
    return conversation.take({
      institutionId,
      externalId: `${institutionId}-${said}`,
      text,
      sentAt: now,
      receivedAt: now,
      ...message,
    });
  };
  const request = async () => {
    const { fixture, world } = service;
    return { ...(await memberRequest({ db: db(), fixture, world }, 0)), keyring: rotated };
  };
  const fallBack = async () => {
    service.clock.advance({ minutes: 6 });
    const { world } = service;
    return fallBackLate(
      { db: db(), world, keyring: rotated, metrics: silentMetrics },
      { institutionId, from: 'x', to: ['sms'], told: (text) => text },
    );
  };
  const addPhone = async () => {
    const { fixture, world } = service;
    await db().transaction(async (tx) => {
      const number = { ...sms, memberId: person().id, mayMoveMoney: true };
      await bindAddresses(tx, { keyring: fixture.keyring, world }, institutionId, [number]);
      await conversationsFor(tx, { institutionId, keys: [sms], keyring: rotated, world });
    });
  };
  beforeEach(async () => {
    service = await startService(db(), { people: 1 });
    institutionId = service.fixture.institution.id;
    rotated = createKeyring(keys, systemRandom);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('MyVantage shows STOP, and the author’s name', async () => {
    expect((await say('#bal')).outcome).toBe('balances');
    expect((await say('STOP')).outcome).toBe('stopped');
    const { addresses } = allowed(await listAddresses.run(await request(), {}));
    expect(addresses.map(({ stopped }) => stopped)).toEqual([true]);
    const { messages } = allowed(await listMessages.run(await request(), { limit: 10 }));
    expect(new Set(messages.map(({ name }) => name))).toEqual(new Set(['person0']));
  });

  it('MyVantage shows the author’s name also for a merged conversation', async () => {
    const { keyring } = service.fixture;
    await say('#bal', { keyring });
    const { address } = person();
    await secondConversation(
      db(),
      { institutionId, keyring: rotated, world: service.world },
      { address },
    );
    expect((await say('HELP')).outcome).toBe('help');
    const { messages } = allowed(await listMessages.run(await request(), { limit: 10 }));
    expect(messages).toHaveLength(4);
    expect(new Set(messages.map(({ name }) => name))).toEqual(new Set(['person0']));
  });

  it('tmm member show mentions STOP', async ({ skip }) => {
    const url = db().url ?? '';
    skip(url === '', 'the command opens a database by its address');
    await say('STOP');
    const shown: string[] = [];
    const ring = keys.map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`);
    vi.stubEnv('TMM_MASTER_KEYS', ring.join(','));
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
    const { slug } = service.fixture.institution;
    await memberSubcommand.run(['show', '900001', '--institution', slug, '--database', url]);
    expect(shown.join('')).toMatch(/person0 .*sent STOP: gets no messages/);
  });

  it('late messages on X go to the phone', async () => {
    await addPhone();
    await say('#bal');
    expect(await fallBack()).toBe(1);
    expect(await fallBack()).toBe(0);
  });

  it('but not after STOP there, nor after STOP on X to a process with the old key', async () => {
    await addPhone();
    await say('#bal');
    await say('STOP', sms);
    expect(await fallBack()).toBe(0);
    await say('START', sms);
    // Sent to a process that does not know the new key.
    await say('STOP', { keyring: service.fixture.keyring });
    expect(await fallBack()).toBe(0);
  });

  it('and any number of messages without another channel delay nobody else’s', async () => {
    service = await startService(db(), { people: 2 });
    institutionId = service.fixture.institution.id;
    const { fixture, world } = service;
    const silent = { ...sms, address: '+13145552672', mayMoveMoney: true };
    const other = present(fixture.members[1], 'person 1');
    await db().transaction(async (tx) => {
      const numbers = [
        { ...silent, memberId: person().id },
        { ...sms, memberId: other.id, mayMoveMoney: true },
      ];
      await bindAddresses(tx, { keyring: fixture.keyring, world }, institutionId, numbers);
      await conversationsFor(tx, { institutionId, keys: [sms], keyring: rotated, world });
    });
    // As older data are until the service starts: this number does not know its conversation.
    await db().query(
      'update addresses set conversation_id = null where institution_id = $1 and member_id = $2',
      [institutionId, person().id],
    );
    await say('#bal');
    await db().query(
      `insert into outbound select (jsonb_populate_record(o,
          jsonb_build_object('id', substr(o.id::text, 1, 24) || lpad(n::text, 12, '0')))).*
        from outbound o, generate_series(1, 600) n where o.institution_id = $1`,
      [institutionId],
    );
    await say('#bal', { address: other.address });
    expect(await fallBack()).toBe(1);
    const rows = await db().query<{ status: string; count: number }>(
      `select status, count(*)::int as count from outbound where institution_id = $1 and channel = 'x' group by 1 order by 1`,
      [institutionId],
    );
    expect(rows).toEqual([
      { status: 'expired', count: 1 },
      { status: 'queued', count: 601 },
    ]);
  });
});
