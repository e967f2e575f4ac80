import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { ReceiptStatus } from '../kernel/vocabulary/outbound-status.ts';
import type { ChannelDescriptor } from '../kernel/vocabulary/channel-descriptor.ts';

/*
 * The contract of a channel: it verifies and reads what comes in, sends what goes out, and nothing else. One shared suite
 * (`test/contracts/channel-suite.ts`) holds for all.
 */

export type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** What a platform delivered, verified to be from it. */
export interface InboundMessage {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** The platform's id of the message: the key by which it counts once, however often it comes. */
  readonly externalId: string;
  /** The sender's stable id: X user id, E.164 number, app device. Never a handle. */
  readonly address: string;
  /** What the sender is called now (`member` for @member); may change hands, shown only. */
  readonly handle?: string;
  readonly text: string;
  /** The platform's clock, from which lateness is told; absent where the platform does not say (Twilio). It says nothing of the sender. */
  readonly sentAt?: Temporal.Instant;
  /** A post that anyone can read: never executed, never answered in public. */
  readonly public?: boolean;
  /** The carrier acted on this word and answered it itself (Twilio's opt-out handling): we must not answer twice. */
  readonly carrierAnswered?: 'stop' | 'start' | 'help';
}

/** Something that happened to an address, not a message. */
export type ChannelEvent = {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** The platform's id of the event, or one made of its facts: counts once. */
  readonly externalId: string;
} & (
  | { readonly event: 'followed'; readonly address: string; readonly handle?: string }
  | { readonly event: 'unfollowed'; readonly address: string; readonly handle?: string }
  | {
      readonly event: 'handle_changed';
      readonly address: string;
      readonly before: string;
      readonly after: string;
    }
  /** Something came from this address that can't be read here, such as X's encrypted chat. */
  | { readonly event: 'unreadable'; readonly address: string }
  /** The platform's echo of a message from our account. */
  | {
      readonly event: 'sent_echo';
      readonly carrierId: string;
      readonly address: string;
      readonly text: string;
      readonly sentAt?: Temporal.Instant;
    }
  /** Our account's access was withdrawn, or its credit is exhausted: people must act. */
  | { readonly event: 'access_revoked' }
  | { readonly event: 'credit_exhausted' }
  /** What became of a message that the carrier accepted. */
  | {
      readonly event: 'receipt';
      readonly carrierId: string;
      readonly status: ReceiptStatus;
      readonly code?: string;
    }
);

/** Where channels hand over what came in. Resolves after the commit: only then is the platform told 200. */
export interface Inbox {
  receive(messages: readonly InboundMessage[]): Promise<void>;
  happened(events: readonly ChannelEvent[]): Promise<void>;
}

/** How long we wait for a carrier's answer. No request lasts longer. */
export const patienceSeconds = 14;

declare const wire: unique symbol;

/**
 * A text ready for the wire: with the address's code at its end where one is due. Only `stampCode` in `messages` makes one
 * (the brand cannot be written elsewhere; the architecture test sees to it).
 */
export type WireText = string & { readonly [wire]: true };

export interface WireMessage {
  readonly institutionId: number;
  /** Our id of the message. */
  readonly id: string;
  readonly address: string;
  readonly text: WireText;
  readonly priority: 'reply' | 'bulk';
  /** When it was claimed to be sent, for a lookup of what became of it. */
  readonly claimedAt?: Temporal.Instant;
}

/** How a send ended. Neither X nor Twilio has an idempotency key: `unknown` is looked up, never sent again blindly. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly carrierId: string; readonly costMicrodollars?: number }
  /** `permanent`: this address can't be written to, or this text can't be sent; `retryable`: try again later. */
  | {
      readonly outcome: 'refused';
      readonly code: string;
      readonly retryable: boolean;
      readonly staffMust?: string;
      /** Nothing of ours gets through for now, whoever it is for: the message is tried as long as it is of use. */
      readonly forAll?: true;
    }
  | { readonly outcome: 'throttled'; readonly until: Temporal.Instant }
  | { readonly outcome: 'unknown'; readonly code: string };

export type LookupOutcome =
  | { readonly found: true; readonly carrierId: string }
  | { readonly found: false }
  /**
   * It could not be learned now: ask again later. `away`: the carrier could not be asked at all, for this message or any other.
   * `askAt`: nothing of it is there, and from then on that can be told for sure.
   */
  | { readonly found: 'unknown'; readonly away?: true; readonly askAt?: Temporal.Instant }
  /** It will never be learned: the carrier shows us no record of this address. */
  | { readonly found: 'never' };

export interface Channel {
  readonly name: ChannelName;
  readonly traits: ChannelTraits;
  /**
   * Makes ready to send, such as an access token: asked before anything is claimed, so that nothing lies between a claim and its
   * sending. Gives the outcome that every send would have now, where there is nothing to be had.
   */
  ready?(): Promise<SendOutcome | undefined>;
  /** @param until ends the request at once: this process may no longer send it */
  send(message: WireMessage, until?: AbortSignal): Promise<SendOutcome>;
  /**
   * Whether a message of unknown outcome arrived, by the carrier's own record, read back to `sentAfter`.
   * @param sentAfter the message left later than this, however far the carrier's clock and ours are apart
   * @param known carrier's ids that other messages bear already: an equal text sent before is not this one
   */
  lookup(
    message: WireMessage,
    sentAfter: Temporal.Instant,
    known?: ReadonlySet<string>,
  ): Promise<LookupOutcome>;
}

/** A carrier's record shows what it took within this, unless its channel says otherwise. */
export const listsWithinSeconds = 4;

/** What holds for one institution's channel by its carrier: the descriptor's facts, which the carrier's contract may narrow. */
export interface ChannelTraits extends Pick<
  ChannelDescriptor,
  'textMax' | 'encoding' | 'recyclable' | 'endToEndEncrypted' | 'costMicrodollarsPerUnit'
> {
  /** What may be sent, for all members together; absent: no limit known. */
  readonly budget?: readonly BudgetWindow[];
  /** How long the carrier's own record may take to show what it took; absent: `listsWithinSeconds`. */
  readonly listsWithinSeconds?: number;
  /** The carrier keeps no record of what it was given: what may have left can't be asked for. */
  readonly keepsNoRecord?: true;
}

export interface BudgetWindow {
  readonly name: string;
  readonly scope: 'institution' | 'recipient';
  readonly sends: number;
  readonly seconds: number;
}
