import type { CoreHold } from '../../core/core.ts';
import { finderOf } from '../../languages/finder.ts';
import type { Filter } from '../../reading/reading.ts';
import type { Share } from '../../shares/share.ts';
import type { FilterFacts } from '../../wording/filter-facts.ts';
import type { Reply } from '../../wording/reply.ts';
import { boundsOf, factsOfFilter } from '../filter.ts';
import { dayOf, holdFacts } from '../hold-facts.ts';
import { labelOf } from '../resolve-share.ts';
import type { Loaded, Situation } from '../situation.ts';
import { timeOf } from '../situation.ts';

/** The open holds that a question limits: by merchant, amount, or the day on which they were placed. */
export function holdsFound(
  reading: Filter,
  shares: readonly Share[],
  { situation, loaded }: { readonly situation: Situation; readonly loaded: Loaded },
): Reply {
  const filter = factsOfFilter(reading, situation.currency);
  return {
    reply: 'holds_found',
    filter,
    holds: shares.flatMap((share) =>
      loaded
        .holds(share.accountId)
        .filter((hold) => matches(hold, filter, situation))
        .map((hold) => ({ ...holdFacts(hold, situation), share: labelOf(share) })),
    ),
    ...timeOf(situation, loaded),
  };
}

function matches(hold: CoreHold, filter: FilterFacts, situation: Situation): boolean {
  const { amountMin, amountMax } = boundsOf(filter);
  const { since, until, find } = filter;
  const day = dayOf(hold.placedAt, situation);
  return (
    (amountMin === undefined || hold.amount >= amountMin) &&
    (amountMax === undefined || hold.amount <= amountMax) &&
    (!since || Temporal.PlainDate.compare(day, since) >= 0) &&
    (!until || Temporal.PlainDate.compare(day, until) <= 0) &&
    (find === undefined || finderOf(find).matches({ description: hold.description, kind: 'hold' }))
  );
}
