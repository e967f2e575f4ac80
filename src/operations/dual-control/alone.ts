import { within } from '../../database/within.ts';
import { insertApproval } from '../../staff/approvals/store.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import type { StaffOperation } from '../operation.ts';
import { isRefused, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { askedAct } from './asked-act.ts';
import { shownOf } from './shown-of.ts';
import { withValues } from './with-values.ts';

/**
 * Runs an operation that takes two persons with the server's own rights. In the same transaction it
 * stands under Approvals as done without a second person, with the machine's user.
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
        askedAct(request, { operation, input, shown: withMachineUser(request, shown) }),
        'alone',
      );
    return result;
  });
  if (isQueued) request.queued();
  return done;
}

/** The name given on the command line may be anybody's; the machine knows its user. */
function withMachineUser({ principal }: StaffContext, shown: Shown): Shown {
  const { machineUser } = principal;
  if (machineUser === undefined) return shown;
  return { ...shown, lines: [...shown.lines, { what: 'machine user', after: machineUser }] };
}
