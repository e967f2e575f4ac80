import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { Announced } from '../kernel/vocabulary/change.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Amount, Currency } from '../money/amount.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
import type { GuessedIntent } from '../kernel/vocabulary/guess.ts';
import {
  answeredByText,
  type HelpTopic,
  type ListedCommand,
  type ListQuestion,
} from '../kernel/vocabulary/intent.ts';
import type { AlertReply } from './alert-reply.ts';
import type { AffordReply } from './afford-reply.ts';
import type { LoanReply } from './loan-reply.ts';
import type { MoneyDoubt } from '../kernel/vocabulary/lock-reason.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import type { Unapplied } from './filter-facts.ts';
import type { InstitutionVoice } from './institution-voice.ts';
import type { FoundReply, HoldsFoundReply, PastBalancesReply, SumReply } from './found-reply.ts';
import type { HistoryRow, HoldFacts, ShareLabel } from './reply-facts.ts';

export type { AffordReply } from './afford-reply.ts';
export type { LoanFacts, LoanReply } from './loan-reply.ts';
export type { CounterFacts, HistoryRow, HoldFacts, ShareLabel } from './reply-facts.ts';

/**
 * A reply as facts: a closed union. Each language's texts turn it into words (`wording`), so commands contain no sentences and
 * translations contain no rules. Amounts are minor units on the share's normal side as the member sees it (an overdrawn checking is
 * negative, money in is positive).
 */
export type Reply = Said & {
  /** Limits that were heard and that the answer doesn't have: a sentence at its end says so. */
  readonly unapplied?: Unapplied;
};

