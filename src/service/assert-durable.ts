import type { Database } from '../database/database.ts';
import { configurationFault } from './config.ts';

/**
 * Makes sure that PostgreSQL keeps what it acknowledges: a transfer that a member was told of must outlive a power cut. The embedded
 * database doesn't, which is accepted by a setting of its own.
 * @throws Fault `configuration` that says what to do
 */
export async function assertDurable(db: Database): Promise<void> {
  if (db.engine !== 'postgresql') return;
  const [row] = await db.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const problems = [
    ...(row?.fsync === 'off'
      ? ['fsync=off: after a power cut money that members saw moved could be gone. Set fsync=on']
      : []),
    // We set it ourselves: something between takes that back.
    ...(row?.commit === 'off'
      ? [
          'synchronous_commit=off: a crash could lose transfers that members saw. Set synchronous_commit=on there',
        ]
      : []),
  ];
  if (problems.length > 0)
    throw configurationFault(problems.map((problem) => `DATABASE_URL: the server has ${problem}`));
}
