import { beforeAll, expect, it } from 'vitest';
import type { Database, Queries } from '../../src/database/database.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createInstitution, type Institution } from '../../src/members/institution.ts';
import type { Channel } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { dueWork } from '../../src/messages/sending/due-work.ts';
import { counted } from '../support/counted.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

function carrier(name: Channel['name'] = 'x') {
  const sent: string[] = [];
  const channel: Channel = {
    name,
    traits: {
      textMax: 10_000,
      encoding: 'unicode',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async ({ id }) => {
      sent.push(id);
      return { outcome: 'accepted', carrierId: `c-${id}` };
    },
    lookup: async () => ({ found: false }),
  };
  return { channel, sent };
}

/** What a copy of a message has from the one it is made of. */
const copied =
  'institution_id, conversation_id, channel, purpose, priority, text, language, queued_at, expires_at';

/** Sums the rows of all steps of a plan, as often as each step ran. */
function rowsRead(plan: unknown): number {
  if (Array.isArray(plan)) return plan.reduce<number>((sum, one) => sum + rowsRead(one), 0);
  if (typeof plan !== 'object' || plan === null) return 0;
  const step = new Map<string, unknown>(Object.entries(plan));
  const count = (name: string) => Number(step.get(name) ?? 0);
  const own = (count('Actual Rows') + count('Rows Removed by Filter')) * count('Actual Loops');
  return own + rowsRead(step.get('Plans')) + rowsRead(step.get('Plan'));
}

onBothEngines('work that is due', (db) => {
  let service: Service;
  const idle: Institution[] = [];
  beforeAll(async () => {
    service = await startService(db(), { people: 8 });
    for (let index = 0; index < 40; index += 1)
      idle.push(
        await db().transaction(async (tx) =>
          createInstitution(tx, service.world, {
            slug: `idle-${index}`,
            name: `Idle ${index}`,
            zone: 'America/Chicago',
            currency: 'USD',
            settings: {},
          }),
        ),
      );
  });
  const place = () => service.fixture.institution.id;
  const dispatcherOn = (channels: readonly Channel[], on: Database, idleToo = idle.length) =>
    createDispatcher({
      db: on,
      institutionIds: async () => [place(), ...idle.slice(0, idleToo).map(({ id }) => id)],
      channels: () => channels,
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
    });
  const set = async (person: number, assignments: string, values: readonly unknown[] = []) =>
    db().query(`update outbound set ${assignments} where institution_id = $1 and address_id = $2`, [
      place(),
      service.fixture.members[person]?.addressId,
      ...values,
    ]);

  it('is found by one statement, no matter how many institutions have none', async () => {
    const channels = [carrier('x').channel, carrier('sms').channel];
    const statementsOf = async (institutions: number) => {
      const watched = counted(db());
      await dispatcherOn(channels, watched.db, institutions).drain();
      return watched.statements();
    };
    expect([await statementsOf(1), await statementsOf(40)]).toEqual([1, 1]);
  });

  it('is listed by channel and by kind of work', async () => {
    const by = service.world.ids.next();
    const found = async () =>
      (await dueWork(db(), { clock: service.clock, by })).map(
        ({ institutionId, ...work }) => [institutionId === place(), work] as const,
      );
    const nothing = { channel: 'x', toSend: false, toResolve: false, isClaimed: false };
    expect(await found()).toEqual([]);
    await service.say(0, '#bal');
    expect(await found()).toEqual([[true, { ...nothing, toSend: true }]]);
    const soon = service.clock.now().add({ seconds: 30 });
    await set(0, `not_before = $3`, [soon]);
    expect(await found()).toEqual([]);
    await set(0, `status = 'unknown', sending_at = queued_at`);
    expect(await found()).toEqual([]);
    await set(0, `not_before = null`);
    expect(await found()).toEqual([[true, { ...nothing, toResolve: true }]]);
    await set(0, `status = 'sending', claimed_by = $3`, [by]);
    expect(await found()).toEqual([[true, { ...nothing, isClaimed: true }]]);
    await set(0, `claimed_by = $3`, [service.world.ids.next()]);
    expect(await found()).toEqual([[true, { ...nothing, toResolve: true }]]);
    await set(0, `claimed_by = null`);
    expect(await found()).toEqual([]);
    service.clock.advance({ minutes: 2 });
    expect(await found()).toEqual([[true, { ...nothing, toResolve: true }]]);
    await set(0, `status = 'queued', expires_at = $3`, [service.clock.now()]);
    expect(await found()).toEqual([[true, { ...nothing, toSend: true }]]);
    const { channel, sent } = carrier();
    await dispatcherOn([channel], db()).drain();
    expect([sent, await found()]).toEqual([[], []]);
  });

  it('is found without reading all that waits while a carrier is away', async () => {
    await service.say(2, '#bal');
    await db().query(
      `insert into outbound (${copied}, id, place, status, claimed_by, sending_at)
        select ${copied}, gen_random_uuid(), place + n, case n % 100 when 0 then 'sending' else 'queued' end,
          case n % 100 when 0 then $3::uuid end, case n % 100 when 0 then queued_at end
        from outbound, generate_series(1, 5000) n where institution_id = $1 and address_id = $2`,
      [place(), service.fixture.members[2]?.addressId, service.world.ids.next()],
    );
    await db().query('analyze outbound');
    let plan: unknown;
    const explained: Queries = {
      query: async (statement, parameters) => {
        const { text } = typeof statement === 'string' ? { text: statement } : statement;
        const rows = await db().query(`explain (analyze, format json) ${text}`, parameters);
        plan = rows[0]?.['QUERY PLAN'];
        return [];
      },
    };
    await dueWork(explained, { clock: service.clock, by: service.world.ids.next() });
    expect(rowsRead(plan)).toBeLessThan(500);
    await db().query('delete from outbound where institution_id = $1', [place()]);
  });

  it('starts again if a wake arrives during the search', async () => {
    const { channel, sent } = carrier();
    let looks = 0;
    let queue: () => Promise<unknown> = async () => {};
    const slow: Database = {
      ...db(),
      query: async (statement, parameters) => {
        const rows = await db().query(statement, parameters);
        if (typeof statement !== 'string' && statement.name === 'outbound_due') {
          looks += 1;
          // The first look did not see what we queue now.
          if (looks === 1) await queue();
        }
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- passed through unchanged
        return rows as never[];
      },
      [Symbol.asyncDispose]: async () => {},
    };
    const dispatcher = dispatcherOn([channel], slow);
    queue = async () => {
      await service.say(1, '#bal');
      dispatcher.wake();
      dispatcher.wake();
    };
    dispatcher.wake();
    await expect.poll(() => sent.length).toBe(1);
    await dispatcher[Symbol.asyncDispose]();
    expect(looks).toBe(2);
  });
});
