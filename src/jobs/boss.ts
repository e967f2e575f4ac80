import { PgBoss } from 'pg-boss';
import type { Database, Queries } from '../database/database.ts';
import { executorOf } from './executor.ts';

/** Where its tables are; the migrations made them. */
export const jobsSchema = 'jobs';

/** How often each process asks, in seconds: few statements where nothing is due, and minutes are kept to well enough. */
const everySeconds = { schedules: 30, dueSchedules: 15, upkeep: 60, flows: 3_600 } as const;

/**
 * pg-boss on our own database. It opens no connection, changes no schema, and asks nothing before it is started or used.
 * @param q a transaction: what is sent commits with it
 */
export function bossOn(q: Queries | Database): PgBoss {
  return new PgBoss({
    db: executorOf(q),
    schema: jobsSchema,
    migrate: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
    cronMonitorIntervalSeconds: everySeconds.schedules,
    cronWorkerIntervalSeconds: everySeconds.dueSchedules,
    superviseIntervalSeconds: everySeconds.upkeep,
    queueCacheIntervalSeconds: everySeconds.upkeep,
    flowIntervalSeconds: everySeconds.flows,
  });
}
