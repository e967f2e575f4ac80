import type { Queries } from '../database/database.ts';
import { alertKinds, alertTraits, type DatedAlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { AlertRule } from './rule.ts';

/** The kinds that a day fires: what they take is about days. */
const datedKinds = alertKinds.filter((kind) =>
  ['days', 'weekday'].includes(alertTraits[kind].takes),
);

/** A rule that a day fires, with its member's own zone. */
export interface DatedRule extends Pick<
  AlertRule,
  'id' | 'memberId' | 'shareId' | 'days' | 'weekday' | 'setAt'
> {
  readonly kind: DatedAlertKind;
  readonly zone: string | null;
}

/** Finds which of these institutions have such rules, in one statement. */
export async function institutionsWithDatedRules(
  q: Queries,
  institutionIds: readonly number[],
): Promise<number[]> {
  if (institutionIds.length === 0) return [];
  const found = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[]) as i (id)
      where exists (select from alert_rules r where r.institution_id = i.id and r.kind = any($2::text[]))`,
    [institutionIds, datedKinds],
  );
  return found.map(({ id }) => id);
}

/** A page of rules, in order of id. */
export interface RulePage {
  /** The last id of the page before. */
  readonly after: string | undefined;
  readonly most: number;
}

const columns = `r.id, r.member_id as "memberId", r.share_id as "shareId", r.kind, r.days, r.weekday, r.set_at as "setAt", m.zone`;

const joined =
  'alert_rules r join members m on m.institution_id = $1 and m.id = r.member_id where r.institution_id = $1';

/** Reads a page of an institution's weekly rules of these weekdays. */
export async function weeklyRules(
  q: Queries,
  institutionId: number,
  { weekdays, after, most }: RulePage & { readonly weekdays: readonly number[] },
): Promise<DatedRule[]> {
  return q.query<DatedRule>(
    `select ${columns} from ${joined} and r.kind = 'weekly' and r.weekday = any($2::smallint[]) and ($3::uuid is null or r.id > $3)
      order by r.id limit $4`,
    [institutionId, weekdays, after ?? null, most],
  );
}

/**
 * Reads a page of an institution's rules about loan payments: of members in these zones, and those set since then in any zone.
 * @param which.zones a member without a zone has the institution's
 */
export async function dueRules(
  q: Queries,
  institutionId: number,
  which: RulePage & {
    readonly zones: readonly string[];
    readonly ownZone: string;
    readonly since: Temporal.Instant;
  },
): Promise<DatedRule[]> {
  const { zones, ownZone, since, after, most } = which;
  return q.query<DatedRule>(
    `select ${columns} from ${joined} and r.kind = 'due' and (coalesce(m.zone, $2) = any($3::text[]) or r.set_at > $4)
        and ($5::uuid is null or r.id > $5)
      order by r.id limit $6`,
    [institutionId, ownZone, zones, since, after ?? null, most],
  );
}

/** Finds the zones of members who want to hear of loan payments; null: the institution's. */
export async function zonesOfDueRules(
  q: Queries,
  institutionId: number,
): Promise<(string | null)[]> {
  const found = await q.query<{ zone: string | null }>(
    `select distinct m.zone from ${joined} and r.kind = 'due'`,
    [institutionId],
  );
  return found.map(({ zone }) => zone);
}
