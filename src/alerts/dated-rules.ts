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

/**
 * Reads a page of an institution's rules of days, in order of id. Of weekly ones, only those of these weekdays.
 * @param page.after the last id of the page before
 */
export async function datedRules(
  q: Queries,
  institutionId: number,
  page: {
    readonly weekdays: readonly number[];
    readonly after: string | undefined;
    readonly most: number;
  },
): Promise<DatedRule[]> {
  return q.query<DatedRule>(
    `select r.id, r.member_id as "memberId", r.share_id as "shareId", r.kind, r.days, r.weekday, r.set_at as "setAt", m.zone
      from alert_rules r join members m on m.institution_id = $1 and m.id = r.member_id
      where r.institution_id = $1 and r.kind = any($2::text[])
        and (r.weekday is null or r.weekday = any($3::smallint[])) and ($4::uuid is null or r.id > $4)
      order by r.id limit $5`,
    [institutionId, datedKinds, page.weekdays, page.after ?? null, page.most],
  );
}
