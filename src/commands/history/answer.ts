import type { ListQuestion } from '../../kernel/vocabulary/intent.ts';
import type { HistoryRequest } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import { shareOf } from '../share-of.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import { page } from './page.ts';

/** A question about the newest entries of one account. */
export interface ListReading {
  readonly intent: ListQuestion;
  readonly account?: string;
  readonly count?: number;
}

/** More rows than this don't fit the longest reply. */
const rowsMax = 10;

export function listNeeds(reading: ListReading, situation: Situation): Needs {
  const target = shareOf(reading.account, situation, reading);
  return 'share' in target ? { history: [requestFor(target.share, reading, situation)] } : nothing;
}

/** Lists the newest entries of the named account, or says what to ask or answer instead. */
export function answerList(reading: ListReading, situation: Situation, loaded: Loaded): Decision {
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
