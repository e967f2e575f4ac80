import type { HistoryRequest } from '../core/core.ts';
import type { Share } from '../shares/share.ts';
import { counterpartOf } from '../transfers/counterpart.ts';
import { labelOf } from './resolve-share.ts';
import { shareOf, untilOf } from './share-of.ts';
import type { Command, Decision, Loaded, Needs, Situation } from './situation.ts';
import { nothing } from './situation.ts';

type Of = HistoryRequest['of'];

interface HistoryReading {
  readonly intent: Of;
  readonly account?: string;
  readonly count?: number;
  readonly number?: string;
}

/** More than these do not fit the longest reply. */
const rowsMax = 10;

/** `#hist`, `#dep`, `#wd`, `#checks`: the newest entries of one share. */
export const history: Command<HistoryReading> = {
  needs: (reading, situation) => {
    const target = shareOf(reading.account, situation, reading);
    return 'share' in target
      ? { history: [requestFor(target.share, reading, situation)] }
      : nothing;
  },
  decide: (reading, situation, loaded) => {
    const target = shareOf(reading.account, situation, reading);
    if (!('share' in target)) return target.decision;
    return page(target.share, requestFor(target.share, reading, situation), situation, loaded, {
      isMost: (reading.count ?? 0) > rowsMax,
    });
  },
};

function requestFor(share: Share, reading: HistoryReading, situation: Situation): HistoryRequest {
  const wanted = reading.count ?? situation.settings.historyCount;
  return {
    accountId: share.accountId,
    of: reading.intent,
    count: Math.min(Math.max(1, wanted), rowsMax),
  };
}

/** One page of history, and what MORE would show. */
function page(
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

/** `MORE`: the page after the one last shown. */
export const more: Command<{ readonly intent: 'more' }> = {
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

type ChecksReading = HistoryReading & { readonly intent: 'checks' };

/** `#checks 7`: the newest checks; `#check 1042`: whether that one has cleared, on any share of the member's. */
export const checks: Command<ChecksReading> = {
  needs: (reading, situation): Needs =>
    reading.number === undefined
      ? history.needs(listing(reading, situation), situation)
      : { checks: [checkRequest(reading.number, reading, situation)] },
  decide: (reading, situation, loaded) => {
    const { number } = reading;
    if (number === undefined) {
      return history.decide(listing(reading, situation), situation, loaded);
    }
    const found = loaded.checks(checkRequest(number, reading, situation));
    const [newest] = found;
    const share = situation.shares.find(({ accountId }) => accountId === newest?.accountId);
    if (!newest || !share) return { reply: { reply: 'check', number } };
    return {
      reply: {
        reply: 'check',
        number,
        cleared: {
          share: labelOf(share),
          amount: newest.amount < 0n ? -newest.amount : newest.amount,
          on: newest.effectiveOn,
          others: found.length - 1,
        },
      },
    };
  },
};

/** Without a share, checks are those of the default share if it is a checking, else of the only checking. */
function listing(reading: ChecksReading, situation: Situation): ChecksReading {
  if (reading.account !== undefined) return reading;
  const checking = situation.shares.filter(({ kind }) => kind === 'checking');
  const preferred =
    checking.find(({ id }) => id === situation.member.defaultShareId) ??
    (checking.length === 1 ? checking[0] : undefined);
  return preferred
    ? { ...reading, account: preferred.suffix }
    : { ...reading, account: 'checking' };
}

function checkRequest(
  number: string,
  reading: ChecksReading,
  situation: Situation,
): { accountIds: string[]; number: string } {
  const target =
    reading.account === undefined ? undefined : shareOf(reading.account, situation, reading);
  const shares = target && 'share' in target ? [target.share] : situation.shares;
  return { accountIds: shares.map(({ accountId }) => accountId), number };
}
