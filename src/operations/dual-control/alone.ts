import { within } from '../../database/within.ts';
import { insertApproval } from '../../staff/approvals/store.ts';
import type { StaffOperation } from '../operation.ts';
import { isRefused, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { askedAct } from './asked-act.ts';
import { shownOf } from './shown-of.ts';
import { withValues } from './with-values.ts';

/**
 * Runs an operation that takes two persons with the server's own rights. In the same transaction it
 * stands under Approvals as done without a second person, and the security log hears of it.
 */
export async function runAlone<Output>(
  request: StaffContext,
  operation: StaffOperation,
  input: unknown,
  run: (request: StaffContext) => Promise<Output | Refused>,
): Promise<Output | Refused> {
  const shown = await shownOf(request, operation, input);
  if (isRefused(shown)) return shown;
  let isQueued = false;
  const done = await request.db.transaction(async (tx) => {
    const inside = withValues(request, {
      db: within(tx, request.db.engine),
      queued: () => {
        isQueued = true;
      },
    });
    const result = await run(inside);
    if (!isRefused(result))
      await insertApproval(
        tx,
        request.world,
        askedAct(request, { operation, input, shown }),
        'alone',
      );
    return result;
  });
  if (isQueued) request.queued();
  if (!isRefused(done))
    request.security.note({
      event: `alone:${operation.id}`,
      outcome: 'break_glass',
      from: request.from,
    });
  return done;
}
