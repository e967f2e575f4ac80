import type { AlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { Announced } from '../kernel/vocabulary/change.ts';
import type { Reply } from './reply.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
import type { HelpTopic } from '../kernel/vocabulary/intent.ts';
import type { MoneyDoubt } from '../kernel/vocabulary/lock-reason.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';

/** Cases of a reply with different texts. */
export type TextVariant =
  | 'balance.holds'
  | 'balance.differs'
  | 'balance.overdrawn'
  | 'balance.loan'
  | 'history.more'
  | 'history.none'
  | 'found.more'
  | 'found.none'
  | 'sum.apart'
  | 'sum.none'
  | 'sum.none.apart'
  | 'past_balances.one'
  | 'holds_found.none'
  | 'check.others'
  | 'check.none'
  | 'holds.all'
  | 'afford.yes'
  | 'afford.yes.free'
  | 'afford.no'
  | 'afford.no.now'
  | 'afford.nothing'
  | 'afford.free'
  | 'afford.unknown'
  | 'alert_set.sms'
  | 'alert_set.changed'
  | 'alert_set.same'
  | 'alerts.quiet'
  | 'alerts.none'
  | 'alert_off.several'
  | 'alert_off.all'
  | 'alert_off.none'
  | `alert_how.${AlertKind}`
  | 'alert_how.none'
  | 'quiet.set'
  | 'quiet.off'
  | 'quiet.how'
  | 'holds.none'
  | 'holds.none_all'
  | 'details.loan'
  | 'loan.none'
  | 'loan.owed'
  | 'loan.unknown'
  | 'limits.confirm'
  | 'limits.always'
  | 'limits.read_only'
  | 'limits.locked'
  | 'confirm_transfer.repeat'
  | 'confirm_transfer.unclear'
  | 'confirm_transfer.overdraft'
  | 'transferred.found'
  | 'transfer_not_made.funds'
  | 'transfer_not_made.away'
  | 'transfer_not_made.declined'
  | 'transfer_not_made.expired'
  | 'transfer_not_made.limits'
  | 'transfer_not_made.locked'
  | 'approval_asked.again'
  | 'choose.transfer_from'
  | 'choose.transfer_to'
  | 'choose.which_transfer'
  | 'choose.meant'
  | 'confirm_dispute.loss'
  | 'public_warning.notice'
  | 'not_stopped.closed'
  | 'not_stopped.card'
  | 'not_stopped.card.closed'
  | 'help.sms'
  | 'unknown.suggestion'
  | 'welcome.sms'
  | 'started.sms'
  | 'started.locked'
  | 'started.sms.locked'
  | 'affirm_hint.ok'
  | 'declined.still'
  | 'declined.waits'
  | 'refused.too_late.again'
  | 'refused.share_not_found.shares'
  | 'refused.share_not_found.named'
  | 'refused.share_not_found.none'
  | 'refused.share_unclear.shares'
  | 'refused.no_default_share.shares'
  | 'refused.no_transfer_source.shares'
  | 'refused.share_not_movable.share'
  | 'refused.account_closed.share'
  | 'refused.limit_exceeded.limit'
  | 'refused.daily_limit_exceeded.limit'
  | 'refused.daily_limit_exceeded.used'
  | 'refused.insufficient_funds.share'
  | 'refused.exceeds_owed.share';

/**
 * The key of one text. Every reply has a key of its own name, every refusal `refused.` and its reason, and every help topic `help.`
 * and its name. So code does not compile if some language lacks the text of a reply, reason or topic.
 */
export type TextKey =
  | Exclude<Reply['reply'], 'refused' | 'announced' | 'money_doubt' | 'answer' | 'alert_how'>
  | AnswerKey
  | `announced.${Announced}`
  | `money_doubt.${MoneyDoubt}`
  | `refused.${RefusalReason}`
  | `help.${HelpTopic}`
  | `care.${Care}`
  | TextVariant;

/** The texts of answers. `unset`: the institution gives no routing number. */
export type AnswerKey = `answer.${AnswerTopic}` | 'answer.direct_deposit.unset';

/**
 * The versions of one text, fullest first; the first that fits is used. `{…}` are places, named in `text-places.ts`. The last word
 * must not look like a code.
 */
export type Versions = readonly [string, ...string[]];

/** What a search found. */
export type FoundKey = Extract<
  TextKey,
  | 'found'
  | `found.${string}`
  | 'sum'
  | `sum.${string}`
  | `past_balances${string}`
  | `holds_found${string}`
>;
/** What can be spent. */
export type AffordKey = Extract<TextKey, 'afford' | `afford.${string}`>;
/** Transfers that wait for the member's approval, and their ends. */
export type ApprovalKey = Extract<
  TextKey,
  | 'approval_asked'
  | 'approval_asked.again'
  | 'declined.waits'
  | 'transfer_not_made.declined'
  | 'transfer_not_made.expired'
  | 'transfer_not_made.limits'
  | 'transfer_not_made.locked'
>;
export type AlertKey = Extract<
  TextKey,
  'alert' | 'alerts' | 'quiet' | `alert_${string}` | `alerts.${string}` | `quiet.${string}`
>;
export type LoanKey = Extract<TextKey, 'loan' | `loan.${string}`>;
export type RefusalKey = Extract<TextKey, `refused.${string}`>;
export type HelpKey = Extract<TextKey, `help.${string}` | `care.${string}` | 'help'>;
/** Unrequested messages, and those that belong to proving an address. */
export type NoticeKey = Extract<
  TextKey,
  | `announced.${string}`
  | `money_doubt.${string}`
  | 'inactivity_warning'
  | 'person_writes'
  | 'person_left'
  | 'people_closed'
  | 'unreadable'
  | 'enrolment_word'
  | 'verified_again'
  | 'verified_but_locked'
  | 'contact_card'
  | 'code_changed'
>;
export type PlainKey = Exclude<TextKey, RefusalKey | HelpKey | NoticeKey | AnswerKey>;
