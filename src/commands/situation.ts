import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { InstitutionSettings } from '../members/institution-settings.ts';
import type { MemberAddress, Member } from '../members/member.ts';
import type { Meant } from '../reading/reading.ts';
import type { StopWish } from '../reading/stop-wishes.ts';
import type { MoneyLockReason } from '../kernel/vocabulary/lock-reason.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reply } from '../wording/reply.ts';
import type { Currency } from '../money/amount.ts';
import type {
  CheckRequest,
  CoreEntry,
  CoreHold,
  CoreView,
  HistoryAnswer,
  HistoryRequest,
} from '../core/core.ts';
import type { Share } from '../shares/share.ts';
import type { DecidedTransfer } from '../transfers/doubt.ts';
import type { Pending, WaitingKind } from './pending.ts';

/**
 * All that a command may know: one message of one member, and what was loaded for it. A command is two pure functions,
 * `needs` and `decide`; what it changes in the books goes through `books`, in memory, and is written for the whole batch.
 */
export interface Situation {
  readonly now: Temporal.Instant;
  /** Today in the institution's zone. */
  readonly today: Temporal.PlainDate;
  /** The institution's, IANA. */
  readonly zone: string;
  readonly settings: InstitutionSettings;
  readonly currency: Currency;
  readonly channel: ChannelName;
  readonly member: Member;
  readonly address: MemberAddress;
  /** Those that the member may see, in order of opening. */
  readonly shares: readonly Share[];
  readonly pending: Pending;
  readonly confirmationFailures: number;
  /** The message's identity: the idempotency key of what it posts. */
  readonly key: string;
  /** The platform's time; absent where there is none, or it lies in the future. */
  readonly sentAt?: Temporal.Instant;
  /** The text as it may be shown back. */
  readonly text: string;
  /** A word was mended, or used loosely: ask before acting. */
  readonly unsure: boolean;
  /** STOP was said by a word that in talk means *drop this*; or a transfer is to be cancelled. */
  readonly drops?: boolean;
  /** What people are to stop. */
  readonly stops?: StopWish;
  /** The text tells of something lost or stolen too. */
  readonly loss?: true;
  /** What a text that is not understood was plainly meant to be. */
  readonly meant?: Meant;
  /** The share that was named and is not there. */
  readonly named?: string;
  /** A core elsewhere keeps the books and did not answer: what needs them is refused. */
  readonly booksAway?: true;
  /** Four digits to confirm with, drawn for this message. */
  readonly confirmation: string;
}

/** What a command wants loaded; for a whole batch one statement a kind. */
export interface Needs {
  /** Accounts that money may leave or enter: locked. */
  readonly moving?: readonly string[];
  /** Accounts whose balances are shown. */
  readonly balances?: readonly string[];
  readonly history?: readonly HistoryRequest[];
  readonly checks?: readonly CheckRequest[];
  readonly holds?: readonly string[];
  /** What this address has moved today. */
  readonly usage?: boolean;
}

/** What was loaded, by what was asked. */
export interface Loaded {
  readonly books: CoreView;
  history(request: HistoryRequest): HistoryAnswer;
  checks(request: CheckRequest): readonly CoreEntry[];
  holds(accountId: string): readonly CoreHold[];
  /** What an account is that stands on the other side of a transfer and is none of the member's shares. */
  kindOf(accountId: string): string | undefined;
  /** The moment of all figures, where they come from a core elsewhere; absent: now. */
  readonly asOf?: Temporal.Instant | undefined;
  /** Minor units that this address has moved today, this batch included. */
  usedToday(): bigint;
  /** Transfers of this batch, decided before this message. */
  readonly decided: readonly DecidedTransfer[];
}

/** What is to become of a message besides the books. */
export type Decision = Answer & Aftermath;

/** The reply; where something is opened whose reference it tells, the reply made of that. */
type Answer =
  | { readonly reply: Reply; readonly opens?: never }
  | { readonly opens: 'dispute'; readonly reply: (opened: OpenedCase) => Reply }
  | { readonly opens: 'agent'; readonly reply: (opened: OpenedTask) => Reply };

interface Aftermath {
  /** What waits afterwards. A confirmation that waited before stays unless `voids` or another takes its place. */
  readonly pending?: Pending;
  /**
   * The kinds of question that waited and are void, and with them any open list. A DISPUTE and a LOCK that wait protect the member: no
   * order of money drops them.
   */
  readonly voids?: readonly WaitingKind[];
  readonly effects?: readonly Effect[];
  /** Of wrong confirmations in a row; absent: as before. */
  readonly confirmationFailures?: number;
}

export type Effect =
  | { readonly effect: 'lock_member' }
  | { readonly effect: 'lock_money'; readonly reason: MoneyLockReason }
  | { readonly effect: 'opt_out' }
  | { readonly effect: 'opt_in' }
  | { readonly effect: 'set_language'; readonly language: Language }
  /** The text may report an error: people learn of it at once, with the time of receipt. */
  | { readonly effect: 'possible_error' }
  | { readonly effect: 'used'; readonly amount: bigint; readonly transfer: DecidedTransfer };

export interface OpenedCase {
  readonly reference: string;
  readonly due: Temporal.PlainDate;
  /** Of the first message that told of it. */
  readonly receivedAt: Temporal.Instant;
}

export interface OpenedTask {
  readonly reference: string;
}

export const nothing: Needs = {};

/** The time that a reply gives its figures: now, or as of when a core elsewhere told them. */
export function timeOf(
  { now }: Situation,
  { asOf }: Loaded,
): { readonly at: Temporal.Instant; readonly asOf?: true } {
  return asOf ? { at: asOf, asOf: true } : { at: now };
}
