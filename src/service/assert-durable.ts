import type { Database } from '../database/database.ts';
import { configurationFault } from './config.ts';

/**
 * Makes sure that PostgreSQL is durable: a transfer that a member heard of must survive a power
 * cut. The embedded database is not, and a setting of its own accepts that.
 * @throws Fault `configuration` that says what to do
 */
export async function assertDurable(db: Database): Promise<void> {
  if (db.engine !== 'postgresql') return;
  const [row] = await db.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const problems = [
    ...(row?.fsync === 'off'
      ? ['fsync=off: a power cut could lose transfers that members saw. Set fsync=on']
      : []),
    // We set it ourselves, so something between us and the server undoes it.
    ...(row?.commit === 'off'
      ? [
          'synchronous_commit=off: a crash could lose transfers that members saw. Set synchronous_commit=on there',
        ]
      : []),
  ];
  if (problems.length > 0)
    throw configurationFault(problems.map((problem) => `DATABASE_URL: the server has ${problem}`));
}
