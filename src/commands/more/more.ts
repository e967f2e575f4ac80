import type { HistoryRequest } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { foundPage, searchOf, type Finding } from '../history/found.ts';
import { page } from '../history/page.ts';
import { filterIn } from '../filter.ts';
import type { Situation } from '../situation.ts';
import { nothing } from '../situation.ts';

/** `MORE`: the page after the last one shown, of a plain list or of what a search found. */
export const more: Listed<ReadingOf<'more'>> = {
  examples: (word) => [word],
  needs: (_reading, situation) => {
    const found = nextFound(situation);
    if (found) return { searches: [searchOf(found, situation)] };
    const next = nextPage(situation);
    return next ? { history: [next.request] } : nothing;
  },
  decide: (_reading, situation, loaded) => {
    const found = nextFound(situation);
    if (found) return foundPage(found, situation, loaded, { isOlder: true });
    const next = nextPage(situation);
    if (!next) return { reply: { reply: 'no_more' } };
    return page(next.share, next.request, situation, loaded, { isOlder: true });
  },
};

function nextPage(situation: Situation): { share: Share; request: HistoryRequest } | undefined {
  const waiting = situation.pending.more;
  const share = situation.shares.find(({ id }) => id === waiting?.shareId);
  if (!waiting || !share) return undefined;
  const { of, count } = waiting;
  return {
    share,
    request: { accountId: share.accountId, of, count, before: BigInt(waiting.before) },
  };
}

/** The same search from where it ended, on the accounts that the member still sees. */
function nextFound({ pending, shares }: Situation): Finding | undefined {
  const { found } = pending;
  const seen = shares.filter(({ id }) => found?.shareIds.includes(id));
  if (!found || seen.length === 0) return undefined;
  const { of, filter, count, after } = found;
  return { of, shares: seen, filter: filterIn(filter), count, after };
}
