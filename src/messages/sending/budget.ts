import type { Queries } from '../../database/database.ts';
import { beforeRun } from './before-run.ts';
import type { BudgetWindow, ChannelName, ChannelTraits } from '../channel.ts';

/** The share of an institution's window that bulk messages may not use: replies come first. */
const reservedForReplies = 0.2;

/** The share that alerts and notices to many may use: security notices need the rest of what bulk may. */
export const allowedForAlerts = 0.5;

/**
 * How many messages can still leave now, for all members together. Counts rows in the database, so that all processes share the
 * limit. Infinity if the channel has no known limit.
 */
export async function budgetLeft(
  q: Queries,
  options: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly traits: Pick<ChannelTraits, 'budget'>;
    readonly now: Temporal.Instant;
    /** Counts only messages that the channel did not prepare, and not this one. */
    readonly unpreparedBeside?: string;
  },
): Promise<{ readonly replies: number; readonly bulk: number; readonly alerts: number }> {
  let replies = Number.POSITIVE_INFINITY;
  let bulk = Number.POSITIVE_INFINITY;
  let alerts = Number.POSITIVE_INFINITY;
  for (const window of options.traits.budget ?? []) {
    if (window.scope !== 'institution') continue;
    const used = await usedIn(q, window, options);
    replies = Math.min(replies, Math.max(0, window.sends - used));
    bulk = Math.min(bulk, Math.max(0, Math.floor(window.sends * (1 - reservedForReplies)) - used));
    alerts = Math.min(alerts, Math.max(0, Math.floor(window.sends * allowedForAlerts) - used));
  }
  return { replies, bulk, alerts };
}

/** A window of a channel's limit, and how much of it is used. */
export interface UsedWindow {
  readonly channel: ChannelName;
  readonly name: string;
  readonly sends: number;
  readonly seconds: number;
  readonly used: number;
}

/** How much of each window is used now, for all members together. */
export async function budgetUse(
  q: Queries,
  given: {
    readonly institutionId: number;
    readonly channel: ChannelName;
    readonly budget: readonly BudgetWindow[];
    readonly now: Temporal.Instant;
  },
): Promise<UsedWindow[]> {
  const { channel } = given;
  const windows: UsedWindow[] = [];
  for (const window of given.budget) {
    if (window.scope !== 'institution') continue;
    const { name, sends, seconds } = window;
    windows.push({ channel, name, sends, seconds, used: await usedIn(q, window, given) });
  }
  return windows;
}

async function usedIn(
  q: Queries,
  window: BudgetWindow,
  {
    institutionId,
    channel,
    now,
    unpreparedBeside,
  }: Omit<Parameters<typeof budgetLeft>[1], 'traits'>,
): Promise<number> {
  const [row] = await q.query<{ used: number }>(
    `select count(*)::int as used from outbound
      where institution_id = $1 and channel = $2 and sending_at > $3
        and status in ('sending', 'wired', 'sent', 'delivered', 'unknown')
        and error_code is distinct from '${beforeRun}'
        and ($4::uuid is null or (id <> $4 and payload is null))`,
    [institutionId, channel, now.subtract({ seconds: window.seconds }), unpreparedBeside ?? null],
  );
  return row?.used ?? 0;
}