type Said =
  | BalanceReply
  | {
      readonly reply: 'balances';
      readonly shares: readonly ShareBalance[];
      readonly at: Temporal.Instant;
      readonly asOf?: true;
    }
  | HistoryReply
  | FoundReply
  | SumReply
  | PastBalancesReply
  | HoldsFoundReply
  | {
      readonly reply: 'check';
      readonly number: string;
      /** Absent: no share of the member has a cleared check with this number. */
      readonly cleared?: {
        readonly share: ShareLabel;
        readonly amount: Amount;
        readonly on: Temporal.PlainDate;
        /** How many more cleared checks have this number (on two shares, or a reused number). */
        readonly others: number;
      };
    }
  | HoldsReply
  | AffordReply
  | AlertReply
  | {
      readonly reply: 'accounts';
      readonly shares: readonly (ShareLabel & { readonly isDefault: boolean })[];
    }
  | {
      readonly reply: 'details';
      readonly share: ShareLabel;
      readonly kind: ShareKind;
      readonly available: Amount;
      readonly ledger: Amount;
      readonly held: Amount;
      /** 0 if there is none. */
      readonly overdraftLimit: Amount;
      readonly openedOn: Temporal.PlainDate;
      readonly lastActivityOn?: Temporal.PlainDate;
      readonly at: Temporal.Instant;
      readonly asOf?: true;
    }
  | LoanReply
  | {
      readonly reply: 'limits';
      readonly perTransfer: Amount;
      readonly perDay: Amount;
      readonly leftToday: Amount;
      /** Transfers above this ask for `OK`. Absent: the amount never makes it ask. */
      readonly confirmAbove?: Amount;
      /** Every transfer asks for `OK`, since the channel can't prove the sender. */
      readonly asksAlways?: boolean;
      readonly readOnly: boolean;
      /** Money movement is locked here for now. */
      readonly locked?: boolean;
    }
  | {
      readonly reply: 'confirm_transfer';
      readonly transfer: TransferFacts;
      readonly confirmation: string;
      readonly until: Temporal.Instant;
      /** Why it asks: an identical transfer was just made, the word was unclear, policy requires it, or it would overdraw. */
      readonly why: 'repeat' | 'unclear' | 'policy' | 'overdraft';
    }
  | {
      readonly reply: 'transferred';
      readonly transfer: TransferFacts;
      /** Absent both where a remote core's balances after it are not known. */
      readonly fromAvailable?: Amount | undefined;
      readonly toAvailable?: Amount | undefined;
      readonly at: Temporal.Instant;
      readonly receipt: string;
    }
  /** The order goes to a core elsewhere now. Another message reports the result. */
  | { readonly reply: 'transfer_pending'; readonly transfer: TransferFacts }
  /** The core has not confirmed the order for 15 minutes; staff are looking. */
  | {
      readonly reply: 'transfer_unconfirmed';
      readonly transfer: TransferFacts;
      readonly reference: string;
    }
  /**
   * The order ended without moving money. `away`: it never reached the core. `declined`, `expired`: the member did not approve it.
   * `limits`, `locked`: the member approved it, and it is beyond the limits, or a lock came in between.
   */
  | {
      readonly reply: 'transfer_not_made';
      readonly transfer: TransferFacts;
      readonly why: 'funds' | 'away' | 'refused' | 'declined' | 'expired' | 'limits' | 'locked';
    }
  /** The transfer waits until the member approves it with a passkey. `again`: it did already. */
  | {
      readonly reply: 'approval_asked';
      readonly transfer: TransferFacts;
      readonly until: Temporal.Instant;
      readonly again?: true;
    }
  /** A bare YES, or OK without its digits, while a confirmation is pending: says what to send. */
  | {
      readonly reply: 'affirm_hint';
      /** Absent: YES. */
      readonly said?: 'ok';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
    }
  | {
      readonly reply: 'declined';
      /** An earlier question that is still pending. */
      readonly still?: { readonly confirmation: string; readonly until: Temporal.Instant };
      /** A transfer that still waits for the member's approval. */
      readonly waits?:
        | { readonly transfer: TransferFacts; readonly until: Temporal.Instant }
        | undefined;
    }
  | { readonly reply: 'confirmation_wrong'; readonly triesLeft: number }
  /** The number of a replaced question: it confirms nothing, and the reply names the current one. */
  | {
      readonly reply: 'confirmation_replaced';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
    }
  | {
      readonly reply: 'choose';
      readonly question:
        | 'which_share'
        | 'transfer_from'
        | 'transfer_to'
        | 'which_transfer'
        | 'meant';
      /** Shown as 1, 2, 3…; at most nine. */
      readonly options: readonly ChooseOption[];
    }
  /** A text that no rule understands probably means this command. */
  | { readonly reply: 'ask'; readonly command: ListedCommand; readonly suggestion: string }
  /** A number that the open list does not have. */
  | { readonly reply: 'choice_range'; readonly count: number }
  | {
      readonly reply: 'confirm_lock';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
    }
  | { readonly reply: 'locked'; readonly at: Temporal.Instant }
  | {
      readonly reply: 'confirm_dispute';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
      /** Something was also lost or stolen: the number to call at once. */
      readonly lossCall?: string;
    }
  | {
      readonly reply: 'dispute_opened';
      readonly reference: string;
      readonly at: Temporal.Instant;
      readonly due: Temporal.PlainDate;
    }
  | { readonly reply: 'agent'; readonly reference: string }
  /** The member wants a payment stopped or a card blocked, which only people do. `call` is a number that someone answers now. */
  | {
      readonly reply: 'not_stopped';
      readonly what: StopWish;
      readonly reference: string;
      readonly call?: string;
    }
  | { readonly reply: 'help'; readonly topic?: HelpTopic }
  /** A fixed text, the institution's own or ours. */
  | {
      readonly reply: 'answer';
      readonly topic: AnswerTopic;
      /** The institution's routing number, if it gives it by message. */
      readonly routing?: string | undefined;
    }
  /** `locked`: money movement is, until the member signs in. */
  | { readonly reply: 'started'; readonly locked?: boolean }
  | {
      readonly reply: 'unknown';
      readonly suggestion?: string;
      readonly care?: Care;
      /** Something was lost or stolen: the number for cards that someone answers now. */
      readonly cardCall?: string | undefined;
    }
  | RefusedReply
  /** One private warning to an enrolled author of a public post that looks like a command. */
  /** `notice`: the post may report an error, and staff have it. */
  | { readonly reply: 'public_warning'; readonly notice?: true }
  | { readonly reply: 'welcome'; readonly share?: ShareLabel }
  /** The one-time code that proves a phone. It is inserted on sending, and is in no stored text. */
  | { readonly reply: 'enrolment_word' }
  /** Unrequested, on the other channels: something about the member's access or service changed. */
  | { readonly reply: 'announced'; readonly what: Announced }
  /** Unrequested: this address may have changed hands, so money movement is locked until it is verified again. */
  | { readonly reply: 'money_doubt'; readonly why: MoneyDoubt }
  /** From this day on, an inactive address can't move money. */
  | { readonly reply: 'inactivity_warning'; readonly day: Temporal.PlainDate }
  /** Before the first words of a person of the staff: who they are, and that they are a person. */
  | { readonly reply: 'person_writes'; readonly name: string }
  /** Unrequested: the person has left the conversation, and the service answers again. */
  | { readonly reply: 'person_left'; readonly name: string }
  /** A bug of ours: nothing was done. Staff find it by the reference. */
  | { readonly reply: 'failed'; readonly reference: string }
  | PlainReply;

