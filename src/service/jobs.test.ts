import { expect, it } from 'vitest';
import { engines, openTestDatabase } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
import { staffRequest } from '../../test/support/staff-request.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import type { Database } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { post } from '../ledger/post.ts';
import { createInstitution, listInstitutions } from '../members/institution.ts';
import { keepEcho } from '../messages/sending/receipts.ts';
import { noteTexts } from '../messages/texts-not-understood.ts';
import { createMetrics } from '../observe/metrics.ts';
import { perform } from '../operations/perform.ts';
import { rehearseSettingsDraft } from '../operations/settings/rehearse-draft.ts';
import { draftWord } from '../operations/settings/write-draft.ts';
import { createInstitutionCache } from './institution-cache.ts';
import { pruneOld } from './retention.ts';
import { createServiceJobs } from './jobs.ts';
import type { JobsGiven } from './jobs-given.ts';

function jobsOn(db: Database, given: Pick<JobsGiven, 'world' | 'keyring'> & Partial<JobsGiven>) {
  return createServiceJobs({
    db,
    logger: silentLogger,
    metrics: createMetrics(),
    institutions: createInstitutionCache(db, given.world),
    channelsOf: () => ['x', 'sms'],
    coreOf: () => ledgerCore,
    channelJobs: [],
    staffMust: async () => {},
    queued: () => {},
    push: { post: async () => ({ status: 201 }), publicUrlOf: () => 'https://bank.example' },
    ...given,
  });
}

it('all expired holds end in one round, however many they are', async () => {
  await using db = await openTestDatabase();
  const { fixture, world, clock } = await startService(db, { people: 1 });
  const { institution, keyring } = fixture;
  const { checkingAccountId: accountId } = present(fixture.members[0], 'there is one member');
  await post(db, {
    institutionId: institution.id,
    world,
    keyring,
    orders: Array.from({ length: 1_100 }, (_, index) => ({
      order: 'place_hold' as const,
      key: `hold ${index}`,
      effectiveOn: Temporal.PlainDate.from('2026-11-23'),
      accountId,
      amount: 10n,
      description: 'SHELL',
      expiresAt: clock.now().add({ minutes: 5 }),
    })),
  });
  const held = async () => {
    const [row] = await db.query<{ held: bigint }>(
      'select held from accounts where institution_id = $1 and id = $2',
      [institution.id, accountId],
    );
    return row?.held;
  };
  expect(await held()).toBe(11_000n);
  const jobs = jobsOn(db, { world, keyring });
  await jobs.run();
  expect(await held()).toBe(11_000n);
  clock.advance({ minutes: 5 });
  await jobs.run();
  expect(await held()).toBe(0n);
});

it('deletes the texts for staff that are older than each institution keeps them', async () => {
  await using db = await openTestDatabase();
  const { fixture, world } = await startService(db, {
    people: 1,
    settings: { unknownTextsKeptDays: 30 },
  });
  const other = await createInstitution(db, world, {
    slug: 'other',
    name: 'Other',
    zone: 'America/Chicago',
    currency: 'USD',
  });
  const days = ['2026-10-23', '2026-10-24', '2026-11-23'].map((day) =>
    Temporal.PlainDate.from(day),
  );
  for (const institutionId of [fixture.institution.id, other.id])
    for (const day of days)
      await noteTexts(db, { institutionId, day }, [{ what: 'unknown', text: 'zorble' }]);
  const jobs = jobsOn(db, { world, keyring: fixture.keyring });
  await jobs.run();
  const left = await db.query<{ id: number; count: number }>(
    `select institution_id as id, count(*)::int as count from texts_not_understood
      where institution_id = any($1::int[]) group by 1 order by 1`,
    [[fixture.institution.id, other.id]],
  );
  expect(left).toEqual([
    { id: fixture.institution.id, count: 2 },
    { id: other.id, count: 3 },
  ]);
});

