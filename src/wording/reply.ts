import type { Announced } from '../kernel/vocabulary/change.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Amount, Currency } from '../money/amount.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
import { answeredByText, type HelpTopic, type ListQuestion } from '../kernel/vocabulary/intent.ts';
import type { MoneyDoubt } from '../kernel/vocabulary/lock-reason.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';

/**
 * What is to be said, as facts: a closed union. The texts of each language turn it into words (`wording`), so that a
 * command never writes a sentence and a translator never meets a rule. Amounts are minor units on the share's normal
 * side as the member sees it (an overdrawn checking is negative, money in is positive).
 */
export type Reply =
  | BalanceReply
  | {
      readonly reply: 'balances';
      readonly shares: readonly ShareBalance[];
      readonly at: Temporal.Instant;
      readonly asOf?: true;
    }
  | HistoryReply
  | {
      readonly reply: 'check';
      readonly number: string;
      /** Absent: no share of the member has a cleared check of this number. */
      readonly cleared?: {
        readonly share: ShareLabel;
        readonly amount: Amount;
        readonly on: Temporal.PlainDate;
        /** How many more checks with this number cleared (two shares, or a number used twice). */
        readonly others: number;
      };
    }
  | HoldsReply
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
      /** 0 where there is none. */
      readonly overdraftLimit: Amount;
      readonly openedOn: Temporal.PlainDate;
      readonly lastActivityOn?: Temporal.PlainDate;
      readonly at: Temporal.Instant;
      readonly asOf?: true;
    }
  | {
      readonly reply: 'limits';
      readonly perTransfer: Amount;
      readonly perDay: Amount;
      readonly leftToday: Amount;
      /** Above this each transfer asks for `OK`. Absent: it never asks for the amount's sake. */
      readonly confirmAbove?: Amount;
      /** Each transfer asks for `OK`, since the channel can't tell who sends. */
      readonly asksAlways?: boolean;
      readonly readOnly: boolean;
      /** Moving money is locked here for now. */
      readonly locked?: boolean;
    }
  | {
      readonly reply: 'confirm_transfer';
      readonly transfer: TransferFacts;
      readonly confirmation: string;
      readonly until: Temporal.Instant;
      /** Why it asks: an identical transfer just went, the word was unclear, policy wants it, or it would overdraw. */
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
  /** The order goes to a core elsewhere now: another message tells what became of it. */
  | { readonly reply: 'transfer_pending'; readonly transfer: TransferFacts }
  /** The core has not confirmed the order for 15 minutes; people look. */
  | {
      readonly reply: 'transfer_unconfirmed';
      readonly transfer: TransferFacts;
      readonly reference: string;
    }
  /** The order ended without moving anything; `away`: it never reached the core. */
  | {
      readonly reply: 'transfer_not_made';
      readonly transfer: TransferFacts;
      readonly why: 'funds' | 'away' | 'refused';
    }
  /** A bare YES, or OK without its digits, while a confirmation waits: says what to send. */
  | {
      readonly reply: 'affirm_hint';
      /** Absent: YES. */
      readonly said?: 'ok';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
    }
  | {
      readonly reply: 'declined';
      /** A question that was asked before and still waits. */
      readonly still?: { readonly confirmation: string; readonly until: Temporal.Instant };
    }
  | { readonly reply: 'confirmation_wrong'; readonly triesLeft: number }
  /** The number of a question that another replaced: it confirms nothing, and says what waits now. */
  | {
      readonly reply: 'confirmation_replaced';
      readonly confirmation: string;
      readonly until: Temporal.Instant;
    }
  | {
      readonly reply: 'choose';
      readonly question: 'which_share' | 'transfer_from' | 'transfer_to' | 'which_transfer';
      /** Shown as 1, 2, 3…; at most nine. */
      readonly options: readonly ChooseOption[];
    }
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
      /** Something was lost or stolen too: the number to call at once. */
      readonly lossCall?: string;
    }
  | {
      readonly reply: 'dispute_opened';
      readonly reference: string;
      readonly at: Temporal.Instant;
      readonly due: Temporal.PlainDate;
    }
  | { readonly reply: 'agent'; readonly reference: string }
  /** A payment is to be stopped, or a card blocked: people do that. `call` is a number that someone answers now. */
  | {
      readonly reply: 'not_stopped';
      readonly what: StopWish;
      readonly reference: string;
      readonly call?: string;
    }
  | { readonly reply: 'help'; readonly topic?: HelpTopic }
  /** `locked`: money is, until the member has signed in. */
  | { readonly reply: 'started'; readonly locked?: boolean }
  | {
      readonly reply: 'unknown';
      readonly suggestion?: string;
      readonly care?: Care;
      /** Something was lost or stolen: the number that someone answers now for a card. */
      readonly cardCall?: string | undefined;
    }
  | RefusedReply
  /** One private warning to an enrolled author of a public post that looks like a command. */
  /** `notice`: the post may report an error, and is before people. */
  | { readonly reply: 'public_warning'; readonly notice?: true }
  | { readonly reply: 'welcome'; readonly share?: ShareLabel }
  /** The one-time word that proves a phone: it is put in where the message leaves, and stands nowhere before. */
  | { readonly reply: 'enrolment_word' }
  /** Unasked, on the other channels: something about the member's access or service was changed. */
  | { readonly reply: 'announced'; readonly what: Announced }
  /** Unasked: it is in doubt whose this address is, so money movement is locked here until it is verified again. */
  | { readonly reply: 'money_doubt'; readonly why: MoneyDoubt }
  /** From this day on an address that stays silent moves no money. */
  | { readonly reply: 'inactivity_warning'; readonly day: Temporal.PlainDate }
  /** Our bug: nothing was done; people find it by the reference. */
  | { readonly reply: 'failed'; readonly reference: string }
  | PlainReply;

