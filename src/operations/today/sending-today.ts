import { z } from 'zod';
import { countUndelivered } from '../../alarms/sends.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { budgetUse, type UsedWindow } from '../../messages/sending/budget.ts';
import type { StaffContext } from '../request-context.ts';

/** How sending goes: what has no known outcome, what the limits leave, what the day cost. */
export const sendingSchema = z.object({
  unknownOrders: z.int().describe('Transfers that a core elsewhere has not confirmed.'),
  unknownMessages: z.int().describe('Messages whose carrier’s answer was lost.'),
  budgets: z.array(
    z.object({
      channel: z.enum(channelNames),
      name: z.string(),
      sends: z.int().describe('What the carrier allows in the window.'),
      seconds: z.int(),
      used: z.int(),
    }),
  ),
  undeliveredAlarms: z.int().describe('Alarms that did not reach staff, of the last two days.'),
  sentToday: z.int(),
  costMicrodollars: z.int().describe('What the day’s messages cost so far.'),
});

/** Measures how sending goes today, in the institution's time zone. */
export async function sendingToday({
  db,
  world,
  institution,
  ports,
}: StaffContext): Promise<z.input<typeof sendingSchema>> {
  const now = world.clock.now();
  const begins = now.toZonedDateTimeISO(institution.zone).startOfDay().toInstant();
  const budgets: UsedWindow[] = [];
  for (const channel of channelNames) {
    const budget = ports?.budgets?.[channel];
    if (budget)
      budgets.push(
        ...(await budgetUse(db, { institutionId: institution.id, channel, budget, now })),
      );
  }
  const [unknown] = await db.query<{ orders: number; messages: number }>(
    `select (select count(*)::int from core_orders
          where institution_id = $1 and next_at is not null and state = 'unknown') as orders,
        (select count(*)::int from outbound where institution_id = $1 and status = 'unknown') as messages`,
    [institution.id],
  );
  const [day] = await db.query<{ sent: number; cost: number }>(
    `select count(*)::int as sent, coalesce(sum(cost_microdollars), 0)::float8 as cost from outbound
      where institution_id = $1 and channel = any($2::text[]) and sending_at >= $3 and wired_at is not null`,
    [institution.id, [...channelNames], begins],
  );
  return {
    unknownOrders: unknown?.orders ?? 0,
    unknownMessages: unknown?.messages ?? 0,
    budgets,
    undeliveredAlarms: await countUndelivered(db, institution.id, now),
    sentToday: day?.sent ?? 0,
    costMicrodollars: day?.cost ?? 0,
  };
}
