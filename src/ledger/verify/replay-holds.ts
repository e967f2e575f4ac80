import type { Queries } from '../../database/database.ts';
import type { Problem } from '../../audit/verify-record.ts';
import { type Hold, holdColumns } from '../hold.ts';
import type { HoldEventRow } from '../rows.ts';

const pageSize = 2_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Replays every hold from its events and compares it with the stored one.
 * @returns the number of holds, and the amount held on each account
 */
export async function replayHolds(
  q: Queries,
  institutionId: number,
  addProblem: (problem: Problem) => void,
): Promise<{ holds: number; heldOf: Map<string, bigint> }> {
  const heldOf = new Map<string, bigint>();
  let holds = 0;
  let after = beforeAll;
  for (;;) {
    const page = await q.query<Hold>(
      `select ${holdColumns} from holds where institution_id = $1 and id > $2 order by id limit ${pageSize}`,
      [institutionId, after],
    );
    const upTo = page.length < pageSize ? afterAll : (page.at(-1)?.id ?? afterAll);
    const events = await q.query<HoldEventRow>(
      `select hold_id as "holdId", number, account_id as "accountId", event, amount, description,
          expires_at as "expiresAt", happened_at as "happenedAt"
        from hold_events where institution_id = $1 and hold_id > $2 and hold_id <= $3 order by hold_id, number`,
      [institutionId, after, upTo],
    );
    const replayed = new Map<string, Hold>();
    for (const event of events) applyEvent(replayed, event, addProblem);
    for (const stored of page) {
      compare(stored, replayed.get(stored.id), addProblem);
      replayed.delete(stored.id);
      heldOf.set(stored.accountId, (heldOf.get(stored.accountId) ?? 0n) + stored.remaining);
    }
    for (const id of replayed.keys()) {
      addProblem({ where: `hold ${id}`, what: 'it was placed, but is not among the holds' });
    }
    holds += page.length;
    if (upTo === afterAll) return { holds, heldOf };
    after = upTo;
  }
}

function applyEvent(
  replayed: Map<string, Hold>,
  event: HoldEventRow,
  addProblem: (problem: Problem) => void,
): void {
  const where = `hold ${event.holdId} event ${event.number}`;
  const before = replayed.get(event.holdId);
  if (event.number !== (before?.events ?? 0) + 1) {
    addProblem({ where, what: 'an event before it is missing' });
  }
  if (event.event === 'placed') {
    replayed.set(event.holdId, {
      id: event.holdId,
      accountId: event.accountId,
      amount: event.amount,
      remaining: event.amount,
      state: 'open',
      description: event.description,
      placedAt: event.happenedAt,
      expiresAt: event.expiresAt,
      events: event.number,
    });
    return;
  }
  if (!before) {
    addProblem({ where, what: 'the hold was never placed' });
    return;
  }
  const remaining = before.remaining - event.amount;
  if (remaining < 0n || (event.event !== 'captured' && remaining !== 0n)) {
    addProblem({ where, what: `it takes ${event.amount} of ${before.remaining}` });
  }
  replayed.set(event.holdId, {
    ...before,
    remaining,
    state: remaining > 0n ? 'open' : event.event,
    events: event.number,
  });
}

function compare(
  stored: Hold,
  replayed: Hold | undefined,
  addProblem: (problem: Problem) => void,
): void {
  const where = `hold ${stored.id}`;
  if (!replayed) {
    addProblem({ where, what: 'it was never placed' });
    return;
  }
  const found = new Map<string, unknown>(Object.entries(stored));
  for (const [field, value] of Object.entries(replayed)) {
    if (String(found.get(field)) !== String(value)) {
      addProblem({
        where,
        what: `its ${field} is ${String(found.get(field))} where ${String(value)} follows`,
      });
    }
  }
}