/** Replies without facts: one text each. */
const plainReplies = [
  ...answeredByText,
  /** In the language that was chosen. */
  'language_changed',
  /** NO, YES or OK while nothing is pending. */
  'nothing_pending',
  'confirmation_expired',
  /** Five wrong numbers: money movement is locked on this channel until the member signs in. */
  'money_locked_now',
  'choice_gone',
  'no_more',
  'already_locked',
  'unlock_where',
  'code_where',
  'stopped',
  /** An order between the member's own accounts without an amount: `move all from 7 to 0`. */
  'amount_missing',
  /** To an address that is not enrolled: the same text for everyone, never with a code. */
  'stranger',
  'code_changed',
  /** A suspended or locked address was proven again. */
  'verified_again',
  /** The same, but the proof was not signed with the new keys of the account: money stays locked. */
  'verified_but_locked',
  /** Asks to save our number. The link is that of the site's contact card. */
  'contact_card',
  /** To an edited message. */
  'edit_ignored',
  /** To who wrote in a group chat. */
  'group_ignored',
  /** Unrequested, on another channel: we can't read what the member writes in X's encrypted chat. */
  'unreadable',
  /** Unrequested, at closing time: the service answers again. The member's last words wait for a person. */
  'people_closed',
] as const;

export interface PlainReply {
  readonly reply: (typeof plainReplies)[number];
}

const plain: ReadonlySet<string> = new Set(plainReplies);

/** Whether one text without places states this reply. */
export function isPlainReply(reply: Reply): reply is PlainReply {
  return plain.has(reply.reply);
}

export interface ShareBalance extends ShareLabel {
  readonly available: Amount;
}

export interface BalanceReply {
  readonly reply: 'balance';
  readonly share: ShareLabel;
  readonly available: Amount;
  readonly ledger: Amount;
  /** Open holds, greatest first. Named if they fit, otherwise counted. */
  readonly holds: readonly HoldFacts[];
  readonly at: Temporal.Instant;
  /** The figures come from a core elsewhere, at that time. */
  readonly asOf?: true;
}

export interface HistoryReply {
  readonly reply: 'history';
  readonly of: ListQuestion;
  readonly share: ShareLabel;
  /** Newest first; may be empty. */
  readonly rows: readonly HistoryRow[];
  /** Whether older rows remain for MORE. */
  readonly more: boolean;
  /** A page requested with MORE: not the newest rows. */
  readonly isOlder?: boolean;
  /** More were requested than are shown at once. */
  readonly isMost?: boolean;
}

export interface HoldsReply {
  readonly reply: 'holds';
  /** Absent: all shares. */
  readonly share?: ShareLabel;
  readonly holds: readonly (HoldFacts & { readonly share: ShareLabel })[];
  readonly at: Temporal.Instant;
  readonly asOf?: true;
}

export interface TransferFacts {
  readonly amount: Amount;
  readonly from: ShareLabel;
  readonly to: ShareLabel;
}

export interface ChooseOption {
  readonly share?: ShareLabel;
  readonly transfer?: TransferFacts;
  readonly command?: ListedCommand;
}

export interface RefusedReply {
  readonly reply: 'refused';
  readonly reason: RefusalReason;
  /** The name that the member used and that was not found, redacted and cut. */
  readonly named?: string;
  /** The member's shares, if naming them helps. */
  readonly shares?: readonly ShareLabel[];
  /** `insufficient_funds`: the available amount. `exceeds_owed`: the amount owed. */
  readonly available?: Amount;
  readonly share?: ShareLabel;
  /** `limit_exceeded`, `daily_limit_exceeded`: the limit, or the rest of it today. */
  readonly limit?: Amount;
  /** `too_late`: the command to send again. */
  readonly again?: string;
  /** This order replaced a transfer that waited for its OK, which is now void. */
  readonly dropped?: boolean;
}

/** Replaced by the one-time code when the text is sent. */
export const wordPlace = '********';

/** Who speaks to whom, and how: what wording needs besides the facts. */
export interface Voice {
  readonly language: Language;
  /** The institution's IANA zone, such as `America/Chicago`, for days and deadlines. */
  readonly zone: string;
  /** The member's own zone, for times of day. Absent: the institution's. */
  readonly clockZone?: string | undefined;
  readonly currency: Currency;
  readonly institution: InstitutionVoice;
  /** Characters that the text may take without the code: 153 for one SMS segment with ` CODE12`. */
  readonly room: number;
  /** Help texts differ where carriers' rules apply. */
  readonly channel: ChannelName;
  readonly now: Temporal.Instant;
  /** No rule understood the member's text, and we guessed this: the reply says so. */
  readonly readAs?: GuessedIntent | undefined;
}
