import type { Language } from '../kernel/vocabulary/language.ts';
import type { AddressState } from '../kernel/vocabulary/address-state.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** A member of an institution, as the conversation needs them. */
export interface Member {
  readonly id: string;
  readonly institutionId: number;
  /** The member number, which never appears in a message. */
  readonly number: string;
  readonly name: string;
  /** Absent: we answer in the language of the command. */
  readonly language?: Language;
  /** The IANA time zone for times in replies. Absent: the institution's. */
  readonly zone?: string;
  readonly defaultShareId?: string;
  readonly transferSourceShareId?: string;
  /**
   * When LOCK stopped the service on all channels, until the member unlocks it in online banking.
   */
  readonly lockedAt?: Temporal.Instant;
  /** When the disclosures (Regulation E) were recorded. Absent: no money moves. */
  readonly disclosedAt?: Temporal.Instant;
  /** When the member said STOP for all channels, which holds until START. */
  readonly optedOutAt?: Temporal.Instant;
}

/** The member and address that sent a message. */
export interface Sender {
  readonly member: Member;
  readonly address: MemberAddress;
}

/** An address as the conversation needs it. Its identity stays encrypted. */
export interface MemberAddress {
  readonly id: string;
  readonly memberId: string;
  readonly channel: ChannelName;
  readonly state: AddressState;
  readonly mayMoveMoney: boolean;
  /** The member's own limits, below the institution's; minor units. */
  readonly perTransfer?: bigint;
  readonly perDay?: bigint;
  /** The day of its last message, in the institution's time zone. */
  readonly lastUsedOn?: Temporal.PlainDate;
  /**
   * When money movement was locked, with a reason to follow; until the member signs in or verifies
   * the address.
   */
  readonly moneyLockedAt?: Temporal.Instant;
}

export type { AddressState };
