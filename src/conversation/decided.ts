import type { Effect, OpenedCase, OpenedTask } from '../commands/situation.ts';
import type { Pending } from '../commands/pending.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reply } from '../wording/reply.ts';
import type { Purpose } from '../messages/outbound.ts';
import type { Participant } from './participant.ts';

/** What was decided about one message, before it is written. */
export interface Decided {
  readonly participant: Participant;
  readonly language: Language;
  /** Absent: no reply. */
  readonly answer?: Answer;
  readonly purpose: Purpose;
  readonly effects: readonly Effect[];
  readonly pending: Pending;
  readonly confirmationFailures: number;
  readonly strangerAnswered?: boolean;
  readonly publicWarned?: boolean;
  /** Why there is no reply, in one word. */
  readonly noReply?:
    | 'opted_out'
    | 'stranger_again'
    | 'public'
    | 'warned_again'
    | 'carrier_answered'
    /** A person of the staff holds the conversation, and reads it. */
    | 'to_person';
}

export type Answer =
  | { readonly reply: Reply; readonly opens?: never }
  | { readonly opens: 'dispute'; readonly reply: (opened: OpenedCase) => Reply }
  | { readonly opens: 'agent'; readonly reply: (opened: OpenedTask) => Reply };
