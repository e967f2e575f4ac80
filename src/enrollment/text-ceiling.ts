import { phoneChannels } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { openTasks } from '../staff/tasks.ts';

/**
 * Holds an institution's one-time codes by text to its limit for 24 hours: each costs money, and some people earn from requesting
 * many. The lock on the institution's row makes concurrent requests count one after another. At the limit, staff get an alarm as a
 * task, so the transaction must be committed even then.
 * @returns when the next may be sent; `undefined`: now
 */
export async function holdToCeiling(
  tx: Queries,
  { world, institution }: { readonly world: World; readonly institution: Institution },
): Promise<Temporal.Instant | undefined> {
  const { perDay } = institution.settings.oneTimeTexts;
  await tx.query('select 1 from institutions where id = $1 for no key update', [institution.id]);
  const now = world.clock.now();
  const [oldest] = await tx.query<{ at: Temporal.Instant }>(
    `select created_at as at from enrolments
      where institution_id = $1 and channel = any($4::text[]) and created_at > $2
      order by created_at desc offset greatest($3 - 1, 0) limit 1`,
    [institution.id, now.subtract({ hours: 24 }), perDay, phoneChannels],
  );
  if (perDay > 0 && !oldest) return undefined;
  await openTasks(tx, world, institution, [
    {
      kind: 'alarm',
      subject:
        'One-time texts have reached their ceiling of 24 hours: none goes out until it has room',
      detail: `The setting oneTimeTexts.perDay is ${perDay}. Look at who asks for so many before you raise it.`,
      at: now,
    },
  ]);
  return (oldest?.at ?? now).add({ hours: 24 });
}
