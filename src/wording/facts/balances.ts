import type { BalanceReply, HoldFacts, HoldsReply, Reply, ShareLabel } from '../reply.ts';
import type { Facts } from './chosen.ts';
import { type Hold, holdList, holdsTotal, namedHolds } from './holds.ts';
import { shareFigures, shareNames } from './list.ts';
import { day, dayWithYear, label, money, when, type Speech } from './speech.ts';

export function balanceFacts(
  { share, available, ledger, holds, at, asOf }: BalanceReply,
  speech: Speech,
): Facts {
  const places = {
    share: label(share, speech),
    suffix: share.suffix,
    available: money(available, speech, share),
    when: when({ at, asOf }, speech),
  };
  if (share.kind === 'loan') {
    const { share: name, suffix, when: moment } = places;
    return {
      key: 'balance.loan',
      places: { share: name, suffix, owed: money(ledger, speech, share), when: moment },
    };
  }
  if (holds.length > 0) {
    return {
      key: 'balance.holds',
      places: {
        ...places,
        ledger: money(ledger, speech, share),
        holds: namedHolds(onShare(holds, share), speech),
      },
    };
  }
  if (available !== ledger) {
    return { key: 'balance.differs', places: { ...places, ledger: money(ledger, speech, share) } };
  }
  if (available < 0n) {
    const { share: name, suffix, when: moment } = places;
    return {
      key: 'balance.overdrawn',
      places: { share: name, suffix, short: money(-available, speech, share), when: moment },
    };
  }
  return { key: 'balance', places };
}

export function balancesFacts(reply: Extract<Reply, { reply: 'balances' }>, speech: Speech): Facts {
  return {
    key: 'balances',
    places: { shares: shareFigures(reply.shares, speech), when: when(reply, speech) },
  };
}

export function accountsFacts(reply: Extract<Reply, { reply: 'accounts' }>, speech: Speech): Facts {
  return {
    key: 'accounts',
    places: {
      shares: shareNames(reply.shares, speech),
      example: reply.shares[0]?.suffix ?? '7',
    },
  };
}

export function holdsFacts({ share, holds, at, asOf }: HoldsReply, speech: Speech): Facts {
  const moment = when({ at, asOf }, speech);
  if (share) {
    const places = { share: label(share, speech), suffix: share.suffix, when: moment };
    if (holds.length === 0) return { key: 'holds.none', places };
    const own = onShare(holds, share);
    return {
      key: 'holds',
      places: { ...places, total: holdsTotal(own, speech), list: holdList(own, speech) },
    };
  }
  if (holds.length === 0) return { key: 'holds.none_all', places: { when: moment } };
  return {
    key: 'holds.all',
    places: { total: holdsTotal(holds, speech), list: holdList(holds, speech), when: moment },
  };
}

/** If all holds are on one share, its name appears once. */
function onShare(holds: readonly HoldFacts[], { currency }: ShareLabel): Hold[] {
  return holds.map(({ amount, description, expiresOn }) => ({
    amount,
    description,
    ...(expiresOn ? { expiresOn } : {}),
    ...(currency === undefined ? {} : { currency }),
  }));
}

export function detailsFacts(reply: Extract<Reply, { reply: 'details' }>, speech: Speech): Facts {
  const { share, overdraftLimit, lastActivityOn } = reply;
  const places = {
    share: label(share, speech),
    suffix: share.suffix,
    when: when(reply, speech),
    opened: dayWithYear(reply.openedOn, speech),
    activity: speech.locale.activity(lastActivityOn && day(lastActivityOn, speech)),
  };
  if (reply.kind === 'loan') {
    return { key: 'details.loan', places: { ...places, owed: money(reply.ledger, speech, share) } };
  }
  return {
    key: 'details',
    places: {
      ...places,
      available: money(reply.available, speech, share),
      ledger: money(reply.ledger, speech, share),
      held: money(reply.held, speech, share),
      overdraft: speech.locale.overdraft(
        overdraftLimit > 0n ? money(overdraftLimit, speech, share) : undefined,
      ),
    },
  };
}
