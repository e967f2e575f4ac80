import { loadAlerts } from '../../alerts/alert-store.ts';
import { quietUntil } from '../../alerts/quiet-hours.ts';
import type { MemberAlerts } from '../../alerts/rule.ts';
import {
  postponeAlerts,
  type SettledAlert,
  settleAlerts,
  takeDueAlerts,
  type WaitingAlert,
} from '../../alerts/waiting-alerts.ts';
import type { Core, CoreBalance } from '../../core/core.ts';
import type { Database, Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import type { ChannelName } from '../../messages/channel.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { AlertNews, WeekOfShare } from '../../wording/alert-reply.ts';
import { type NoticeContext, queueNotices, type Target } from '../announce.ts';
import { type AlertMember, alertMembers } from './alert-targets.ts';
import { newsOf } from './news-of.ts';
import { payAmong } from './pay.ts';
import { weeksOf } from './week.ts';

export interface AlertContext extends NoticeContext {
  readonly core: Core;
  /** Those by which this installation reaches members. */
  readonly channels: readonly ChannelName[];
}

/** Members of one transaction: few, so that replies don't wait. */
const membersMax = 200;

/** Older than this, it is no news. Quiet hours are shorter. */
const newsHours = 36;

/**
 * Sends what waits: for each member one message with all that happened, to one address, outside their quiet hours. Events and their
 * message are written together, so each event is told once, whatever fails and whichever processes do this.
 * @returns how many messages it queued
 */
export async function sendAlerts(db: Database, context: AlertContext): Promise<number> {
  let sent = 0;
  for (;;) {
    const round = await db.transaction(async (tx) => sendRound(tx, context));
    sent += round.sent;
    if (round.members < membersMax) return sent;
  }
}

async function sendRound(
  tx: Queries,
  context: AlertContext,
): Promise<{ readonly members: number; readonly sent: number }> {
  const { world, institution } = context;
  const now = world.clock.now();
  const events = await takeDueAlerts(tx, institution.id, { now, membersMax });
  const byMember = Map.groupBy(events, ({ memberId }) => memberId);
  if (byMember.size === 0) return { members: 0, sent: 0 };
  const memberIds = [...byMember.keys()];
  const alerts = await loadAlerts(tx, institution.id, memberIds);
  const found = await alertMembers(tx, institution.id, { memberIds, channels: context.channels });
  const members = [...byMember].map(([memberId, own]) =>
    sortOut(own, present(found.get(memberId), 'an event is a member’s'), {
      alerts: alerts.get(memberId),
      zone: institution.zone,
      now,
    }),
  );
  await postponeAlerts(
    tx,
    institution.id,
    members.flatMap(({ memberId, until }) => (until ? [{ memberId, until }] : [])),
  );
  const telling = members.flatMap(({ memberId, target, events }) =>
    target && events.length > 0 ? [{ memberId, target, events }] : [],
  );
  const { told, dropped } = await facts(tx, context, telling);
  const ids = await queueNotices(
    tx,
    context,
    told.map(({ target, said }) => ({
      target,
      reply: { reply: 'alert', news: eachOnce(said) },
    })),
    'alert',
  );
  const settled = told.flatMap(({ said }, index): SettledAlert[] => {
    const outboundId = ids[index];
    return said.map(({ event: { ruleId, cause } }) =>
      outboundId === undefined
        ? { ruleId, cause, outcome: 'unreachable' }
        : { ruleId, cause, outcome: 'sent', outboundId },
    );
  });
  const ended = [...members.flatMap(({ dropped }) => dropped), ...dropped];
  await settleAlerts(tx, institution.id, [...settled, ...ended], now);
  return { members: byMember.size, sent: ids.filter((id) => id !== undefined).length };
}

interface SortedOut {
  readonly memberId: string;
  /** Present in quiet hours: when they end. */
  readonly until?: Temporal.Instant;
  readonly target?: Target;
  /** What to tell. */
  readonly events: readonly WaitingAlert[];
  readonly dropped: readonly SettledAlert[];
}

/** Decides about one member: wait, drop or tell. Pure. */
function sortOut(
  events: readonly WaitingAlert[],
  { memberId, zone: own, isLocked, target }: AlertMember,
  given: {
    readonly alerts: MemberAlerts | undefined;
    readonly zone: string;
    readonly now: Temporal.Instant;
  },
): SortedOut {
  const { alerts, zone, now } = given;
  const until = alerts?.quiet ? quietUntil(alerts.quiet, now, own ?? zone) : undefined;
  if (until) return { memberId, until, events: [], dropped: [] };
  const oldest = now.subtract({ hours: newsHours });
  const whyDropped = ({ isWanted, happenedAt }: WaitingAlert) => {
    if (!isWanted) return 'removed';
    if (isLocked) return 'locked';
    if (!target) return 'unreachable';
    return Temporal.Instant.compare(happenedAt, oldest) < 0 ? 'late' : undefined;
  };
  return {
    memberId,
    ...(target ? { target } : {}),
    events: events.filter((event) => whyDropped(event) === undefined),
    dropped: events.flatMap((event): SettledAlert[] => {
      const outcome = whyDropped(event);
      return outcome ? [{ ruleId: event.ruleId, cause: event.cause, outcome }] : [];
    }),
  };
}

interface Telling {
  readonly memberId: string;
  readonly target: Target;
  readonly events: readonly WaitingAlert[];
}

interface Told {
  readonly target: Target;
  readonly said: readonly { readonly event: WaitingAlert; readonly news: AlertNews }[];
}

/** Turns events into facts, with what only the books know now: whether a deposit is pay, a low balance, and the week’s figures. */
async function facts(
  tx: Queries,
  { core, world, institution: { id: institutionId, zone } }: AlertContext,
  telling: readonly Telling[],
): Promise<{ readonly told: readonly Told[]; readonly dropped: readonly SettledAlert[] }> {
  if (telling.length === 0) return { told: [], dropped: [] };
  const shares = await loadShares(
    tx,
    institutionId,
    telling.map(({ memberId }) => memberId),
  );
  const sharesOf = (memberId: string) => shares.get(memberId) ?? [];
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const pay = await payAmong(
    tx,
    { core, institutionId, zone, today },
    telling.flatMap(({ memberId, events }) =>
      events.flatMap((event) =>
        event.kind === 'pay' ? [{ event, shares: sharesOf(memberId) }] : [],
      ),
    ),
  );
  const balanceOf = await lowBalances(tx, { core, institutionId, world }, telling);
  const weekly = telling.filter(({ events }) => events.some(({ kind }) => kind === 'weekly'));
  const weeks = await weeksOf(
    tx,
    { core, institutionId, world, zone },
    new Map(weekly.map(({ memberId }) => [memberId, sharesOf(memberId)])),
  );
  const dropped: SettledAlert[] = [];
  const told = telling.flatMap(({ memberId, target, events }): Told[] => {
    const said = events.flatMap((event) => {
      const { ruleId, cause } = event;
      if (event.kind === 'pay' && !pay.has(event)) {
        dropped.push({ ruleId, cause, outcome: 'not_pay' });
        return [];
      }
      const news =
        event.kind === 'weekly'
          ? newsOfWeek(weeks.get(memberId))
          : newsOf(event, sharesOf(memberId), balanceOf);
      if (typeof news !== 'string') return [{ event, news }];
      dropped.push({ ruleId, cause, outcome: news });
      return [];
    });
    return said.length > 0 ? [{ target, said }] : [];
  });
  return { told, dropped };
}

function newsOfWeek(week: readonly WeekOfShare[] | undefined): AlertNews | 'removed' {
  return week ? { kind: 'weekly', shares: week } : 'removed';
}

/** Reads what the accounts with a low balance have now, all at once. */
async function lowBalances(
  tx: Queries,
  { core, institutionId, world }: Pick<AlertContext, 'core' | 'world'> & { institutionId: number },
  telling: readonly Telling[],
): Promise<(accountId: string) => CoreBalance | undefined> {
  const low = telling.flatMap(({ events }) =>
    events.flatMap(({ kind, accountId }) => (kind === 'low' && accountId ? [accountId] : [])),
  );
  if (low.length === 0) return () => undefined;
  const reading = [...new Set(low)];
  const view = await core.open(tx, { institutionId, world, reading, moving: [], keys: [] });
  return (accountId) => view.balance(accountId);
}

/**
 * Two rules may fire for one entry: a deposit that is pay is told as pay, a check that left as a check. A balance that fell several
 * times is told once, as it is now.
 */
function eachOnce(said: Told['said']): AlertNews[] {
  const byCause = Map.groupBy(said, ({ event: { kind, ruleId, cause } }) =>
    kind === 'low' ? ruleId : cause,
  );
  return [...byCause.values()].flatMap((same) => {
    const told = same.find(({ event: { kind } }) => kind === 'pay' || kind === 'check') ?? same[0];
    return told ? [told.news] : [];
  });
}
