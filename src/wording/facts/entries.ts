import type { HistoryReply, Reply } from '../reply.ts';
import type { Facts } from './chosen.ts';
import { historyRows } from './rows.ts';
import { checkNumber, day, label, money, type Speech } from './speech.ts';

export function historyFacts(reply: HistoryReply, speech: Speech): Facts {
  const places = { share: label(reply.share, speech), suffix: reply.share.suffix };
  if (reply.rows.length === 0) {
    return { key: 'history.none', places: { ...places, none: speech.locale.none[reply.of] } };
  }
  return {
    key: reply.more ? 'history.more' : 'history',
    places: {
      ...places,
      latest: latestOf(reply, speech),
      ...historyRows(reply, speech),
    },
  };
}

/** `last 5`; after MORE `older`; if more were requested, `last 10, 10 at most`. */
function latestOf({ of, rows, isOlder, isMost }: HistoryReply, { locale }: Speech): string {
  if (isOlder) return locale.older;
  const latest = locale.latest[of](rows.length);
  return isMost ? `${latest} (${locale.atMost(rows.length)})` : latest;
}

export function checkFacts(reply: Extract<Reply, { reply: 'check' }>, speech: Speech): Facts {
  const { cleared } = reply;
  const number = checkNumber(reply.number);
  if (!cleared) return { key: 'check.none', places: { number } };
  const places = {
    number,
    share: label(cleared.share, speech),
    suffix: cleared.share.suffix,
    amount: money(cleared.amount, speech, cleared.share),
    day: day(cleared.on, speech),
  };
  return cleared.others > 0
    ? { key: 'check.others', places: { ...places, others: `${cleared.others}` } }
    : { key: 'check', places };
}
