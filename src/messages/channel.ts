import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { ReceiptStatus } from '../kernel/vocabulary/outbound-status.ts';
import type { ChannelDescriptor } from '../kernel/vocabulary/channel-descriptor.ts';

/*
 * The contract of a channel: it verifies and reads inbound messages, sends outbound ones, and nothing else. One shared suite
 * (`test/contracts/channel-suite.ts`) covers all channels.
 */

export type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** A message that a platform delivered, verified to come from it. */
export interface InboundMessage {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** The platform's id of the message. It counts once by this key, however often it is delivered. */
  readonly externalId: string;
  /** The sender's stable id: X user id, E.164 number, app device. Never a handle. */
  readonly address: string;
  /** The sender's current name (`member` for @member). It may change hands, so we only show it. */
  readonly handle?: string;
  readonly text: string;
  /**
   * The platform's time, which shows how late a message is. Absent if the platform gives none (Twilio). It says nothing about the
   * sender.
   */
  readonly sentAt?: Temporal.Instant;
  /** It waited on the sender's device, nobody knows for how long: it moves no money, and lifts no STOP. */
  readonly waited?: true;
  /** A post that anyone can read: never executed, never answered in public. */
  readonly public?: boolean;
  /** Its signature verified with the keys that are known of this address. */
  readonly isSigned?: true;
  /** It changes an earlier message: never executed. Its text is empty. */
  readonly edited?: true;
  /** It was written where others read along: never read, and answered in the sender's own conversation with us. Its text is empty. */
  readonly grouped?: true;
  /** The carrier acted on this word and answered it (Twilio's opt-out handling), so we must not answer again. */
  readonly carrierAnswered?: 'stop' | 'start' | 'help';
}

/** An event about an address that is not a message. */
export type ChannelEvent = {
  readonly institutionId: number;
  readonly channel: ChannelName;
  /** The platform's id of the event, or one made from its facts. The event counts once. */
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
  /** The keys that verify this address's messages are others than before: somebody else may write from it. */
  | { readonly event: 'address_changed_keys'; readonly address: string }
  /** Something came from this address that we can't read, such as X's encrypted chat. */
  | { readonly event: 'unreadable'; readonly address: string }
  /** The platform's echo of a message from our account. */
  | {
      readonly event: 'sent_echo';
      readonly carrierId: string;
      readonly address: string;
      readonly text: string;
      readonly sentAt?: Temporal.Instant;
    }
  /** Messages of people whom the platform does not let through to us yet: staff must look. */
  | { readonly event: 'requests_waiting' }
  /** Something that the platform delivered can't be opened, or fails each time: staff must look. */
  | { readonly event: 'not_taken' }
  /** The platform withdrew our account's access, or its credit is used up: staff must act. */
  | { readonly event: 'access_revoked' }
  | { readonly event: 'credit_exhausted' }
  /** A report about a message that the carrier accepted. */
  | {
      readonly event: 'receipt';
      readonly carrierId: string;
      readonly status: ReceiptStatus;
      readonly code?: string;
    }
);

/** Takes inbound messages and events from channels. Resolves after the commit: only then does the platform get its 200. */
export interface Inbox {
  receive(messages: readonly InboundMessage[]): Promise<void>;
  happened(events: readonly ChannelEvent[]): Promise<void>;
}

/** How long we wait for a carrier's answer. We end a longer request. */
export const patienceSeconds = 14;

declare const wire: unique symbol;

/**
 * A text ready to send, with the address's code at its end if one is due. Only `stampCode` in `messages` makes one; the
 * architecture test checks that nothing else uses the brand.
 */
export type WireText = string & { readonly [wire]: true };

export interface WireMessage {
  readonly institutionId: number;
  /** Our id of the message. */
  readonly id: string;
  readonly address: string;
  readonly text: WireText;
  readonly priority: 'reply' | 'bulk';
  /** The key of the inbound message that it answers. */
  readonly inReplyTo?: string | undefined;
  /** What `prepare` made of it. Every attempt gets the same bytes. */
  readonly payload?: Uint8Array | undefined;
  /** Since when it waits. */
  readonly queuedAt?: Temporal.Instant;
  /** When it was claimed for sending. A lookup of its outcome needs this. */
  readonly claimedAt?: Temporal.Instant;
}

