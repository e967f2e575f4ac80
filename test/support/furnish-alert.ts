import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';

/** Gives a member an alert of each hold. @returns its id */
export async function furnishAlert(
  db: Database,
  world: World,
  of: { readonly institutionId: number; readonly memberId: string },
): Promise<string> {
  const id = world.ids.next();
  await db.query(
    `insert into alert_rules (institution_id, id, member_id, number, kind, set_at) values ($1, $2, $3, 1, 'hold', now())`,
    [of.institutionId, id, of.memberId],
  );
  return id;
}
