import type { ChannelName } from './channel.ts';

/** What came in, how it was read and what came of it, as it is stored once and for ever. */
export interface InboundRow {
  readonly channel: ChannelName;
  readonly externalId: string;
  readonly conversationId: string;
  /** Order of arrival within the batch, from 0. */
  readonly position: number;
  readonly memberId?: string | undefined;
  /** Redacted. */
  readonly text: string;
  readonly public: boolean;
  readonly sentAt?: Temporal.Instant | undefined;
  readonly receivedAt: Temporal.Instant;
  readonly intent: string;
  readonly reading: object;
  /** What was decided, in a word or two: the reply's name, a refusal's reason, `silent`. */
  readonly outcome: string;
}
