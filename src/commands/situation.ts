import type { AlertChange } from '../alerts/alert-store.ts';
import type { KnownAlerts } from '../alerts/rule.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { InstitutionSettings } from '../members/institution-settings.ts';
import type { MemberAddress, Member } from '../members/member.ts';
import type { ContactTopic, Guess, Meant } from '../reading/reading.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import type { MoneyLockReason } from '../kernel/vocabulary/lock-reason.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reply } from '../wording/reply.ts';
import type { Amount, Currency } from '../money/amount.ts';
import type {
  CheckRequest,
  CoreEntry,
  CoreHold,
  CoreView,
  HistoryAnswer,
  HistoryRequest,
  LoanTerms,
  Movement,
  PastBalanceRequest,
} from '../core/core.ts';
import type { EntrySearch, SearchAnswer } from '../core/entry-search.ts';
import type { Share } from '../shares/share.ts';
import type { DecidedTransfer } from '../transfers/doubt.ts';
import type { PlannedTransfer } from '../transfers/plan.ts';
import type { Pending, WaitingKind } from './pending.ts';

/**
 * Everything a command may know: one message of one member, and the data loaded for it. A command is two pure functions, `needs`
 * and `decide`. Its postings go through `books`, in memory, and are written for the whole batch.
 */
export interface Situation {
  readonly now: Temporal.Instant;
  /** Today in the institution's zone. */
  readonly today: Temporal.PlainDate;
  /** The institution's IANA zone. */
  readonly zone: string;
  readonly settings: InstitutionSettings;
  readonly currency: Currency;
  readonly channel: ChannelName;
  readonly member: Member;
  readonly address: MemberAddress;
  /** Those that the member can see, in order of opening. */
  readonly shares: readonly Share[];
  readonly pending: Pending;
  readonly confirmationFailures: number;
  /** The message's identity: the idempotency key of its postings. */
  readonly key: string;
  /** The platform's time. Absent if there is none, or it is in the future. */
  readonly sentAt?: Temporal.Instant;
  /** It waited on the sender's device, nobody knows for how long. */
  readonly waited?: true;
  /** The text as it may be repeated to the member. */
  readonly text: string;
  /** A word was corrected or used loosely: ask before acting. */
  readonly unsure: boolean;
  /** STOP was said with a word that in talk means *drop this*, or the member wants a transfer canceled. */
  readonly drops?: boolean;
  /** What the member wants staff to stop. */
  readonly stops?: StopWish;
  /** The text also reports something lost or stolen. */
  readonly loss?: true;
  /** The plain meaning of a text that is not a command. */
  readonly meant?: Meant;
  /** No rule understood the text: what it probably means. */
  readonly guess?: Guess;
  /** A named share that doesn't exist. */
  readonly named?: string;
  /** What `contact` was asked about, where that has a text of its own. */
  readonly contactTopic?: ContactTopic;
  /** A core elsewhere keeps the books and did not answer: refuse what needs them. */
  readonly booksAway?: true;
  /** Four digits for a confirmation, drawn for this message. */
  readonly confirmation: string;
}

/** What a command wants loaded: one statement of each kind for a whole batch. */
export interface Needs {
  /** Accounts that money may leave or enter. They are locked. */
  readonly moving?: readonly string[];
  /** Accounts whose balances are shown. */
  readonly balances?: readonly string[];
  readonly history?: readonly HistoryRequest[];
  /** Transfers that may repeat one of a moment ago. */
  readonly repeats?: readonly Movement[];
  readonly checks?: readonly CheckRequest[];
  readonly holds?: readonly string[];
  readonly searches?: readonly EntrySearch[];
  readonly pastBalances?: readonly PastBalanceRequest[];
  /** Shares that are loans, for their terms. */
  readonly loans?: readonly string[];
  /** Load how much this address moved today. */
  readonly usage?: boolean;
  /** Load what waits for the member's approval, and whether they can approve. Nothing where the institution wants no approvals. */
  readonly approvals?: boolean;
  /** Load the member's alerts, locked against another change of them. */
  readonly alerts?: boolean;
}

