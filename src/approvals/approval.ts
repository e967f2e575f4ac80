import type { ApprovalState } from '../kernel/vocabulary/approval-state.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Amount } from '../money/amount.ts';

/** A transfer by message that waits until its member approves it with a passkey, or what became of it. Nothing is held meanwhile. */
export interface Approval {
  readonly id: string;
  readonly institutionId: number;
  readonly memberId: string;
  /** The address that asked, its conversation and its message. */
  readonly addressId: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  readonly inboundKey: string;
  /** The language in which we answered. */
  readonly language: string;
  readonly amount: Amount;
  readonly currency: string;
  readonly fromShareId: string;
  readonly toShareId: string;
  /** The suffixes when it was asked. A change of either voids it. */
  readonly fromSuffix: string;
  readonly toSuffix: string;
  readonly askedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly state: ApprovalState;
}

/** What a message asked for, before it has a row. */
export type NewApproval = Omit<Approval, 'institutionId' | 'state'>;

/** The key under which the books post an approved transfer: once. */
export function keyOf({ id }: Pick<Approval, 'id'>): string {
  return `${prefix}${id}`;
}

/** The approval that an order of this key carries out. @returns `undefined` for any other order */
export function idOfKey(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

const prefix = 'approval:';
