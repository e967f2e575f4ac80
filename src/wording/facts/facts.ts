import type { Facts } from './chosen.ts';
import type {
  BalanceReply,
  HistoryReply,
  HoldFacts,
  HoldsReply,
  Reply,
  ShareLabel,
  TransferFacts,
} from '../reply.ts';
import { wordPlace } from '../reply.ts';
import { cleanCommand } from '../../reading/clean.ts';
import type { TextKey } from '../text-key.ts';
import { type Hold, holdList, holdsTotal, namedHolds } from './holds.ts';
import { numbered, shareFigures, shareNames } from './list.ts';
import { refusedFacts } from './refused.ts';
import { historyRows } from './rows.ts';
import {
  day,
  dayWithYear,
  figure,
  label,
  money,
  institutionMoment,
  time,
  until,
  when,
  type Speech,
  checkNumber,
} from './speech.ts';

/** Chooses the text for a reply and turns its facts into words and figures. */
export function factsOf(reply: Reply, speech: Speech): Facts {
  switch (reply.reply) {
    case 'balance':
      return balanceFacts(reply, speech);
    case 'balances':
      return {
        key: 'balances',
        places: { shares: shareFigures(reply.shares, speech), when: when(reply, speech) },
      };
    case 'history':
      return historyFacts(reply, speech);
    case 'check':
      return checkFacts(reply, speech);
    case 'holds':
      return holdsFacts(reply, speech);
    case 'accounts':
      return {
        key: 'accounts',
        places: {
          shares: shareNames(reply.shares, speech),
          example: reply.shares[0]?.suffix ?? '7',
        },
      };
    case 'details':
      return detailsFacts(reply, speech);
    case 'limits':
      return limitsFacts(reply, speech);
    case 'confirm_transfer':
      return {
        key: reply.why === 'policy' ? 'confirm_transfer' : `confirm_transfer.${reply.why}`,
        places: {
          ...transferPlaces(reply.transfer, speech),
          confirmation: reply.confirmation,
          until: until(reply.until, speech),
        },
      };
    case 'transferred':
      return transferredFacts(reply, speech);
    case 'transfer_pending':
      return { key: 'transfer_pending', places: transferPlaces(reply.transfer, speech) };
    case 'transfer_unconfirmed':
      return {
        key: 'transfer_unconfirmed',
        places: { ...transferPlaces(reply.transfer, speech), reference: reply.reference },
      };
    case 'transfer_not_made':
      return {
        key: reply.why === 'refused' ? 'transfer_not_made' : `transfer_not_made.${reply.why}`,
        places: transferPlaces(reply.transfer, speech),
      };
    case 'affirm_hint':
      return {
        key: reply.said === 'ok' ? 'affirm_hint.ok' : 'affirm_hint',
        places: { confirmation: reply.confirmation, until: until(reply.until, speech) },
      };
    case 'confirmation_replaced':
    case 'confirm_lock':
      return {
        key: reply.reply,
        places: { confirmation: reply.confirmation, until: until(reply.until, speech) },
      };
    case 'public_warning':
      return { key: reply.notice ? 'public_warning.notice' : 'public_warning', places: {} };
    case 'confirm_dispute': {
      const places = { confirmation: reply.confirmation, until: until(reply.until, speech) };
      return reply.lossCall === undefined
        ? { key: 'confirm_dispute', places }
        : { key: 'confirm_dispute.loss', places: { ...places, call: reply.lossCall } };
    }
    case 'confirmation_wrong':
      return { key: reply.reply, places: { tries: speech.locale.tries(reply.triesLeft) } };
    case 'choose':
      return {
        key: reply.question === 'which_share' ? 'choose' : `choose.${reply.question}`,
        places: {
          options: numbered(reply.options, speech),
          one_of: speech.locale.oneOf(reply.options.length),
        },
      };
    case 'locked':
      return { key: 'locked', places: { time: time(reply.at, speech) } };
    case 'dispute_opened':
      return disputeFacts(reply, speech);
    case 'not_stopped': {
      const { what, call, reference } = reply;
      if (call === undefined)
        return {
          key: what === 'card' ? 'not_stopped.card.closed' : 'not_stopped.closed',
          places: { reference },
        };
      return {
        key: what === 'card' ? 'not_stopped.card' : 'not_stopped',
        places: { call, reference },
      };
    }
    case 'agent':
    case 'failed':
      return { key: reply.reply, places: { reference: reply.reference } };
    case 'help':
      return { key: helpKey(reply.topic, speech), places: {} };
    case 'unknown':
      return reply.care
        ? {
            key: `care.${reply.care}`,
            places: reply.cardCall === undefined ? {} : { phone: reply.cardCall },
          }
        : unknownFacts(reply.suggestion, speech);
    case 'refused':
      return refusedFacts(reply, speech);
    case 'announced':
      return { key: `announced.${reply.what}`, places: {} };
    case 'money_doubt':
      return { key: `money_doubt.${reply.why}`, places: {} };
    case 'silence_warning':
      return { key: 'silence_warning', places: { day: day(reply.day, speech) } };
    case 'enrolment_word':
      return { key: 'enrolment_word', places: { word: wordPlace } };
    case 'welcome':
      return {
        key: speech.voice.channel === 'sms' ? 'welcome.sms' : 'welcome',
        places: { example: reply.share?.suffix ?? '7' },
      };
    case 'started':
      return { key: startedKey(reply.locked ?? false, speech), places: {} };
    case 'choice_range':
      return { key: 'choice_range', places: { count: String(reply.count) } };
    case 'declined':
      return reply.still
        ? {
            key: 'declined.still',
            places: {
              confirmation: reply.still.confirmation,
              until: until(reply.still.until, speech),
            },
          }
        : { key: 'declined', places: {} };
    case 'amount_missing':
    case 'language_changed':
    case 'nothing_pending':
    case 'confirmation_expired':
    case 'money_locked_now':
    case 'choice_gone':
    case 'no_more':
    case 'already_locked':
    case 'unlock_where':
    case 'code_where':
    case 'contact':
    case 'stopped':
    case 'stranger':
    case 'code_changed':
    case 'unreadable':
    case 'verified_again':
      return { key: reply.reply, places: {} };
    default:
      return reply satisfies never;
  }
}

