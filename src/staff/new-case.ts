import type { TransferInDoubt } from './clocks.ts';

export interface NewCase {
  readonly memberId: string;
  readonly receivedAt: Temporal.Instant;
  /** The message that opened it. */
  readonly inboundKey?: string;
  readonly transfer?: TransferInDoubt;
  /** A notice by word of mouth whose confirmation in writing was asked for. */
  readonly writtenAsked?: boolean;
}

export interface OpenedCase {
  /** Of the first notice: the clock runs from there. */
  readonly receivedAt: Temporal.Instant;
  readonly reference: string;
  /** Decided by then, or provisionally credited. */
  readonly due: Temporal.PlainDate;
  /** With provisional credit it is decided by then. */
  readonly provisionalDue: Temporal.PlainDate;
}
