import type { HistoryRequest } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import { shareOf } from '../share-of.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import { isFiltered } from '../filter.ts';
import { answerFound, foundNeeds, rowsMax } from './found.ts';
import type { ListReading } from './list-reading.ts';
import { page } from './page.ts';

export function listNeeds(reading: ListReading, situation: Situation): Needs {
  if (isFiltered(reading)) return foundNeeds(reading, situation);
  const target = shareOf(reading.account, situation, reading);
  return 'share' in target ? { history: [requestFor(target.share, reading, situation)] } : nothing;
}

/** Lists the newest entries of the named account, or those that the question limits, or says what to ask or answer instead. */
export function answerList(reading: ListReading, situation: Situation, loaded: Loaded): Decision {
  if (isFiltered(reading)) return answerFound(reading, situation, loaded);
  const target = shareOf(reading.account, situation, reading);
  if (!('share' in target)) return target.decision;
  return page(target.share, requestFor(target.share, reading, situation), situation, loaded, {
    isMost: (reading.count ?? 0) > rowsMax,
  });
}

function requestFor(share: Share, reading: ListReading, situation: Situation): HistoryRequest {
  const wanted = reading.count ?? situation.settings.historyCount;
  return {
    accountId: share.accountId,
    of: reading.intent,
    count: Math.min(Math.max(1, wanted), rowsMax),
  };
}
