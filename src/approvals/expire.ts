import type { Database } from '../database/database.ts';
import { endUnapproved } from './end-unapproved.ts';
import { lockOverdue } from './store.ts';
import type { ApprovalContext } from './tell-asking.ts';

const atOnce = 100;

/**
 * Ends the approvals of an institution whose time is over, and tells each channel that asked. Each ends once, also in two processes.
 * @returns how many
 */
export async function expireApprovals(db: Database, context: ApprovalContext): Promise<number> {
  const { institution, world } = context;
  let expired = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      const overdue = await lockOverdue(tx, institution.id, {
        now: world.clock.now(),
        limit: atOnce,
      });
      for (const approval of overdue) await endUnapproved(tx, context, approval, 'expired');
      return overdue.length;
    });
    expired += count;
    if (count < atOnce) return expired;
  }
}
