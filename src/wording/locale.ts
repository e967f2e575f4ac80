import type { StaffFee, StaffHold } from '../kernel/posted-text.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { GuessedIntent } from '../kernel/vocabulary/guess.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { Currency } from '../money/amount.ts';
import type { AmountStyle } from '../money/format.ts';
import type { AlertSayings } from './alert-words.ts';
import type { CommandTexts, TextsOfCommands } from './command-texts.ts';
import type { LocalMoment } from './dates.ts';
import type { FoundWords } from './found-words.ts';
import type { HistoryReply } from './reply.ts';
import type { LoanQuestion } from '../kernel/vocabulary/loan-question.ts';
import type {
  AffordKey,
  ApprovalKey,
  AlertKey,
  AnswerKey,
  FoundKey,
  HelpKey,
  LoanKey,
  NoticeKey,
  PlainKey,
  RefusalKey,
  TextKey,
  Versions,
} from './text-key.ts';

/** The texts of entries and holds that staff post. `{what}` is the text of the entry that is undone. */
export type PostedWords = Readonly<
  Record<
    | `fee_${StaffFee}`
    | `hold_${StaffHold}`
    | 'entry_reversal'
    | 'entry_credit'
    | 'entry_correction',
    string
  >
>;

/** The word that means the channel, and the word before it that takes this meaning away (`a person here`). */
export interface HereWord {
  readonly word: string;
  readonly notAfter?: string;
}

/** The names of a channel in one language. */
export interface ChannelWords {
  /** The heading of a list: `Text messages`. */
  readonly name: string;
  /** How something was sent: `text message`. */
  readonly by: string;
  /** What a member writes from: `this phone number`. */
  readonly address: string;
  /**
   * Rewords a text for this channel that goes through another: the name of the member's account, and the lead for a text that says
   * `here`. The second, shorter form is used if the first would take one more segment.
   */
  readonly elsewhere?: {
    readonly account: readonly [string, string];
    readonly lead: readonly [string, string];
  };
  /** Offers to enroll one: `X account`, and a sentence. */
  readonly add?: { readonly title: string; text(handle: string): string };
}

/**
 * One language: its texts, and the small words and forms that fill places. Share names and other values are in mid-sentence form;
 * the first letter of a text is capitalized automatically.
 */
