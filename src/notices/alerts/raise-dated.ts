import type { AlertEvent } from '../../alerts/alert-event.ts';
import { type DatedRule, datedRules } from '../../alerts/dated-rules.ts';
import { writeAlertEvents } from '../../alerts/record-alerts.ts';
import type { LoanTerms } from '../../core/core.ts';
import type { Database, Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import { loadLoanTerms } from '../../shares/loan-terms.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { Share } from '../../shares/share.ts';
import { dueEvents, weeklyEvent } from './dated.ts';

/** Rules of one page, each page its own transaction. */
const atOnce = 500;

/**
 * Raises what a day fires: weekly summaries, and loan payments that are due. Each has its day as its cause, so it comes once, however
 * often this runs.
 */
export async function raiseDatedAlerts(
  db: Database,
  { world, institution }: { readonly world: World; readonly institution: Institution },
): Promise<void> {
  const now = world.clock.now();
  // No zone is a day from another: yesterday's, today's and tomorrow's weekday cover all of them.
  const weekdays = [-1, 0, 1].map(
    (days) => now.add({ hours: 24 * days }).toZonedDateTimeISO('UTC').dayOfWeek,
  );
  let after: string | undefined;
  for (;;) {
    const page = { weekdays, after, most: atOnce };
    const rules = await db.transaction(async (tx) => {
      const found = await datedRules(tx, institution.id, page);
      const events = await eventsOf(tx, { institution, now }, found);
      // They wait for nothing: a minute's other events join them anyway.
      await writeAlertEvents(tx, institution.id, events, { now, dueAt: now });
      return found;
    });
    if (rules.length < atOnce) return;
    after = rules.at(-1)?.id;
  }
}

async function eventsOf(
  tx: Queries,
  { institution, now }: { readonly institution: Institution; readonly now: Temporal.Instant },
  rules: readonly DatedRule[],
): Promise<AlertEvent[]> {
  const due = rules.filter(({ kind }) => kind === 'due');
  const loans = await loansOf(tx, institution.id, due);
  const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  return rules.flatMap((rule): AlertEvent[] => {
    if (rule.kind === 'due')
      return dueEvents(
        rule,
        (loans.get(rule.memberId) ?? []).filter(
          ({ share }) => rule.shareId === null || share.id === rule.shareId,
        ),
        today,
      );
    const event = weeklyEvent(rule, now, rule.zone ?? institution.zone);
    return event ? [event] : [];
  });
}

/** The loans of these rules' members, each with the terms that the books have. */
async function loansOf(
  tx: Queries,
  institutionId: number,
  rules: readonly DatedRule[],
): Promise<ReadonlyMap<string, readonly { readonly share: Share; readonly terms: LoanTerms }[]>> {
  if (rules.length === 0) return new Map();
  const memberIds = [...new Set(rules.map(({ memberId }) => memberId))];
  const shares = await loadShares(tx, institutionId, memberIds);
  const loans = [...shares.values()].flat().filter(({ kind, maySee }) => kind === 'loan' && maySee);
  const terms = await loadLoanTerms(
    tx,
    institutionId,
    loans.map(({ id }) => id),
  );
  return Map.groupBy(
    loans.flatMap((share) => {
      const own = terms.get(share.accountId);
      return own ? [{ share, terms: own }] : [];
    }),
    ({ share }) => share.memberId,
  );
}
