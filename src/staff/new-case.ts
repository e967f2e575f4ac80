import type { TransferInDoubt } from './clocks.ts';

/** An entry of an account. */
export interface EntryPlace {
  readonly accountId: string;
  readonly sequence: bigint;
}

export interface NewCase {
  readonly memberId: string;
  readonly receivedAt: Temporal.Instant;
  /** The message that opened it. */
  readonly inboundKey?: string;
  readonly transfer?: TransferInDoubt;
  /** The entry that it is about, if the member named one. */
  readonly about?: EntryPlace;
  /** The member's words about that entry, without secrets. */
  readonly words?: string;
  /** An oral notice for which we asked for written confirmation. */
  readonly writtenAsked?: boolean;
}

export interface OpenedCase {
  /** It was open before, about the same entry. */
  readonly joined?: true;
  /** The receipt of the first notice, from which the deadlines run. */
  readonly receivedAt: Temporal.Instant;
  readonly reference: string;
  /** The deadline to decide or credit provisionally. */
  readonly due: Temporal.PlainDate;
  /** The deadline to decide after a provisional credit. */
  readonly provisionalDue: Temporal.PlainDate;
}