/** Replies without facts: one text says each. */
const plainReplies = [
  ...answeredByText,
  /** Said in the language that was chosen. */
  'language_changed',
  /** NO, YES or OK while nothing waits. */
  'nothing_pending',
  'confirmation_expired',
  /** Five failures: money movement is locked on this channel until the member signs in. */
  'money_locked_now',
  'choice_gone',
  'no_more',
  'already_locked',
  'unlock_where',
  'code_where',
  'stopped',
  /** An order between the member's own accounts without a figure: `move all from 7 to 0`. */
  'amount_missing',
  /** To an address that is not enrolled: the same for everyone, and never with a code. */
  'stranger',
  'code_changed',
  /** An address that was suspended or locked was proven once more. */
  'verified_again',
  /** Unasked, on another channel: what the member writes in X's encrypted chat can't be read here. */
  'unreadable',
] as const;

export interface PlainReply {
  readonly reply: (typeof plainReplies)[number];
}

const plain: ReadonlySet<string> = new Set(plainReplies);

/** Whether one text without places says this reply. */
export function isPlainReply(reply: Reply): reply is PlainReply {
  return plain.has(reply.reply);
}

export interface ShareLabel {
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly nickname?: string;
  /** ISO 4217; absent: the institution's. */
  readonly currency?: string;
}

export interface ShareBalance extends ShareLabel {
  readonly available: Amount;
}

export interface BalanceReply {
  readonly reply: 'balance';
  readonly share: ShareLabel;
  readonly available: Amount;
  readonly ledger: Amount;
  /** Open holds, greatest first; named where they fit, otherwise counted. */
  readonly holds: readonly HoldFacts[];
  readonly at: Temporal.Instant;
  /** The figures are a core's elsewhere, of that moment. */
  readonly asOf?: true;
}

export interface HistoryReply {
  readonly reply: 'history';
  readonly of: ListQuestion;
  readonly share: ShareLabel;
  /** Newest first; may be empty. */
  readonly rows: readonly HistoryRow[];
  /** Whether older ones remain for MORE. */
  readonly more: boolean;
  /** A page that MORE asked for: not the last ones. */
  readonly isOlder?: boolean;
  /** More were asked for than are shown at once. */
  readonly isMost?: boolean;
}

export interface HistoryRow {
  readonly on: Temporal.PlainDate;
  readonly amount: Amount;
  readonly description: string;
  readonly checkNumber?: string;
  /** Of a transfer between own shares: the other side, told in place of the description. */
  readonly counter?: CounterFacts;
}

/** The other side of a transfer; without a suffix where the member sees that share no more. */
export interface CounterFacts {
  readonly direction: 'to' | 'from';
  readonly kind: ShareKind;
  readonly suffix?: string;
  readonly nickname?: string;
}

export interface HoldsReply {
  readonly reply: 'holds';
  /** Absent: all shares. */
  readonly share?: ShareLabel;
  readonly holds: readonly (HoldFacts & { readonly share: ShareLabel })[];
  readonly at: Temporal.Instant;
  readonly asOf?: true;
}

export interface HoldFacts {
  readonly amount: Amount;
  readonly description: string;
  readonly expiresOn?: Temporal.PlainDate;
}

export interface TransferFacts {
  readonly amount: Amount;
  readonly from: ShareLabel;
  readonly to: ShareLabel;
}

export interface ChooseOption {
  readonly share?: ShareLabel;
  readonly transfer?: TransferFacts;
}

export interface RefusedReply {
  readonly reply: 'refused';
  readonly reason: RefusalReason;
  /** What the member named and was not found, redacted and cut. */
  readonly named?: string;
  /** The member's shares, where naming them helps. */
  readonly shares?: readonly ShareLabel[];
  /** `insufficient_funds`: what is available; `exceeds_owed`: what is owed. */
  readonly available?: Amount;
  readonly share?: ShareLabel;
  /** `limit_exceeded`, `daily_limit_exceeded`: the limit, or what is left of it today. */
  readonly limit?: Amount;
  /** `too_late`: the command as it should be sent again. */
  readonly again?: string;
  /** A transfer waited for its OK, and this order took its place: it is void. */
  readonly dropped?: boolean;
}

/** Stands in a text where the one-time word goes. */
export const wordPlace = '********';

/** Who speaks, to whom, how: what wording needs besides the facts. */
export interface Voice {
  readonly language: Language;
  /** The institution's (IANA, such as `America/Chicago`): of days and terms. */
  readonly zone: string;
  /** The member's own: of the times of day that are told. Absent: the institution's. */
  readonly clockZone?: string | undefined;
  readonly currency: Currency;
  readonly institution: InstitutionVoice;
  /** Characters that the text may take without the code: 153 for one SMS segment with ` CODE12`. */
  readonly room: number;
  /** The words of help differ where carriers' rules apply. */
  readonly channel: ChannelName;
  readonly now: Temporal.Instant;
}

export interface InstitutionVoice {
  /** Such as `Vantage Credit Union`. */
  readonly name: string;
  /** The programme's name, such as `Tweet My Money`. */
  readonly service: string;
  /** The online bank's name and address, such as `MyVantage` and `myvantage.example`. */
  readonly portalName: string;
  readonly portalAddress: string;
  /** Shown to members, such as `800-522-6009`. */
  readonly phone: string;
  readonly hours: Readonly<Record<Language, string>>;
  /**
   * The credit union's own texts in place of ours, by the text's name (`declined`, `balance.holds`,
   * `refused.read_only`) and language; `{…}` places as in the reference. `checkTexts` says what is wrong with them.
   */
  readonly texts?: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;
}
