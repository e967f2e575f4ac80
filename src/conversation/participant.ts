import type { Matched } from '../enrollment/match-words.ts';
import type { Understood } from '../reading/reading.ts';
import type { Member, MemberAddress } from '../members/member.ts';
import type { Conversation } from '../messages/conversations.ts';
import type { Pending } from '../commands/pending.ts';
import type { Share } from '../shares/share.ts';
import type { Received } from './received.ts';

/** One message of a batch with all that is known of who wrote it. */
export interface Participant {
  readonly message: Received;
  /** Of the message: `x:2080765901528535096`. */
  readonly key: string;
  readonly position: number;
  /** The text as it may be kept: nothing of it where it tells a secret. */
  readonly stored: string;
  /** The same for the people who work with it: secrets are blacked out, the rest stays. */
  readonly redacted: string;
  /** A secret or an issued code stands in it: nothing that was read from it is kept or told. */
  readonly isSecret: boolean;
  readonly conversation: Conversation;
  readonly pending: Pending;
  /** Absent: nobody who is enrolled. */
  readonly sender?: { readonly member: Member; readonly address: MemberAddress };
  /** The shares that the member may see. */
  readonly shares: readonly Share[];
  readonly understood: Understood;
  /** It is a one-time word that an enrollment knows; with a share for the welcome's examples. */
  readonly word?: Matched & { readonly share?: Share };
}

/** Whether nothing may be answered here: STOP was said in this conversation, or for all channels. */
export function isOptedOut({
  conversation,
  sender,
}: Pick<Participant, 'conversation' | 'sender'>): boolean {
  return conversation.optedOutAt !== undefined || sender?.member.optedOutAt !== undefined;
}
