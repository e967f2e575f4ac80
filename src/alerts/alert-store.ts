import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import {
  type AlertRule,
  type AlertTerms,
  type MemberAlerts,
  noAlerts,
  type QuietHours,
} from './rule.ts';

const ruleColumns = `id, member_id as "memberId", number, kind, share_id as "shareId", amount, days, weekday, set_at as "setAt"`;

/** Loads the alerts of these members, set-based. A member without any has no entry. */
export async function loadAlerts(
  q: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, MemberAlerts>> {
  if (memberIds.length === 0) return new Map();
  const ids = column('uuid', memberIds);
  const rules = await q.query<AlertRule>(
    `select ${ruleColumns} from alert_rules where institution_id = $1 and member_id = any($2::uuid[])
      order by member_id, number`,
    [institutionId, ids],
  );
  const quiet = await q.query<QuietHours & { memberId: string }>(
    `select member_id as "memberId", from_minute as "from", to_minute as "to" from alert_quiet
      where institution_id = $1 and member_id = any($2::uuid[])`,
    [institutionId, ids],
  );
  const found = new Map<string, MemberAlerts>();
  for (const [memberId, own] of Map.groupBy(rules, (rule) => rule.memberId))
    found.set(memberId, { rules: own, quiet: null });
  for (const { memberId, from, to } of quiet)
    found.set(memberId, { ...(found.get(memberId) ?? noAlerts), quiet: { from, to } });
  return found;
}

/**
 * The same, locked against another change of the same members' alerts until the transaction ends. It locks the members' rows in order
 * of id. Call it after the accounts are locked.
 */
export async function lockAlerts(
  tx: Queries,
  institutionId: number,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, MemberAlerts>> {
  if (memberIds.length === 0) return new Map();
  await tx.query(
    'select 1 from members where institution_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [institutionId, column('uuid', memberIds)],
  );
  return loadAlerts(tx, institutionId, memberIds);
}

/** A change of a member's alerts. Numbers name the rules, since a rule that the same batch adds has no id yet. */
export type AlertChange =
  | { readonly change: 'add'; readonly number: number; readonly terms: AlertTerms }
  | { readonly change: 'set'; readonly number: number; readonly terms: AlertTerms }
  | { readonly change: 'remove'; readonly numbers: readonly number[] }
  /** Null: no quiet hours. */
  | { readonly change: 'quiet'; readonly quiet: QuietHours | null };

/** Whose alerts change, and when. */
export interface AlertChanger {
  readonly institutionId: number;
  readonly memberId: string;
  readonly world: Pick<World, 'ids'>;
  readonly at: Temporal.Instant;
}

/** Writes a member's change, in simple statements that the record can show. Lock the member's alerts before it was decided. */
export async function changeAlerts(
  tx: Queries,
  changer: AlertChanger,
  change: AlertChange,
): Promise<void> {
  switch (change.change) {
    case 'add':
      await addRule(tx, changer, change);
      return;
    case 'set':
      await setRule(tx, changer, change);
      return;
    case 'remove':
      await removeRules(tx, changer, change.numbers);
      return;
    case 'quiet':
      await setQuiet(tx, changer, change.quiet);
      return;
    default:
      change satisfies never;
  }
}

async function addRule(
  tx: Queries,
  { institutionId, memberId, world, at }: AlertChanger,
  { number, terms }: Extract<AlertChange, { change: 'add' }>,
): Promise<void> {
  const { kind, shareId, amount, days, weekday } = terms;
  await tx.query(
    `insert into alert_rules (institution_id, id, member_id, number, kind, share_id, amount, days, weekday, set_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [institutionId, world.ids.next(), memberId, number, kind, shareId, amount, days, weekday, at],
  );
}

async function setRule(
  tx: Queries,
  changer: AlertChanger,
  { number, terms: { amount, days, weekday } }: Extract<AlertChange, { change: 'set' }>,
): Promise<void> {
  const { institutionId, memberId, at } = changer;
  await tx.query(
    `update alert_rules set amount = $4, days = $5, weekday = $6, set_at = $7
      where institution_id = $1 and member_id = $2 and number = $3`,
    [institutionId, memberId, number, amount, days, weekday, at],
  );
  // A new limit may fire at once.
  await forgetFirings(tx, changer, [number]);
}

async function removeRules(
  tx: Queries,
  changer: AlertChanger,
  numbers: readonly number[],
): Promise<void> {
  const { institutionId, memberId } = changer;
  await forgetFirings(tx, changer, numbers);
  await tx.query(
    'delete from alert_rules where institution_id = $1 and member_id = $2 and number = any($3::smallint[])',
    [institutionId, memberId, numbers],
  );
}

async function forgetFirings(
  tx: Queries,
  { institutionId, memberId }: AlertChanger,
  numbers: readonly number[],
): Promise<void> {
  await tx.query(
    `delete from alert_firings where institution_id = $1 and rule_id in (
      select id from alert_rules where institution_id = $1 and member_id = $2 and number = any($3::smallint[]))`,
    [institutionId, memberId, numbers],
  );
}

async function setQuiet(
  tx: Queries,
  { institutionId, memberId }: AlertChanger,
  quiet: QuietHours | null,
): Promise<void> {
  if (quiet)
    await tx.query(
      `insert into alert_quiet (institution_id, member_id, from_minute, to_minute) values ($1, $2, $3, $4)
        on conflict (institution_id, member_id) do update
          set from_minute = excluded.from_minute, to_minute = excluded.to_minute`,
      [institutionId, memberId, quiet.from, quiet.to],
    );
  else
    await tx.query('delete from alert_quiet where institution_id = $1 and member_id = $2', [
      institutionId,
      memberId,
    ]);
}
