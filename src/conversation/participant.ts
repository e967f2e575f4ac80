import type { Matched } from '../enrollment/match-words.ts';
import type { Understood } from '../reading/reading.ts';
import type { Member, MemberAddress } from '../members/member.ts';
import type { Conversation } from '../messages/conversations.ts';
import type { Pending } from '../commands/pending.ts';
import type { Share } from '../shares/share.ts';
import type { Received } from './received.ts';

/** One message of a batch, with everything known about its sender. */
export interface Participant {
  readonly message: Received;
  /** The message's key, such as `x:2080765901528535096`. */
  readonly key: string;
  readonly position: number;
  /** The text as it may be stored: nothing of it if it contains a secret. */
  readonly stored: string;
  /** The text for staff: secrets are blacked out, the rest stays. */
  readonly redacted: string;
  /** It contains a secret or an issued code: nothing read from it is stored or repeated. */
  readonly isSecret: boolean;
  readonly conversation: Conversation;
  readonly pending: Pending;
  /** Absent: the sender is not enrolled. */
  readonly sender?: { readonly member: Member; readonly address: MemberAddress };
  /** The shares that the member can see. */
  readonly shares: readonly Share[];
  readonly understood: Understood;
  /** Set if it is a one-time code of an enrollment; with a share for the welcome's examples. */
  readonly word?: Matched & { readonly share?: Share };
}

/** Whether this conversation gets no answers: STOP was said here or for all channels. */
export function isOptedOut({
  conversation,
  sender,
}: Pick<Participant, 'conversation' | 'sender'>): boolean {
  return conversation.optedOutAt !== undefined || sender?.member.optedOutAt !== undefined;
}