/** How a send ended. Neither X nor Twilio has an idempotency key, so we look up an `unknown` outcome and never resend blindly. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly carrierId: string; readonly costMicrodollars?: number }
  /** `permanent`: this address can't be reached, or this text can't be sent. `retryable`: try again later. */
  | {
      readonly outcome: 'refused';
      readonly code: string;
      readonly retryable: boolean;
      readonly staffMust?: string;
      /** The carrier takes none of our messages for now. We keep trying this one until it expires. */
      readonly forAll?: true;
      /** The carrier certainly did not take what was prepared, and never will: the next attempt prepares it again. */
      readonly prepareAgain?: true;
    }
  /** It waits, without counting as tried. `staffMust`: until staff have acted. */
  | {
      readonly outcome: 'throttled';
      readonly until: Temporal.Instant;
      readonly staffMust?: string;
      readonly prepareAgain?: true;
    }
  | { readonly outcome: 'unknown'; readonly code: string };

export type LookupOutcome =
  | { readonly found: true; readonly carrierId: string }
  | { readonly found: false }
  /**
   * The carrier could not tell now, so ask again later. `away`: it could not be asked at all, for this or any other message.
   * `askAt`: it has no record of the message, and from this time on that is certain.
   */
  | { readonly found: 'unknown'; readonly away?: true; readonly askAt?: Temporal.Instant }
  /** We can never know: the carrier shows us no record of this address. */
  | { readonly found: 'never' };

export interface Channel {
  readonly name: ChannelName;
  readonly traits: ChannelTraits;
  /**
   * Prepares sending, for example by getting an access token. Runs before anything is claimed, so that no delay falls between a
   * claim and its sending. If preparation fails, returns the outcome that every send would have.
   */
  ready?(): Promise<SendOutcome | undefined>;
  /**
   * Prepares a message once. The result is stored before the first attempt, and each attempt sends it as it is. So a channel that can't
   * make the same bytes twice, such as an encrypted one, can repeat after an unknown outcome. Absent result: nothing to prepare.
   */
  prepare?(message: WireMessage): Promise<Uint8Array | SendOutcome | undefined>;
  /** @param until aborts the request at once, when this process may no longer send it */
  send(message: WireMessage, until?: AbortSignal): Promise<SendOutcome>;
  /**
   * Looks up in the carrier's own record, back to `sentAfter`, whether a message of unknown outcome arrived.
   * @param sentAfter the message left later than this, however far the carrier's clock differs from ours
   * @param known carrier ids of other messages: an equal text sent before is not this one
   */
  lookup(
    message: WireMessage,
    sentAfter: Temporal.Instant,
    known?: ReadonlySet<string>,
  ): Promise<LookupOutcome>;
}

/** Seconds until a carrier's record shows a message it took, unless the channel sets another value. */
export const listsWithinSeconds = 4;

/** The properties of one institution's channel with its carrier: the descriptor's facts, which the carrier's contract may narrow. */
export interface ChannelTraits extends Pick<
  ChannelDescriptor,
  'textMax' | 'encoding' | 'recyclable' | 'endToEndEncrypted' | 'costMicrodollarsPerUnit'
> {
  /** The sending limit for all members together. Absent: no known limit. */
  readonly budget?: readonly BudgetWindow[];
  /** Seconds until the carrier's own record shows a message it took. Absent: the default `listsWithinSeconds`. */
  readonly listsWithinSeconds?: number;
  /** The carrier keeps no record of the messages it got, so we can't look up an unknown outcome. */
  readonly keepsNoRecord?: true;
}

export interface BudgetWindow {
  readonly name: string;
  readonly scope: 'institution' | 'recipient';
  readonly sends: number;
  readonly seconds: number;
}
