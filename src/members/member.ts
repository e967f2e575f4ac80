import type { Language } from '../kernel/vocabulary/language.ts';
import type { AddressState } from '../kernel/vocabulary/address-state.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** A person who belongs to an institution, as the conversation sees them. */
export interface Member {
  readonly id: string;
  readonly institutionId: number;
  /** The member number: never in a message. */
  readonly number: string;
  readonly name: string;
  /** Absent: answered in the language of the command's own words. */
  readonly language?: Language;
  /** IANA: in which replies tell times. Absent: the institution's. */
  readonly zone?: string;
  readonly defaultShareId?: string;
  readonly transferSourceShareId?: string;
  /** The service is stopped on all channels until the member unlocks it in the online bank. */
  readonly lockedAt?: Temporal.Instant;
  /** When the disclosures (Regulation E) were recorded; absent: no money moves. */
  readonly disclosedAt?: Temporal.Instant;
  /** When the member said STOP for all channels, which holds until START. */
  readonly optedOutAt?: Temporal.Instant;
}

/** Who stands behind an address that wrote to us. */
export interface Sender {
  readonly member: Member;
  readonly address: MemberAddress;
}

/** An address as the conversation sees it: its identity stays sealed. */
export interface MemberAddress {
  readonly id: string;
  readonly memberId: string;
  readonly channel: ChannelName;
  readonly state: AddressState;
  readonly mayMoveMoney: boolean;
  /** The member's own limits beneath the institution's; minor units. */
  readonly perTransfer?: bigint;
  readonly perDay?: bigint;
  /** The day on which it last wrote, in the institution's zone. */
  readonly lastUsedOn?: Temporal.PlainDate;
  /** Money movement locked after five wrong confirmations, until the member signs in. */
  readonly moneyLockedAt?: Temporal.Instant;
}

export type { AddressState };
