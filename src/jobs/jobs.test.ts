import { beforeEach, expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import type { Database } from '../database/database.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { createWorld } from '../kernel/world.ts';
import { bossOn } from './boss.ts';
import { enqueue, type Enqueued } from './enqueue.ts';
import { createJobs, type Jobs } from './jobs.ts';
import {
  everyMinute,
  queueNames,
  schedules,
  type Work,
  type WorkData,
  type WorkName,
} from './names.ts';

const world = createWorld();

/** Starts one process's jobs and records their calls. */
function processOn(db: Database, how: { work?: (work: Work) => Promise<unknown> } = {}) {
  const done: Work[] = [];
  const dead: Work[] = [];
  const ran: string[] = [];
  const work =
    <Name extends WorkName>(job: Name) =>
    async (data: WorkData[Name]) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the data are those of the job
      const one = { job, data } as { job: Name } & Work;
      await how.work?.(one);
      done.push(one);
    };
  const scheduled = (name: string) => async () => ran.push(name);
  const jobs: Jobs = createJobs({
    db,
    logger: silentLogger,
    metrics: silentMetrics,
    handlers: {
      channels: {
        replay: scheduled('replay'),
        polling: async () => {
          throw new Error('away');
        },
      },
      scheduled: {
        'settle-echoes': scheduled('settle-echoes'),
        'find-due': scheduled('find-due'),
        'find-inactive': scheduled('find-inactive'),
        'prune-events': scheduled('prune-events'),
        'find-alerts-of-the-day': scheduled('find-alerts-of-the-day'),
        'find-days-to-count': scheduled('find-days-to-count'),
        'find-records-to-check': scheduled('find-records-to-check'),
      },
      work: {
        'expire-holds': work('expire-holds'),
        'fall-back': work('fall-back'),
        'warn-inactive': work('warn-inactive'),
        'consume-events': work('consume-events'),
        'expire-approvals': work('expire-approvals'),
        'push-member': work('push-member'),
        'push-device': work('push-device'),
        'send-notices': work('send-notices'),
        'send-alerts': work('send-alerts'),
        'raise-alerts': work('raise-alerts'),
        'leave-to-service': work('leave-to-service'),
        'index-messages': work('index-messages'),
        'rehearse-drafts': work('rehearse-drafts'),
        'count-days': work('count-days'),
        'check-record': work('check-record'),
        'tell-staff': work('tell-staff'),
        'lapse-staff-approvals': work('lapse-staff-approvals'),
        'deliver-webhooks': work('deliver-webhooks'),
      },
      dead: async (one) => dead.push(one),
    },
  });
  return { jobs, done, dead, ran };
}

const holdsOf = (institutionId: number, more: Pick<Enqueued, 'key' | 'after'> = {}): Enqueued => ({
  job: 'expire-holds',
  data: { institutionId },
  ...more,
});

