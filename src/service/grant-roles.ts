import { appendOnlyTables } from '../audit/append-only-tables.ts';
import type { Database, Queries } from '../database/database.ts';
import { jobsSchema } from '../jobs/boss.ts';
import { Fault } from '../kernel/fault.ts';

/** The role of `tmm serve` and of commands that change something. */
export const serviceRole = 'tmm_service';
/** The role of `tmm verify`, reports and people who look. */
export const readRole = 'tmm_read';

/** The role that migrates owns the tables, and alone may change the schema. */
const ownersOwn: readonly string[] = ['migrations'];

/**
 * Gives the two roles their rights on every table, and takes all others away. Makes them if they are missing, without a password.
 * @returns the roles that it made
 * @throws Fault `grant_refused` if the user may not make roles: its message has the SQL for somebody who may
 */
export async function grantRoles(db: Database): Promise<string[]> {
  return db.transaction(async (tx) => {
    const made: string[] = [];
    for (const role of [serviceRole, readRole]) {
      if (await hasRole(tx, role)) continue;
      await makeRole(tx, role);
      made.push(role);
    }
    await grantAll(tx);
    return made;
  });
}

/** Gives the roles their rights on new tables, where they had rights before and the user owns them. @returns whether it did */
export async function grantAgain(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.query<{ has: boolean }>(
      `select exists (select from information_schema.role_table_grants
        where grantee = $1 and table_schema = 'public' and table_name = 'migrations')
        and (select pg_has_role(tableowner, 'member') from pg_tables
          where schemaname = 'public' and tablename = 'migrations') as has`,
      [serviceRole],
    );
    if (!row?.has) return false;
    await grantAll(tx);
    return true;
  });
}

async function grantAll(tx: Queries): Promise<void> {
  const roles = `${serviceRole}, ${readRole}`;
  for (const schema of ['public', jobsSchema]) {
    for (const what of ['tables', 'sequences'])
      await tx.query(`revoke all on all ${what} in schema ${schema} from ${roles}`);
    await tx.query(`grant usage on schema ${schema} to ${serviceRole}`);
    await tx.query(`grant select, insert on all tables in schema ${schema} to ${serviceRole}`);
    await tx.query(`grant usage on all sequences in schema ${schema} to ${serviceRole}`);
  }
  await tx.query(`grant update, delete on all tables in schema ${jobsSchema} to ${serviceRole}`);
  await tx.query(`grant usage on schema public to ${readRole}`);
  await tx.query(`grant select on all tables in schema public to ${readRole}`);
  await tx.query(`revoke create on schema public from public`);
  const kept = new Set<string>([...appendOnlyTables, ...ownersOwn]);
  const tables = await tx.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  for (const { name } of tables.filter((one) => !kept.has(one.name)))
    await tx.query(`grant update, delete on public.${name} to ${serviceRole}`);
  for (const name of ownersOwn)
    await tx.query(`revoke insert on public.${name} from ${serviceRole}`);
}

async function hasRole(tx: Queries, role: string): Promise<boolean> {
  return (await tx.query('select from pg_roles where rolname = $1', [role])).length > 0;
}

async function makeRole(tx: Queries, role: string): Promise<void> {
  const [row] = await tx.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  if (!row?.may)
    throw new Fault({
      code: 'grant_refused',
      message: `This user may not make roles. Let an administrator of the server run: create role ${serviceRole} login; create role ${readRole} login;`,
      retryable: false,
    });
  await tx.query(`create role ${role} login`);
}