it('tries a draft of settings on last month’s texts, and deletes them after the days that they are kept', async () => {
  await using db = await openTestDatabase();
  const service = await startService(db, { people: 1 });
  const { fixture, world, clock } = service;
  const jobs = jobsOn(db, { world, keyring: fixture.keyring });
  await service.say(0, 'zasta 7');
  await jobs.run();
  const request = staffRequest({ db, ...service });
  const { done } = await perform(request, draftWord, { command: 'balance', word: 'zasta' });
  await perform(request, rehearseSettingsDraft, { draft: done?.draft });
  await jobs.run();
  const found = async () =>
    db.query(
      `select r.state, r.looked_at as "lookedAt", count(t.digest)::int as texts
        from settings_rehearsals r left join rehearsed_texts t on t.institution_id = r.institution_id and t.draft_id = r.draft_id
        where r.institution_id = $1 group by 1, 2`,
      [fixture.institution.id],
    );
  expect(await found()).toEqual([{ state: 'done', lookedAt: 1, texts: 1 }]);
  clock.advance({ hours: 24 * 91 });
  await jobs.run();
  expect(await found()).toEqual([{ state: 'done', lookedAt: 1, texts: 0 }]);
});

it('asks no more of the database for a hundred idle institutions than for one', async () => {
  await using db = await openTestDatabase();
  const { fixture, world } = await startService(db, { people: 1 });
  let statements = 0;
  const counted: Database = {
    ...db,
    query: async (statement, parameters) => {
      statements += 1;
      return db.query(statement, parameters);
    },
    transaction: async (work) => {
      statements += 1;
      return db.transaction(work);
    },
  };
  const jobs = jobsOn(counted, { world, keyring: fixture.keyring });
  const once = async () => {
    statements = 0;
    await jobs.run();
    return statements;
  };
  await once();
  // The check of the record that the first round asks for runs in the second.
  await once();
  const one = await once();
  for (let index = 0; index < 100; index += 1)
    await createInstitution(db, world, {
      slug: `idle-${index}`,
      name: `Idle ${index}`,
      zone: index % 2 ? 'America/Chicago' : 'Pacific/Auckland',
      currency: 'USD',
    });
  // A fresh list of institutions, as after some seconds.
  const many = jobsOn(counted, {
    world,
    keyring: fixture.keyring,
    institutions: {
      all: async () => listInstitutions(db),
      get: async () => fixture.institution,
    },
  });
  statements = 0;
  await many.run();
  statements = 0;
  await many.run();
  const all = statements;
  // The nightly deletion asks for each institution, class by class. All else asks once.
  statements = 0;
  await pruneOld(
    {
      db: counted,
      world,
      keyring: fixture.keyring,
      logger: silentLogger,
      metrics: createMetrics(),
      institutions: {
        all: async () => [fixture.institution],
        get: async () => fixture.institution,
      },
    },
    [],
  );
  const nightly = statements;
  expect(nightly).toBeLessThan(15);
  expect(all).toBeLessThanOrEqual(one + 100 * nightly);
  expect(one - nightly).toBeLessThan(25);
});

it.each(engines)(
  'a message on our account that we did not send is an event, and one task for staff: on %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    const { fixture, world, clock } = await startService(db, { people: 1 });
    const { id } = fixture.institution;
    let isAway = true;
    const subjects: string[] = [];
    const jobs = jobsOn(db, {
      world,
      keyring: fixture.keyring,
      staffMust: async (institutionId, { subject }, tx) => {
        expect(institutionId).toBe(id);
        expect(tx).toBeDefined();
        if (isAway) throw new Error('away');
        subjects.push(subject);
      },
    });
    const echo = {
      event: 'sent_echo',
      institutionId: id,
      channel: 'x',
      externalId: 'e1',
      carrierId: 'by-hand',
      address: '1',
      text: '',
    } as const;
    await keepEcho(db, echo, clock.now());
    clock.advance({ minutes: 4 });
    await jobs.run();
    // The echo is deleted. Its event waits for the alarm.
    expect(subjects).toEqual([]);
    isAway = false;
    await db.query('update jobs.job set start_after = now()');
    await jobs.run();
    await jobs.run();
    expect(subjects).toEqual([expect.stringMatching(/^A message left our X account/)]);
  },
);
