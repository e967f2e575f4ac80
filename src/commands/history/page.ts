import type { HistoryRequest } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import { counterpartOf } from '../../transfers/counterpart.ts';
import { labelOf } from '../resolve-share.ts';
import { untilOf } from '../share-of.ts';
import type { Decision, Loaded, Situation } from '../situation.ts';

/** One page of history, and the position for MORE. */
export function page(
  share: Share,
  request: HistoryRequest,
  situation: Situation,
  loaded: Loaded,
  given: { readonly isOlder?: boolean; readonly isMost?: boolean },
): Decision {
  const { entries, more } = loaded.history(request);
  const last = entries.at(-1);
  return {
    reply: {
      reply: 'history',
      of: request.of,
      share: labelOf(share),
      rows: entries.map((entry) => {
        const counter = counterpartOf(entry, share.kind, {
          shares: situation.shares,
          kindOf: (accountId) => loaded.kindOf(accountId),
        });
        return {
          on: entry.effectiveOn,
          amount: entry.amount,
          description: entry.description,
          ...(entry.checkNumber === undefined ? {} : { checkNumber: entry.checkNumber }),
          ...(counter ? { counter } : {}),
        };
      }),
      more,
      ...(given.isOlder ? { isOlder: true } : {}),
      ...(given.isMost ? { isMost: true } : {}),
    },
    ...(more && last
      ? {
          pending: {
            more: {
              until: untilOf(situation).toString(),
              shareId: share.id,
              of: request.of,
              count: request.count,
              before: last.sequence.toString(),
            },
          },
        }
      : {}),
  };
}