/** The loaded data, by what was requested. */
export interface Loaded {
  readonly books: CoreView;
  history(request: HistoryRequest): HistoryAnswer;
  /** Whether the books have the same transfer of a moment ago. */
  repeated(movement: Movement): boolean;
  checks(request: CheckRequest): readonly CoreEntry[];
  search(request: EntrySearch): SearchAnswer;
  /** The balance at the end of a day; `undefined`: a core elsewhere keeps none for us. */
  pastBalance(request: PastBalanceRequest): Amount | undefined;
  holds(accountId: string): readonly CoreHold[];
  /** The terms of a loan as our own rows know them; `undefined`: they were not asked for. */
  loanTerms(accountId: string): LoanTerms | undefined;
  /** The kind of an account on the other side of a transfer that is not one of the member's shares. */
  kindOf(accountId: string): string | undefined;
  /** The time of all figures, if they come from a core elsewhere. Absent: now. */
  readonly asOf?: Temporal.Instant | undefined;
  /** The member's alerts. */
  alerts(): KnownAlerts;
  /** Minor units that this address moved today, including this batch. */
  usedToday(): bigint;
  /** Whether the member can approve a transfer, and what waits. `undefined`: the institution wants no approvals. */
  readonly approver?: ApproverFacts | undefined;
  /** Transfers that this batch decided before this message. */
  readonly decided: readonly DecidedTransfer[];
}

/** What to do about a message, besides postings. */
export type Decision = Answer & Aftermath;

/** The reply. If its text gives the reference of opened work, the reply built from that reference. */
type Answer =
  | { readonly reply: Reply; readonly opens?: never }
  | { readonly opens: 'dispute'; readonly reply: (opened: OpenedCase) => Reply }
  | { readonly opens: 'agent'; readonly reply: (opened: OpenedTask) => Reply };

interface Aftermath {
  /** What is pending afterward. An earlier confirmation stays unless `voids` or another replaces it. */
  readonly pending?: Pending;
  /**
   * The kinds of pending questions that become void, with any open list. A pending DISPUTE or LOCK protects the member, so no money
   * order drops it.
   */
  readonly voids?: readonly WaitingKind[];
  readonly effects?: readonly Effect[];
  /** Wrong confirmations in a row. Absent: unchanged. */
  readonly confirmationFailures?: number;
}

/** What decides whether a member can approve a transfer. */
export interface ApproverFacts {
  readonly hasPasskey: boolean;
  /** Minor units that the member moved through sessions today. */
  readonly usedToday: Amount;
  /** The oldest first, including what this batch asked. */
  readonly waiting: readonly WaitingTransfer[];
}

/** A transfer that waits for its member. */
export interface WaitingTransfer {
  readonly askedAt: Temporal.Instant;
  readonly amount: Amount;
  readonly fromShareId: string;
  readonly toShareId: string;
  readonly expiresAt: Temporal.Instant;
}

export type Effect =
  /** The transfer waits until the member approves it with a passkey. */
  | {
      readonly effect: 'ask_approval';
      readonly planned: PlannedTransfer;
      readonly until: Temporal.Instant;
    }
  /** All that waits for the member's approval is canceled. */
  | { readonly effect: 'withdraw_approvals' }
  | { readonly effect: 'lock_member' }
  | { readonly effect: 'lock_money'; readonly reason: MoneyLockReason }
  | { readonly effect: 'opt_out' }
  | { readonly effect: 'opt_in' }
  | { readonly effect: 'set_language'; readonly language: Language }
  | {
      readonly effect: 'change_alerts';
      readonly change: AlertChange;
      /** It ends the member's last alert. */
      readonly endsAll?: true;
    }
  /** If a guess answered the text before this message, it was not what the member meant: staff see that text. */
  | { readonly effect: 'not_meant' }
  /** The text may report an error: staff get it at once, with its time of receipt. */
  | { readonly effect: 'possible_error' }
  | { readonly effect: 'used'; readonly amount: bigint; readonly transfer: DecidedTransfer };

export interface OpenedCase {
  readonly reference: string;
  readonly due: Temporal.PlainDate;
  /** When the first message about it was received. */
  readonly receivedAt: Temporal.Instant;
}

export interface OpenedTask {
  readonly reference: string;
}

export const nothing: Needs = {};

/** The time that a reply gives for its figures: now, or the time of a core's answer. */
export function timeOf(
  { now }: Situation,
  { asOf }: Loaded,
): { readonly at: Temporal.Instant; readonly asOf?: true } {
  return asOf ? { at: asOf, asOf: true } : { at: now };
}
