import type { Core } from '../../core/core.ts';
import type { EntrySearch } from '../../core/entry-search.ts';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { labelOf } from '../../shares/label-of.ts';
import type { Share } from '../../shares/share.ts';
import type { WeekOfShare } from '../../wording/alert-reply.ts';

/** The days of a summary: today and the six before. */
const daysBefore = 6;

/**
 * Reads what each share has now and what moved in the last seven days, for all members at once: two statements, whatever their number.
 * Money between own accounts counts neither way. A closed account is left out.
 * @returns by member
 */
export async function weeksOf(
  tx: Queries,
  given: {
    readonly core: Core;
    readonly institutionId: number;
    readonly world: World;
    readonly zone: string;
  },
  members: ReadonlyMap<string, readonly Share[]>,
): Promise<ReadonlyMap<string, readonly WeekOfShare[]>> {
  const { core, institutionId, world, zone } = given;
  const all = [...members].flatMap(([memberId, shares]) =>
    shares.filter(({ maySee }) => maySee).map((share) => ({ memberId, share, own: shares })),
  );
  if (all.length === 0) return new Map();
  const reading = [...new Set(all.map(({ share }) => share.accountId))];
  const view = await core.open(tx, { institutionId, world, reading, moving: [], keys: [] });
  const to = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const searches = all.map(({ share, own }): EntrySearch => ({
    accounts: [share],
    own,
    from: to.subtract({ days: daysBefore }),
    to,
    zone,
    count: 0,
    sum: true,
  }));
  const answers = await core.search(tx, institutionId, searches);
  const weeks = all.flatMap(({ memberId, share }, index) => {
    const balance = view.balance(share.accountId);
    const answer = answers[index];
    if (!balance || balance.closed || !answer || !('sums' in answer)) return [];
    const [sum] = answer.sums;
    const week: WeekOfShare = {
      share: labelOf(share),
      available: share.kind === 'loan' ? balance.ledger : balance.available,
      in: (sum?.in.total ?? 0n) + (sum?.refunds.total ?? 0n),
      out: (sum?.out.total ?? 0n) + (sum?.returned.total ?? 0n),
    };
    return [{ memberId, week }];
  });
  return new Map(
    [...Map.groupBy(weeks, ({ memberId }) => memberId)].map(([memberId, own]) => [
      memberId,
      own.map(({ week }) => week),
    ]),
  );
}