export interface Locale {
  readonly language: Language;
  /** Its texts for each command, which `texts` also contains. */
  readonly commands: CommandTexts;
  readonly texts: Readonly<Record<TextKey, Versions>>;
  /** The style of amounts in a currency. */
  readonly amounts: (currency: Currency) => AmountStyle;
  /** `10:42am`, `10 h 42`. */
  readonly clock: (moment: Pick<LocalMoment, 'hour' | 'minute'>) => string;
  /** Dates are `11/20`; otherwise `20/11`. */
  readonly isMonthFirst: boolean;
  readonly here: HereWord;
  /** `Checking`, before its suffix. */
  readonly kinds: Readonly<Record<ShareKind, string>>;
  readonly channels: Readonly<Record<ChannelName, ChannelWords>>;
  /** Contracts two words: `de épargne` becomes `d'épargne`. Never makes the text longer. */
  readonly elide?: (text: string) => string;
  /** Ends a refusal: the transfer that waited for its OK is void. */
  readonly dropped: string;
  /** Begins the answer to a guess and says how the text was read: `Your transactions:`. Absent: the answer says it itself. */
  readonly readAs: Readonly<Partial<Record<GuessedIntent, string>>>;
  /** Ends it: `Not what you meant? HELP`. */
  readonly notMeant: string;
  /** Between the items of a list, because figures contain commas. */
  readonly separator: string;
  /** Between a name and its value. */
  readonly colon: string;
  /** `last 3 deposits`; the count is at least 1. */
  readonly latest: Readonly<Record<HistoryReply['of'], (count: number) => string>>;
  /** `older`, after MORE. */
  readonly older: string;
  /** `10 at most`, if more were requested. */
  readonly atMost: (count: number) => string;
  /** `no deposits`, if there are none. */
  readonly none: Readonly<Record<HistoryReply['of'], string>>;
  /** What a search found, and what it was limited to. */
  readonly found: FoundWords;
  /** `check 1042`; under a heading that says checks, `#1042`. */
  readonly check: (number: string) => string;
  readonly checkShort: (number: string) => string;
  /** What staff posted. */
  readonly posted: PostedWords;
  /** Our own transfers in a history: `to Savings 0`. */
  readonly toShare: (share: string) => string;
  readonly fromShare: (share: string) => string;
  /** `hold` or `holds`, before their names. */
  readonly holdWord: (count: number) => string;
  /** `3 holds, $120.00`. */
  readonly holdsTotal: (count: number, amount: string) => string;
  /** `3 known payments, $412.00`. */
  readonly knownPayments: (count: number, amount: string) => string;
  /** `a check`, that is expected and has no number yet. */
  readonly aCheck: string;
  /** `, and $900.00 coming in`, after what leaves. */
  readonly comingIn: (amount: string) => string;
  /** `12/4, payday`. */
  readonly payday: (day: string) => string;
  /** `till 11/25`. */
  readonly till: (day: string) => string;
  /** `and 3 more`, after those that were named. */
  readonly andMore: (count: number) => string;
  /** `$8,200.00 owed`. */
  readonly owed: (amount: string) => string;
  readonly loan: LoanWords;
  readonly alerts: AlertSayings;
  readonly defaultWord: string;
  /** `$50.00 from 7 to 0`. */
  readonly move: (amount: string, from: string, to: string) => string;
  /** `1 or 2`, `1 to 4`. */
  readonly oneOf: (count: number) => string;
  /** `3 tries`. */
  readonly tries: (count: number) => string;
  /** `last activity 11/20`; `no activity yet`. */
  readonly activity: (day: string | undefined) => string;
  /** `overdraft limit $500.00`; `no overdraft`. */
  readonly overdraft: (amount: string | undefined) => string;
  /** The time after a figure: `now, 10:42am`; `at 9:10am`; `at 10:42am on 11/22`; from a core elsewhere, `as of 10:42am`. */
  readonly when: (
    time: string,
    how: { day: string | undefined; isNow: boolean; hour: number; isAsOf: boolean },
  ) => string;
  /** An expiry after `by`: `10:52am`, `12:02am on 11/24`. */
  readonly until: (time: string, how: { day: string | undefined; hour: number }) => string;
}

/** What a language says about guesses. */
export interface GuessedTexts extends Pick<Locale, 'readAs' | 'notMeant'> {
  readonly texts: Readonly<Record<'ask' | 'choose.meant', Versions>>;
}

/** A language's texts, except those of its commands, in nine files: replies, afford, alerts, found, loans, refusals, answers, help, notices. */
export type PlainTexts = Readonly<
  Record<
    Exclude<
      PlainKey,
      keyof TextsOfCommands | FoundKey | AffordKey | AlertKey | ApprovalKey | LoanKey
    >,
    Versions
  >
>;
export type AffordTexts = Readonly<Record<AffordKey, Versions>>;
export type ApprovalTexts = Readonly<Record<ApprovalKey, Versions>>;
export type AlertTexts = Readonly<Record<AlertKey, Versions>>;
export type LoanTexts = Readonly<Record<LoanKey, Versions>>;
export type FoundTexts = Readonly<Record<FoundKey, Versions>>;

/** What is said of a loan after its name. */
export interface LoanWords {
  /** `the due date`, in the sentence that the books don't have it. */
  readonly facts: Readonly<Record<LoanQuestion, string>>;
  /** `payment $312.00`. */
  readonly payment: (amount: string) => string;
  /** `due 12/20`; `was due 11/20`; `due on day 20 of each month`. */
  readonly due: (day: string) => string;
  readonly wasDue: (day: string) => string;
  readonly dueDay: (day: number) => string;
  /** `payoff $8,512.33 through 12/10`. */
  readonly payoff: (amount: string, day: string) => string;
  /** `5.49% a year`. */
  readonly rate: (figure: string) => string;
  /** Nothing is owed any more. */
  readonly paid: string;
  /** In a list, of a loan of which the books don't have the fact. */
  readonly ask: string;
}
export type RefusalTexts = Readonly<Record<RefusalKey, Versions>>;
export type AnswerTexts = Readonly<Record<AnswerKey, Versions>>;
export type NoticeTexts = Readonly<Record<NoticeKey, Versions>>;
export type HelpTexts = Readonly<Record<Exclude<HelpKey, keyof TextsOfCommands>, Versions>>;
