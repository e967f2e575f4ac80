import { PgBoss } from 'pg-boss';
import type { Database, Queries } from '../database/database.ts';
import { executorOf } from './executor.ts';

/** The schema of its tables, which the migrations create. */
export const jobsSchema = 'jobs';

/**
 * How often each process polls, in seconds: few statements when idle, yet close enough to the
 * minute.
 */
const everySeconds = { schedules: 30, dueSchedules: 15, upkeep: 60, flows: 3_600 } as const;

/**
 * Creates pg-boss on our own database. It opens no connection, never changes the schema, and runs
 * no statement before its start or first use.
 * @param q pass a transaction to enqueue jobs with its commit
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
