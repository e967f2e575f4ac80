import type { AlertEvent } from '../../alerts/alert-event.ts';
import {
  type DatedRule,
  dueRules,
  weeklyRules,
  zonesOfDueRules,
} from '../../alerts/dated-rules.ts';
import { writeAlertEvents } from '../../alerts/record-alerts.ts';
import type { Core } from '../../core/core.ts';
import type { Database } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { dueEvents, isDueHour, weeklyEvent } from './dated.ts';
import { owedLoans } from './owed-loans.ts';

interface DatedContext {
  readonly world: World;
  readonly institution: Institution;
  readonly core: Core;
}

/** Rules of one page, each page its own transaction. */
const atOnce = 500;

/** A core elsewhere answers for so many members within its two seconds. */
const atOnceElsewhere = 50;

/** A rule so new is looked at whatever the hour: its payment may be near. */
const newFor = { hours: 1 };

/**
 * Raises what a day fires: weekly summaries, and loan payments that are due. Each has its day as its cause, so it comes once, however
 * often this runs. Payments are looked for in a few hours of the member's day only, so that not each run reads all loans.
 */
export async function raiseDatedAlerts(db: Database, context: DatedContext): Promise<void> {
  const { world, institution } = context;
  const now = world.clock.now();
  // No zone is a day from another: yesterday's, today's and tomorrow's weekday cover all of them.
  const weekdays = [-1, 0, 1].map(
    (days) => now.add({ hours: 24 * days }).toZonedDateTimeISO('UTC').dayOfWeek,
  );
  await inPages(
    atOnce,
    async (page) => weeklyRules(db, institution.id, { ...page, weekdays }),
    async (rules) => {
      await write(
        db,
        context,
        rules.flatMap((rule) => weeklyEvent(rule, now, rule.zone ?? institution.zone) ?? []),
      );
      return true;
    },
  );
  const known = (await zonesOfDueRules(db, institution.id)).map((zone) => zone ?? institution.zone);
  const zones = [...new Set(known)].filter((zone) => isDueHour(now, zone));
  const since = now.subtract(newFor);
  await inPages(
    context.core.remote ? atOnceElsewhere : atOnce,
    async (page) =>
      dueRules(db, institution.id, { ...page, zones, ownZone: institution.zone, since }),
    async (rules) => raiseDue(db, context, rules),
  );
}

/** Goes through rules page by page, until `each` says to stop. */
async function inPages(
  most: number,
  read: (page: {
    readonly after: string | undefined;
    readonly most: number;
  }) => Promise<DatedRule[]>,
  each: (rules: readonly DatedRule[]) => Promise<boolean>,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const rules = await read({ after, most });
    if (rules.length === 0 || !(await each(rules)) || rules.length < most) return;
    after = rules.at(-1)?.id;
  }
}

/** @returns `false`: the core does not answer, so the others wait for the next run */
async function raiseDue(
  db: Database,
  context: DatedContext,
  rules: readonly DatedRule[],
): Promise<boolean> {
  const { world, institution, core } = context;
  const now = world.clock.now();
  const memberIds = [...new Set(rules.map(({ memberId }) => memberId))];
  const shares = [...(await loadShares(db, institution.id, memberIds)).values()].flat();
  const { loans, isAway } = await owedLoans(
    db,
    { core, institutionId: institution.id, world },
    shares.filter(({ maySee }) => maySee),
  );
  const byMember = Map.groupBy(loans, ({ share }) => share.memberId);
  const events = rules.flatMap((rule) =>
    dueEvents(
      rule,
      (byMember.get(rule.memberId) ?? []).filter(
        ({ share }) => rule.shareId === null || share.id === rule.shareId,
      ),
      { now, zone: rule.zone ?? institution.zone, dayZone: institution.zone },
    ),
  );
  await write(db, context, events);
  return !isAway;
}

/** Writes what was raised. It waits for nothing: a minute's other events join it anyway. */
async function write(
  db: Database,
  { world, institution }: DatedContext,
  events: readonly AlertEvent[],
): Promise<void> {
  const now = world.clock.now();
  await writeAlertEvents(db, institution.id, events, { now, dueAt: now });
}