onBothEngines('jobs', (db) => {
  beforeEach(async () => {
    await db().query(`delete from jobs.job`);
    await db().query(`delete from jobs.schedule`);
  });
  const send = async (...work: Enqueued[]) =>
    db().transaction(async (tx) => enqueue(tx, world, work));
  /** Ends the pause before the next retry. */
  const pauseOver = async () => db().query('update jobs.job set start_after = now()');

  it('runs enqueued work once, and nothing from a rolled-back transaction', async () => {
    const { jobs, done } = processOn(db());
    await expect(
      db().transaction(async (tx) => {
        await enqueue(tx, world, [holdsOf(1)]);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await jobs.run();
    expect(done).toEqual([]);
    await send(holdsOf(2), holdsOf(3));
    await send();
    await jobs.run();
    await jobs.run();
    expect(new Set(done.map(({ data }) => data.institutionId))).toEqual(new Set([2, 3]));
    expect(done).toHaveLength(2);
  });

  it('runs schedules, and a failing one does not stop the others', async () => {
    const { jobs, ran } = processOn(db());
    await jobs.run();
    expect(ran).toEqual(['replay', ...Object.keys(schedules)]);
  });

  it('keeps only one waiting job for a key, besides a running one', async () => {
    const { jobs, done } = processOn(db(), {
      work: async () => {
        if (done.length === 0) await send(holdsOf(1, { key: 'one' }), holdsOf(1, { key: 'one' }));
      },
    });
    await send(holdsOf(1, { key: 'one' }));
    await send(holdsOf(1, { key: 'one' }), holdsOf(1, { key: 'other' }));
    await jobs.run();
    // Two at first, and one that was enqueued while a job with its key ran.
    expect(done).toHaveLength(3);
  });

  it('does not start early', async () => {
    const { jobs, done } = processOn(db());
    await send(holdsOf(1, { after: world.clock.now().add({ hours: 1 }) }));
    await send(holdsOf(2, { after: world.clock.now().subtract({ hours: 1 }) }));
    await jobs.run();
    expect(done.map(({ data }) => data.institutionId)).toEqual([2]);
    await pauseOver();
    await jobs.run();
    expect(done).toHaveLength(2);
  });

  it('retries with growing pauses, then alerts staff, and never delays other jobs', async () => {
    let tries = 0;
    const { jobs, done, dead } = processOn(db(), {
      work: async ({ data }) => {
        if (data.institutionId !== 1) return;
        tries += 1;
        throw new Error('SECRET of a member');
      },
    });
    await send(holdsOf(1), holdsOf(2));
    await jobs.run();
    await jobs.run();
    expect(tries).toBe(1);
    expect(done).toHaveLength(1);
    for (let round = 0; round < 10; round += 1) {
      await pauseOver();
      await jobs.run();
    }
    expect(tries).toBe(7);
    expect(dead).toEqual([{ job: 'expire-holds', data: { institutionId: 1 } }]);
    const kept = await db().query('select output::text from jobs.job');
    expect(JSON.stringify(kept)).not.toContain('SECRET');
  });

  it('leaves work that only a newer version knows for a retry', async () => {
    const { jobs, dead } = processOn(db());
    await db().transaction(async (tx) =>
      bossOn(tx).insert('work', [{ data: { job: 'unheard-of' }, singletonKey: 'x' }]),
    );
    await jobs.run();
    const states = await db().query('select state::text from jobs.job');
    expect(states).toEqual([{ state: 'retry' }]);
    expect(dead).toEqual([]);
  });

  it('is shared by processes: each job runs in one of them, and each waits for its own jobs on shutdown', async () => {
    const slow = { work: async () => new Promise((resolve) => setTimeout(resolve, 200)) };
    const first = processOn(db(), slow);
    const second = processOn(db(), slow);
    await send(...Array.from({ length: 30 }, (_, index) => holdsOf(index + 1)));
    const count = () => first.done.length + second.done.length;
    first.jobs.start();
    second.jobs.start();
    await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(0);
    await Promise.all([first.jobs.stop(), second.jobs.stop()]);
    const rest = await db().query(`select state::text from jobs.job where name = 'work'
      and state <> 'completed'`);
    expect(rest.filter(({ state }) => state === 'active')).toEqual([]);
    expect(count() + rest.length).toBe(30);
    const schedule = await db().query<{ key: string; cron: string }>(
      'select key, cron from jobs.schedule order by key',
    );
    expect(Object.fromEntries(schedule.map(({ key, cron }) => [key, cron]))).toEqual({
      replay: everyMinute,
      polling: everyMinute,
      ...schedules,
    });
  });

  it('removes old schedules, and runs each schedule in one process', async () => {
    const { jobs, ran } = processOn(db());
    await db().query(
      `insert into jobs.schedule (name, key, kind, cron) values ('schedule', 'gone', 'cron', '* * * * *')`,
    );
    await db().transaction(async (tx) =>
      bossOn(tx).insert('schedule', [
        { data: { job: 'find-due' }, singletonKey: 'find-due' },
        { data: { job: 'find-due' }, singletonKey: 'find-due' },
        { data: { job: 'gone' }, singletonKey: 'gone' },
      ]),
    );
    const other = processOn(db());
    jobs.start();
    other.jobs.start();
    await expect.poll(() => [...ran, ...other.ran], { timeout: 20_000 }).toEqual(['find-due']);
    await Promise.all([jobs.stop(), other.jobs.stop()]);
    expect([...ran, ...other.ran]).toEqual(['find-due']);
    expect(await db().query(`select key from jobs.schedule where key = 'gone'`)).toEqual([]);
  });

  it('waits for an unreachable database on startup, and stops cleanly meanwhile', async () => {
    const away: Database = {
      ...db(),
      query: async () => {
        throw new Error('away');
      },
      transaction: async () => {
        throw new Error('away');
      },
    };
    const { jobs } = processOn(away);
    jobs.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = performance.now();
    await jobs.stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
  });

  it('has the tables that this version of pg-boss needs, and our queues', async () => {
    const boss = bossOn(db());
    const drift = await boss.detectSchemaDrift();
    expect(drift).toMatchObject({ ok: true });
    const queues = await boss.getQueues();
    expect(queues.map(({ name }) => name).toSorted()).toEqual(
      expect.arrayContaining([...queueNames].toSorted()),
    );
    expect(queues.find(({ name }) => name === 'work')).toMatchObject({
      policy: 'short',
      deadLetter: 'dead',
      retryBackoff: true,
    });
  });
});
