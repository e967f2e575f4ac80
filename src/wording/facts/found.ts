import type {
  FoundReply,
  HoldsFoundReply,
  PastBalancesReply,
  SumFacts,
  SumReply,
} from '../found-reply.ts';
import type { ShareLabel } from '../reply.ts';
import type { Place } from '../fill.ts';
import type { Facts } from './chosen.ts';
import { namedDay, nounOf, withLimits } from './filter.ts';
import { holdList, holdsTotal } from './holds.ts';
import { shareFigures } from './list.ts';
import { foundRows } from './rows.ts';
import { figure, label, money, when, type Speech } from './speech.ts';

/** A list of what a search found: `Purchases at Schnucks since Nov 1: 11/20 …`. */
export function foundFacts(reply: FoundReply, speech: Speech): Facts {
  const { of, filter, rows, shares, ranked, isOlder } = reply;
  const { found, older } = speech.locale;
  const noun = nounOf(of, filter, ranked !== undefined);
  if (rows.length === 0) {
    const none = withLimits(found.none(noun), noun, filter, speech);
    return { key: 'found.none', places: { none: onShares(none, shares, speech) } };
  }
  const begin = ranked ? found[ranked](noun, rows.length) : found.noun(noun, undefined);
  const what = withLimits(isOlder ? `${older} ${begin}` : begin, noun, filter, speech);
  return {
    key: reply.more ? 'found.more' : 'found',
    places: { what: onShares(what, shares, speech), ...foundRows(reply, speech) },
  };
}

/** A sum: `11 purchases at Schnucks, Oct 1–31: $412.08`, with refunds and holds apart. */
export function sumFacts({ of, filter, shares, sums }: SumReply, speech: Speech): Facts {
  const { found, separator } = speech.locale;
  const noun = nounOf(of, filter, true);
  const count = sums.reduce((total, sum) => total + sum.count, 0);
  const apart = sums.flatMap((sum) => apartOf(sum, speech)).join(separator);
  const begin = count === 0 ? found.none(noun) : found.noun(noun, count);
  const what = onShares(withLimits(begin, noun, filter, speech), shares, speech);
  if (count === 0) {
    return apart === ''
      ? { key: 'sum.none', places: { none: what } }
      : { key: 'sum.none.apart', places: { none: what, apart } };
  }
  const total = sums
    .filter((sum) => sum.count > 0)
    .map((sum) => money(sum.total, speech, sum))
    .join(' + ');
  return apart === ''
    ? { key: 'sum', places: { what, total } }
    : { key: 'sum.apart', places: { what, total, apart } };
}

function apartOf({ refunds, returned, holds, currency }: SumFacts, speech: Speech): string[] {
  const { found, holdsTotal: held } = speech.locale;
  const said = (amount: bigint) => money(amount, speech, { currency });
  return [
    ...(refunds.count > 0 ? [found.refunds(refunds.count, said(refunds.total))] : []),
    ...(returned.count > 0 ? [found.returned(returned.count, said(returned.total))] : []),
    ...(holds.count > 0 ? [held(holds.count, said(holds.total))] : []),
  ];
}

/** With the accounts before it, if not all were searched. */
function onShares(what: Place, shares: readonly ShareLabel[], speech: Speech): Place {
  if (shares.length === 0) return what;
  const names = [
    shares.map((share) => label(share, speech)).join(' + '),
    shares.map(({ suffix }) => suffix).join(' + '),
  ];
  return (room) => {
    for (const name of names) {
      const begin = `${name}${speech.locale.colon}`;
      const rest = typeof what === 'string' ? what : what(room - begin.length);
      if (rest !== undefined && begin.length + rest.length <= room) return `${begin}${rest}`;
    }
    return undefined;
  };
}

export function holdsFoundFacts(reply: HoldsFoundReply, speech: Speech): Facts {
  const { filter, holds } = reply;
  const { locale } = speech;
  const places = { when: when(reply, speech) };
  if (holds.length === 0) {
    const none = withLimits(locale.found.noHolds, 'purchase', filter, speech);
    return { key: 'holds_found.none', places: { ...places, none } };
  }
  return {
    key: 'holds_found',
    places: { ...places, total: holdsTotal(holds, speech), list: holdList(holds, speech) },
  };
}

export function pastBalancesFacts({ on, shares }: PastBalancesReply, speech: Speech): Facts {
  const day = namedDay(on, speech);
  const [only, another] = shares;
  if (only && !another) {
    const balance = figure(only, only.ledger, speech);
    return {
      key: 'past_balances.one',
      places: { share: label(only, speech), suffix: only.suffix, balance, day },
    };
  }
  const figures = shares.map((share) => ({ ...share, available: share.ledger }));
  return { key: 'past_balances', places: { shares: shareFigures(figures, speech), day } };
}
