import type { Database } from '../../database/database.ts';
import { assertMigrated } from '../../database/migrate.ts';
import { present } from '../../kernel/assert.ts';
import { Fault } from '../../kernel/fault.ts';
import { assertDurable } from '../assert-durable.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';

const { ok, warning, problem } = findingsOf('database');

interface Facts {
  readonly user: string;
  readonly isOwner: boolean;
  readonly isSuperuser: boolean;
  readonly connectionsMax: number;
  readonly connectionsNow: number;
  readonly archiving: string;
  readonly archivedAt: Temporal.Instant | null;
  readonly archiveFailedAt: Temporal.Instant | null;
  readonly checksums: string;
  readonly now: Temporal.Instant;
  readonly isEncrypted: boolean | null;
  readonly isRemote: boolean;
}

const facts = `select current_user::text as user,
    coalesce((select pg_has_role(tableowner, 'member') from pg_tables
      where schemaname = 'public' and tablename = 'migrations'), false) as "isOwner",
    (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser",
    current_setting('max_connections')::int as "connectionsMax",
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as "connectionsNow",
    current_setting('archive_mode') as archiving,
    (select last_archived_time from pg_stat_archiver) as "archivedAt",
    (select last_failed_time from pg_stat_archiver) as "archiveFailedAt",
    current_setting('data_checksums') as checksums,
    clock_timestamp() as now,
    (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as "isEncrypted",
    coalesce(not (inet_client_addr() <<= '127.0.0.0/8' or inet_client_addr() <<= '::1/128'
      or inet_client_addr() = inet_server_addr()), false) as "isRemote"`;

/** A clock that is further off changes which commands count as late. */
const clockSecondsMax = 5;

/**
 * Checks the schema, the server’s settings and the rights of its user. Reads only.
 * @param given `connections` is how many the service uses at most
 * @returns `isCurrent` says whether the schema is this version’s
 */
export async function checkDatabase(
  db: Database,
  { now, connections }: { readonly now: () => Temporal.Instant; readonly connections: number },
): Promise<{ readonly isCurrent: boolean; readonly findings: Finding[] }> {
  const schema = await checkSchema(db);
  const isCurrent = schema.level === 'ok';
  const findings = [schema, ...(await checkDurable(db))];
  if (db.engine === 'postgresql') findings.push(...(await checkPostgres(db, { now, connections })));
  else
    findings.push(
      warning({
        what: 'This is the embedded database.',
        why: 'A power failure can lose replies and transfers that members have seen.',
        act: 'Use PostgreSQL 15 or newer for members.',
      }),
    );
  return { isCurrent, findings };
}

async function checkPostgres(
  db: Database,
  { now, connections }: { readonly now: () => Temporal.Instant; readonly connections: number },
): Promise<Finding[]> {
  const row = present((await db.query<Facts>(facts))[0], 'this select gives a row');
  const findings: Finding[] = [];
  const apart = Math.abs(row.now.since(now()).total('seconds'));
  if (apart > clockSecondsMax)
    findings.push(
      problem({
        what: `The clocks of this machine and of the database are ${Math.round(apart)} seconds apart.`,
        why: 'A command that seems ten minutes old moves no money.',
        act: 'Let both take their time from the network (chrony, systemd-timesyncd).',
      }),
    );
  return [...findings, ...checkRole(row), ...checkServer(row, connections)];
}

async function checkSchema(db: Database): Promise<Finding> {
  try {
    await assertMigrated(db);
    return ok('The schema is this version’s.');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const isOurs = error.code === 'schema_missing' || error.code === 'schema_older';
    return problem({
      what: `${error.message}.`,
      why: 'This version can’t serve another schema.',
      act: isOurs ? 'Run `tmm migrate`.' : 'Run the version that made it.',
    });
  }
}

async function checkDurable(db: Database): Promise<Finding[]> {
  try {
    await assertDurable(db);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      problem({
        what: error.message,
        why: 'A power cut could lose transfers that members saw.',
        act: 'Change it in postgresql.conf.',
      }),
    ];
  }
}

function checkRole({ user, isOwner, isSuperuser }: Facts): Finding[] {
  if (!isOwner && !isSuperuser) return [ok(`${user} owns no table.`)];
  return [
    warning({
      what: `The service runs as ${user}, which ${isSuperuser ? 'is a superuser' : 'owns the tables'}.`,
      why: 'An intruder in the service could rewrite what is recorded.',
      act: 'Run `tmm migrate --grant`, and let `tmm serve` connect as tmm_service.',
    }),
  ];
}

function checkServer(row: Facts, connections: number): Finding[] {
  const { connectionsMax, connectionsNow, archiving, archivedAt, archiveFailedAt } = row;
  const findings: Finding[] = [];
  if (connectionsMax - connectionsNow < connections)
    findings.push(
      warning({
        what: `The server has ${connectionsMax - connectionsNow} connections left, and a process uses up to ${connections}.`,
        why: 'A new process could not start, as during an update.',
        act: 'Raise max_connections, or lower TMM_DATABASE_CONNECTIONS.',
      }),
    );
  const hasFailed =
    archiveFailedAt !== null &&
    (archivedAt === null || Temporal.Instant.compare(archiveFailedAt, archivedAt) > 0);
  if (archiving === 'off')
    findings.push(
      warning({
        what: 'The server archives no WAL (archive_mode=off).',
        why: 'After the loss of its disk, you get back only the last dump.',
        act: 'Set up a base backup with WAL: docs/guides/backup.md. If your provider does it, ignore this.',
      }),
    );
  else if (hasFailed)
    findings.push(
      problem({
        what: `The server could not archive WAL at ${archiveFailedAt.toString()}.`,
        why: 'What members do from then on is in no backup, and the disk fills up.',
        act: 'Look into the log of PostgreSQL, and correct archive_command.',
      }),
    );
  if (row.checksums === 'off')
    findings.push(
      warning({
        what: 'The server has no data checksums.',
        why: 'A disk that returns other bytes than were written goes unnoticed.',
        act: 'Turn them on while it is stopped: pg_checksums --enable.',
      }),
    );
  if (row.isRemote && row.isEncrypted !== true)
    findings.push(
      problem({
        what: 'The connection to the database leaves this machine without TLS.',
        why: 'Everyone on the way reads members’ money.',
        act: 'Add ?sslmode=require to DATABASE_URL.',
      }),
    );
  return findings;
}
