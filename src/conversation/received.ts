import type { CoreSnapshot } from '../core/core.ts';
import type { InboundMessage } from '../messages/channel.ts';

/** A message and the time we received it. */
export interface Received extends InboundMessage {
  readonly receivedAt: Temporal.Instant;
  /** What a core elsewhere returned for this message before its batch. */
  readonly books?: CoreSnapshot | undefined;
}

/** The outcome of one message. */
export interface Outcome {
  /** It had been taken before; nothing was done now. */
  readonly duplicate: boolean;
  readonly intent: string;
  /** The reply's name, a refusal's reason, `silent` or `failed`. */
  readonly outcome: string;
  /** The reply as stored, without the code. Absent: there is none. */
  readonly text?: string;
  readonly outboundId?: string;
}
