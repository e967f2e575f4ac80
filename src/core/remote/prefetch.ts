import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { CoreAdapter } from '../adapter.ts';
import type { CoreNeeds, CoreSnapshot, Remote } from '../core.ts';
import { covers } from '../needs.ts';
import { answerMilliseconds } from './away.ts';
import { accountsSummed, answersOf, readSearched } from './search-remote.ts';
import { within } from './within.ts';

export interface PrefetchOptions {
  /** The source of the time, by which all processes know which orders a snapshot includes. */
  readonly db: Queries;
  readonly clock: Clock;
  /** How long the core may take; 2 seconds by default. */
  readonly fetchMilliseconds?: number;
}

/**
 * If figures are older than our request by more than this, the core returned its last ones, not
 * current ones.
 */
const staleAfter = { seconds: 5 };

/**
 * Fetches figures from a core. A core that fails, hangs or leaves something out counts as
 * unreachable.
 */
export function createPrefetch(
  adapter: CoreAdapter,
  { db, clock, fetchMilliseconds = answerMilliseconds }: PrefetchOptions,
): Remote['prefetch'] {
  return async (institutionId: number, needs: CoreNeeds): Promise<CoreSnapshot | undefined> => {
    try {
      const started = clock.now();
      const [server] = await db.query<{ now: Temporal.Instant }>('select clock_timestamp() as now');
      const found = await within(fetchMilliseconds, async (signal) =>
        fetchAll(adapter, institutionId, needs, signal),
      );
      if (!found || !covers(found, needs)) return undefined;
      const isStale = Temporal.Instant.compare(found.asOf, started.subtract(staleAfter)) < 0;
      return {
        ...found,
        since: {
          asked: present(server, 'a database has a clock').now,
          ...(isStale ? { stale: found.asOf.subtract(staleAfter) } : {}),
        },
      };
    } catch {
      return undefined;
    }
  };
}

/** Searches need the holds of their accounts, for sums. The adapter itself knows no search. */
async function fetchAll(
  adapter: CoreAdapter,
  institutionId: number,
  { searches = [], ...needs }: CoreNeeds,
  signal: AbortSignal,
): Promise<Omit<CoreSnapshot, 'since'>> {
  if (searches.length === 0) return adapter.fetch(institutionId, needs, signal);
  const holds = new Set([...(needs.holds ?? []), ...accountsSummed(searches)]);
  const [figures, read] = await Promise.all([
    adapter.fetch(institutionId, { ...needs, holds: [...holds] }, signal),
    readSearched(adapter, institutionId, { searches, signal }),
  ]);
  return { ...figures, searches: answersOf(searches, read, figures.holds) };
}
