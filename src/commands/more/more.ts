import type { HistoryRequest } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { page } from '../history/page.ts';
import type { Situation } from '../situation.ts';
import { nothing } from '../situation.ts';

/** `MORE`: the page after the last one shown. */
export const more: Listed<ReadingOf<'more'>> = {
  examples: (word) => [word],
  needs: (_reading, situation) => {
    const next = nextPage(situation);
    return next ? { history: [next.request] } : nothing;
  },
  decide: (_reading, situation, loaded) => {
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
