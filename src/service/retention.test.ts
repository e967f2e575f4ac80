import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { openSession } from '../access/sessions.ts';
import { recording } from '../audit/changes/recording.ts';
import type { Database } from '../database/database.ts';
import { beginEnrollment } from '../enrollment/begin.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { verify } from '../ledger/verify/verify.ts';
import { loadInstitution } from '../members/institution.ts';
import { institutionSettings } from '../members/institution-settings.ts';
import { createMetrics } from '../observe/metrics.ts';
import { openStaffSession } from '../staff-access/staff-sessions.ts';
import { messagesPart } from './messages-part.ts';
import { pruneOld } from './retention.ts';

/** Its table, by class. */
const tables = {
  events: 'domain_events',
  webhookDeliveries: 'webhook_deliveries',
  alerts: 'alert_events',
  preparedMessages: '(select from outbound where length(payload) > 0)',
  enrollments: 'enrolments',
  endedSessions: '(select id from sessions union all select id from staff_sessions)',
  wrongGuesses: 'sign_in_attempts',
  unknownTexts: 'texts_not_understood',
  signInSteps: 'sign_in_steps',
};

onBothEngines('what is kept for some days only', (db) => {
  let service: Service;
  let recorded: Database;
  const id = () => service.fixture.institution.id;
  const days = (count: number) => service.clock.advance({ hours: 24 * count });
  const metrics = createMetrics();

  /** One row of each class, written now. Another member: signing in again ends a member's old sessions. */
  const fill = async (mark: string, person: number) => {
    const { world, fixture, clock } = service;
    const memberId = present(fixture.members[person], 'there is a member').id;
    const context = { world, keyring: fixture.keyring };
    const institutionId = id();
    await service.say(person, `frobnicate the ${mark}`);
    await recorded.transaction(async (tx) => {
      await openSession(tx, context, { institutionId, memberId, device: 'Firefox' });
      await openStaffSession(tx, world, institutionId, world.ids.next(), {
        provenBy: 'demonstration',
        device: 'Firefox',
        from: '203.0.113.4',
      });
      await beginEnrollment(tx, context, {
        institutionId,
        memberId,
        sessionId: world.ids.next(),
        channel: 'sms',
        address: '+13145550188',
        handle: '••88',
        rights: { mayMoveMoney: false, perTransfer: null, perDay: null },
      });
    });
    const now = clock.now();
    const rows: readonly [string, readonly unknown[]][] = [
      [
        `insert into webhook_deliveries (institution_id, webhook_id, event_number, kind, body, state, next_at, created_at, ended_at)
          values ($1, $2, 1, 'changed', '{}', 'delivered', $3, $3, $3)`,
        [institutionId, world.ids.next(), now],
      ],
      [
        `insert into alert_events (institution_id, rule_id, cause, member_id, kind, facts, happened_at, due_at, taken_at, outcome)
          values ($1, $2, $4, $2, 'low', '{}', $3, $3, $3, 'late')`,
        [institutionId, world.ids.next(), now, mark],
      ],
      [
        `insert into sign_in_attempts (institution_id, subject, failures, forgets, last_at) values ($1, $2, 1, false, $3)`,
        [institutionId, Buffer.from(mark), now],
      ],
      [
        `insert into sign_in_steps (institution_id, lookup, kind, created_at, expires_at)
          values ($1, $2, 'passkey_sign_in', $3, $3)`,
        [institutionId, Buffer.from(mark), now],
      ],
      [
        `update outbound set status = 'delivered', payload = '\\x01', payload_code = 1 where institution_id = $1 and payload is null`,
        [institutionId],
      ],
      [
        `insert into domain_events (institution_id, number, kind, version, data, happened_at)
          select $1, coalesce(max(number), 0) + 1000, 'changed', 1, '{}', $2 from domain_events where institution_id = $1`,
        [institutionId, now],
      ],
    ];
    for (const [statement, parameters] of rows) await db().query(statement, parameters);
  };

  const count = async () => {
    const columns = Object.entries(tables).map(
      ([name, table]) => `(select count(*)::int from ${table} t) as "${name}"`,
    );
    const [row] = await db().query<Record<string, number>>(`select ${columns.join(', ')}`);
    return present(row, 'a select of counts has a row');
  };
  const prune = async (on = recorded) => {
    const institution = present(await loadInstitution(db(), id()), 'the institution exists');
    await pruneOld(
      {
        db: on,
        world: service.world,
        keyring: service.fixture.keyring,
        logger: silentLogger,
        metrics,
        institutions: { all: async () => [institution], get: async () => institution },
      },
      [],
    );
  };
  const problems = async () => {
    const { keyring } = service.fixture;
    const options = { institutionId: id(), world: service.world, keyring, parts: [messagesPart] };
    return (await verify(db(), options)).problems;
  };
  const evidence = async () => {
    const [row] = await db().query(
      `select (select count(*)::int from entries) as entries, (select count(*)::int from chain) as chain,
        (select count(*)::int from inbound) as inbound, (select count(*)::int from outbound) as outbound,
        (select count(*)::int from changes where kind <> 'deleted') as changes`,
    );
    return row;
  };

  beforeAll(async () => {
    service = await startService(db(), {
      people: 2,
      settings: { keptDays: { endedSessions: 10 } },
    });
    const { world, fixture } = service;
    recorded = recording(db(), { world, keyringOf: () => fixture.keyring });
  });

  it('goes class by class when its days are over, and the record stays whole', async () => {
    await fill('first', 0);
    const before = await count();
    expect(Object.values(before).every((rows) => rows > 0)).toBe(true);
    days(1);
    await prune();
    expect(await count()).toEqual(before);
    days(11);
    await fill('second', 1);
    const both = await count();
    const kept = await evidence();
    await prune();
    // Sessions by this institution's setting, prepared messages by the usual one; a minute's steps go in a day.
    expect(await count()).toEqual({
      ...both,
      endedSessions: 2,
      preparedMessages: (both['preparedMessages'] ?? 0) - (before['preparedMessages'] ?? 0),
      signInSteps: 1,
    });
    expect(await evidence()).toMatchObject({ ...kept, chain: expect.any(Number) });
    expect(await problems()).toEqual([]);
    expect(await metrics.render()).toContain('tmm_pruned_rows_total{class="endedSessions"} 2');
  });

  it('is gone at the end of the longest time, and verify finds no difference', async () => {
    days(400);
    await prune();
    expect(await count()).toEqual(Object.fromEntries(Object.keys(tables).map((name) => [name, 0])));
    expect(await problems()).toEqual([]);
  });

  it('deletes the other classes if one fails, and says so', async () => {
    await fill('third', 0);
    days(400);
    const deaf: Database = {
      ...recorded,
      query: async (statement, parameters) => {
        const text = typeof statement === 'string' ? statement : statement.text;
        if (text.includes('alert_events')) throw new Error('no');
        return recorded.query(statement, parameters);
      },
    };
    await expect(prune(deaf)).rejects.toThrow('some classes were not pruned');
    expect(await count()).toMatchObject({ alerts: 1, enrollments: 0, wrongGuesses: 0 });
  });
});

it('has no setting below what a class is needed for', () => {
  for (const kept of [{ alerts: 10 }, { preparedMessages: 0 }, { entries: 30 }])
    expect(institutionSettings.shape.keptDays.safeParse(kept).success).toBe(false);
  expect(institutionSettings.shape.keptDays.parse({ events: 7 })).toMatchObject({
    events: 7,
    alerts: 60,
  });
});
