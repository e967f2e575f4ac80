import { isPlainReply, wordPlace, type PlainReply, type Reply } from '../reply.ts';
import {
  accountsFacts,
  balanceFacts,
  balancesFacts,
  detailsFacts,
  holdsFacts,
} from './balances.ts';
import { affordFacts } from './afford.ts';
import {
  alertFacts,
  alertHowFacts,
  alertOffFacts,
  alertSetFacts,
  alertsFacts,
  quietFacts,
} from './alerts.ts';
import type { Facts } from './chosen.ts';
import { checkFacts, historyFacts } from './entries.ts';
import { foundFacts, holdsFoundFacts, pastBalancesFacts, sumFacts } from './found.ts';
import {
  askFacts,
  chooseFacts,
  confirmDisputeFacts,
  declinedFacts,
  hintFacts,
  waitingPlaces,
} from './questions.ts';
import { loanFacts } from './loans.ts';
import { refusedFacts } from './refused.ts';
import {
  answerFacts,
  disputeFacts,
  helpFacts,
  notStoppedFacts,
  startedFacts,
  unknownFacts,
  welcomeFacts,
} from './service.ts';
import { day, time, until, type Speech } from './speech.ts';
import {
  confirmTransferFacts,
  limitsFacts,
  transferPlaces,
  transferredFacts,
} from './transfers.ts';

type ReplyWithFacts = Exclude<Reply, PlainReply>;

type Makers = {
  readonly [R in ReplyWithFacts['reply']]: {
    /** A method, so that each maker can take its own reply. */
    make(reply: Extract<Reply, { reply: R }>, speech: Speech): Facts;
  }['make'];
};

/** Every reply with facts, and how they become words and figures. */
const makers: Makers = {
  balance: balanceFacts,
  balances: balancesFacts,
  history: historyFacts,
  found: foundFacts,
  sum: sumFacts,
  past_balances: pastBalancesFacts,
  holds_found: holdsFoundFacts,
  check: checkFacts,
  holds: holdsFacts,
  afford: affordFacts,
  alert: alertFacts,
  alert_set: alertSetFacts,
  alerts: alertsFacts,
  alert_off: alertOffFacts,
  alert_how: alertHowFacts,
  quiet: quietFacts,
  accounts: accountsFacts,
  details: detailsFacts,
  loan: loanFacts,
  answer: answerFacts,
  limits: limitsFacts,
  confirm_transfer: confirmTransferFacts,
  transferred: transferredFacts,
  transfer_pending: ({ reply, transfer }, speech) => ({
    key: reply,
    places: transferPlaces(transfer, speech),
  }),
  transfer_unconfirmed: ({ reply, transfer, reference }, speech) => ({
    key: reply,
    places: { ...transferPlaces(transfer, speech), reference },
  }),
  transfer_not_made: ({ reply, transfer, why }, speech) => ({
    key: why === 'refused' ? reply : `${reply}.${why}`,
    places: transferPlaces(transfer, speech),
  }),
  approval_asked: ({ reply, transfer, until: end, again }, speech) => ({
    key: again ? `${reply}.again` : reply,
    places: { ...transferPlaces(transfer, speech), until: until(end, speech) },
  }),
  affirm_hint: hintFacts,
  declined: declinedFacts,
  confirmation_wrong: (reply, { locale }) => ({
    key: reply.reply,
    places: { tries: locale.tries(reply.triesLeft) },
  }),
  confirmation_replaced: (reply, speech) => ({
    key: reply.reply,
    places: waitingPlaces(reply, speech),
  }),
  confirm_lock: (reply, speech) => ({ key: reply.reply, places: waitingPlaces(reply, speech) }),
  confirm_dispute: confirmDisputeFacts,
  ask: askFacts,
  choose: chooseFacts,
  choice_range: (reply) => ({ key: reply.reply, places: { count: String(reply.count) } }),
  locked: (reply, speech) => ({ key: reply.reply, places: { time: time(reply.at, speech) } }),
  dispute_opened: disputeFacts,
  agent: ({ reply, reference }) => ({ key: reply, places: { reference } }),
  failed: ({ reply, reference }) => ({ key: reply, places: { reference } }),
  not_stopped: notStoppedFacts,
  help: helpFacts,
  unknown: unknownFacts,
  refused: refusedFacts,
  started: startedFacts,
  welcome: welcomeFacts,
  public_warning: ({ notice }) => ({
    key: notice ? 'public_warning.notice' : 'public_warning',
    places: {},
  }),
  announced: ({ what }) => ({ key: `announced.${what}`, places: {} }),
  money_doubt: ({ why }) => ({ key: `money_doubt.${why}`, places: {} }),
  inactivity_warning: (reply, speech) => ({
    key: reply.reply,
    places: { day: day(reply.day, speech) },
  }),
  person_writes: ({ reply, name }) => ({ key: reply, places: { name } }),
  person_left: ({ reply, name }) => ({ key: reply, places: { name } }),
  enrolment_word: ({ reply }) => ({ key: reply, places: { word: wordPlace } }),
};

/** Chooses the text for a reply and formats its facts as words and figures. */
export function factsOf(reply: Reply, speech: Speech): Facts {
  if (isPlainReply(reply)) return { key: reply.reply, places: {} };
  const make: { make(reply: Reply, speech: Speech): Facts }['make'] = makers[reply.reply];
  return make(reply, speech);
}