function balanceFacts(
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

function startedKey(isLocked: boolean, { voice }: Speech): TextKey {
  if (isLocked) return voice.channel === 'sms' ? 'started.sms.locked' : 'started.locked';
  return voice.channel === 'sms' ? 'started.sms' : 'started';
}

function historyFacts(reply: HistoryReply, speech: Speech): Facts {
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

/** `last 5`; after MORE `older`, where more were asked for `last 10, 10 at most`. */
function latestOf({ of, rows, isOlder, isMost }: HistoryReply, { locale }: Speech): string {
  if (isOlder) return locale.older;
  const latest = locale.latest[of](rows.length);
  return isMost ? `${latest} (${locale.atMost(rows.length)})` : latest;
}

function checkFacts(reply: Extract<Reply, { reply: 'check' }>, speech: Speech): Facts {
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

function holdsFacts({ share, holds, at, asOf }: HoldsReply, speech: Speech): Facts {
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

/** Where all holds are of one share, its name stands once. */
function onShare(holds: readonly HoldFacts[], { currency }: ShareLabel): Hold[] {
  return holds.map(({ amount, description, expiresOn }) => ({
    amount,
    description,
    ...(expiresOn ? { expiresOn } : {}),
    ...(currency === undefined ? {} : { currency }),
  }));
}

function detailsFacts(reply: Extract<Reply, { reply: 'details' }>, speech: Speech): Facts {
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

function limitsFacts(reply: Extract<Reply, { reply: 'limits' }>, speech: Speech): Facts {
  if (reply.readOnly) return { key: 'limits.read_only', places: {} };
  if (reply.locked) return { key: 'limits.locked', places: {} };
  const places = {
    per_transfer: money(reply.perTransfer, speech),
    per_day: money(reply.perDay, speech),
    left: money(reply.leftToday, speech),
  };
  if (reply.asksAlways) return { key: 'limits.always', places };
  return reply.confirmAbove === undefined
    ? { key: 'limits', places }
    : {
        key: 'limits.confirm',
        places: { ...places, confirm_above: money(reply.confirmAbove, speech) },
      };
}

function transferredFacts(
  { transfer, fromAvailable, toAvailable, at, receipt }: Extract<Reply, { reply: 'transferred' }>,
  speech: Speech,
): Facts {
  return {
    key: 'transferred',
    places: {
      ...transferPlaces(transfer, speech),
      from_available: figure(transfer.from, fromAvailable, speech),
      to_available: figure(transfer.to, toAvailable, speech),
      time: time(at, speech),
      receipt,
    },
  };
}

function disputeFacts(
  { reference, at, due }: Extract<Reply, { reply: 'dispute_opened' }>,
  speech: Speech,
): Facts {
  return {
    key: 'dispute_opened',
    places: {
      reference,
      ...institutionMoment(at, speech),
      due: day(due, speech),
    },
  };
}

function unknownFacts(suggested: string | undefined, speech: Speech): Facts {
  const suggestion = cleanCommand(suggested ?? '', speech);
  return suggestion === ''
    ? { key: 'unknown', places: {} }
    : { key: 'unknown.suggestion', places: { suggestion } };
}

function transferPlaces(
  { amount, from, to }: TransferFacts,
  speech: Speech,
): Record<string, string> {
  return {
    amount: money(amount, speech, from),
    from: label(from, speech),
    to: label(to, speech),
    from_suffix: from.suffix,
    to_suffix: to.suffix,
  };
}

/** On SMS plain HELP says what carriers require; it is `HELP ALL` there that lists the commands. */
function helpKey(topic: Extract<Reply, { reply: 'help' }>['topic'], { voice }: Speech): TextKey {
  if (topic !== undefined) return `help.${topic}`;
  return voice.channel === 'sms' ? 'help.sms' : 'help';
}
