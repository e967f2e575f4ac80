import type { Leaf } from '../../audit/leaf.ts';
import type { ChannelName } from '../channel.ts';
import type { Purpose } from '../outbound.ts';

/** A message that only this process may send now: marked `sending` and committed. */
export interface Claimed {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** In clear. */
  readonly address: string;
  readonly addressId?: string;
  readonly purpose: Purpose;
  readonly priority: 0 | 1;
  readonly text: string;
  readonly attempts: number;
  /** When this sending was claimed, in shared time. Its result is recorded under this time. */
  readonly sendingAt: Temporal.Instant;
  /** The one-time code that replaces the asterisks. */
  readonly inset?: string;
  readonly code?: string;
  readonly codeVersion?: number;
  readonly queuedAt: Temporal.Instant;
  readonly receivedAt?: Temporal.Instant;
  /** The key of the inbound message that it answers. */
  readonly inReplyTo?: string;
  /** What the channel prepared for it earlier, with the code that it has now. */
  readonly payload?: Uint8Array;
  /** Its row has a payload with an earlier code. */
  readonly hasStalePayload?: true;
  /** The batch that queued it, and its leaf there as it is stored now: by them `vouchedFor` tells a forged message. */
  readonly batchId: string | null;
  readonly leaf: Leaf;
}
