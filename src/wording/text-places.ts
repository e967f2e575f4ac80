import { answerTopics } from '../kernel/vocabulary/answer-topic.ts';
import type { TextKey } from './text-key.ts';

/** The places of a transfer that waits for its OK. */
const waitingTransfer = [
  'amount!',
  'from!',
  'to!',
  'from_suffix',
  'to_suffix',
  'confirmation!',
  'until!',
] as const;

/** Places that every text may use: the speaker, and the address that the member writes from. */
export const commonPlaces = [
  'service',
  'institution',
  'portal',
  'site',
  'phone',
  'hours',
  'address',
] as const;

/**
 * The places of each text besides the common ones. An institution's own text must contain a place with `!`; otherwise the member
 * could not learn what was asked, or could not continue. A text that is not listed has none.
 */
export const textPlaces: Readonly<Partial<Record<TextKey, readonly string[]>>> = {
  ...Object.fromEntries(answerTopics.map((topic) => [`answer.${topic}`, ['routing']])),
  balance: ['share', 'suffix', 'available!', 'when!'],
  'balance.holds': ['share', 'suffix', 'available!', 'when!', 'ledger!', 'holds!'],
  'balance.differs': ['share', 'suffix', 'available!', 'when!', 'ledger!'],
  'balance.overdrawn': ['share', 'suffix', 'short!', 'when!'],
  'balance.loan': ['share', 'suffix', 'owed!', 'when!'],
  balances: ['shares!', 'when!'],
  history: ['share', 'suffix', 'latest', 'rows!', 'rows_short', 'rows_bare'],
  'history.more': ['share', 'suffix', 'latest', 'rows!', 'rows_short', 'rows_bare'],
  'history.none': ['share', 'suffix', 'none!'],
  check: ['number!', 'share', 'suffix', 'amount!', 'day!'],
  'check.others': ['number!', 'share', 'suffix', 'amount!', 'day!', 'others!'],
  'check.none': ['number!'],
  holds: ['share', 'suffix', 'total!', 'list', 'when!'],
  'holds.all': ['total!', 'list', 'when!'],
  'holds.none': ['share', 'suffix', 'when!'],
  'holds.none_all': ['when!'],
  accounts: ['shares!', 'example'],
  details: [
    'share',
    'suffix',
    'available!',
    'when!',
    'ledger!',
    'held!',
    'overdraft!',
    'opened',
    'activity',
  ],
  'details.loan': ['share', 'suffix', 'owed!', 'when!', 'opened', 'activity'],
  loan: ['rows!'],
  'loan.owed': ['rows!', 'when!'],
  'loan.unknown': ['fact!'],
  limits: ['per_transfer!', 'per_day!', 'left!'],
  'limits.confirm': ['per_transfer!', 'per_day!', 'left!', 'confirm_above!'],
  'limits.always': ['per_transfer!', 'per_day!', 'left!'],
  'limits.read_only': [],
  'limits.locked': [],
  confirm_transfer: waitingTransfer,
  'confirm_transfer.repeat': waitingTransfer,
  'confirm_transfer.unclear': waitingTransfer,
  'confirm_transfer.overdraft': waitingTransfer,
  transferred: [
    'amount!',
    'from',
    'to',
    'from_suffix',
    'to_suffix',
    'from_available!',
    'to_available!',
    'time!',
    'receipt!',
  ],
  'transferred.found': ['amount!', 'from', 'to', 'from_suffix', 'to_suffix', 'time!', 'receipt!'],
  transfer_pending: ['amount!', 'from', 'to', 'from_suffix', 'to_suffix'],
  transfer_unconfirmed: ['amount!', 'from', 'to', 'from_suffix', 'to_suffix', 'reference!'],
  transfer_not_made: ['amount!', 'from', 'to', 'from_suffix', 'to_suffix'],
  'transfer_not_made.funds': ['amount!', 'from', 'to', 'from_suffix', 'to_suffix'],
  'transfer_not_made.away': ['amount!', 'from', 'to', 'from_suffix', 'to_suffix'],
  affirm_hint: ['confirmation!', 'until!'],
  'declined.still': ['confirmation!', 'until!'],
  'affirm_hint.ok': ['confirmation!', 'until!'],
  choice_range: ['count!'],
  confirmation_wrong: ['tries!'],
  confirmation_replaced: ['confirmation!', 'until!'],
  choose: ['options!', 'one_of!'],
  'choose.transfer_from': ['options!', 'one_of!'],
  'choose.transfer_to': ['options!', 'one_of!'],
  'choose.which_transfer': ['options!', 'one_of!'],
  confirm_lock: ['confirmation!', 'until!'],
  locked: ['time!'],
  confirm_dispute: ['confirmation!', 'until!'],
  'confirm_dispute.loss': ['call!', 'confirmation!', 'until!'],
  dispute_opened: ['reference!', 'day!', 'time!', 'due!'],
  agent: ['reference!'],
  not_stopped: ['call!', 'reference!'],
  'not_stopped.closed': ['reference!'],
  'not_stopped.card': ['call!', 'reference!'],
  'not_stopped.card.closed': ['reference!'],
  'unknown.suggestion': ['suggestion!'],
  welcome: ['example'],
  'welcome.sms': ['example'],
  inactivity_warning: ['day!'],
  enrolment_word: ['word!'],
  failed: ['reference!'],
  'refused.too_late.again': ['again!'],
  'refused.share_not_found.shares': ['shares!'],
  'refused.share_not_found.named': ['named!', 'shares!'],
  'refused.share_unclear.shares': ['shares!'],
  'refused.no_default_share.shares': ['shares!'],
  'refused.no_transfer_source.shares': ['shares!'],
  'refused.share_not_movable.share': ['share!', 'suffix'],
  'refused.account_closed.share': ['share!', 'suffix'],
  'refused.limit_exceeded.limit': ['limit!'],
  'refused.daily_limit_exceeded.limit': ['limit!'],
  'refused.insufficient_funds.share': ['share!', 'suffix', 'available!'],
  'refused.exceeds_owed.share': ['share!', 'owed!'],
};

/** The names of all places of a text, and those that an institution's own text must contain. */
export function placesOf(key: TextKey): {
  readonly all: readonly string[];
  readonly required: readonly string[];
} {
  const own = textPlaces[key] ?? [];
  return {
    all: [...own.map((name) => name.replace('!', '')), ...commonPlaces],
    required: own.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1)),
  };
}
