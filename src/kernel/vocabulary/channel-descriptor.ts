import type { Disclosure } from './disclosure.ts';

/**
 * How far to trust the sender in a message. `authenticated`: the platform signed the sender in.
 * `claimed`: anyone can forge the sender and no carrier can tell, so it alone never moves money.
 */
export type SenderTrust = 'authenticated' | 'claimed';

/**
 * Facts about a channel that hold for every carrier. Code outside the channel asks for these, never
 * for the channel's name.
 */
export interface ChannelDescriptor {
  /** The platform's name in every language, such as `X`. */
  readonly title: string;
  /** Names the channel in the paths of the site and the API. */
  readonly slug: string;
  /** Policy depends on this. Nothing in a message can raise it. */
  readonly sender: SenderTrust;
  /** The longest text in characters, code included. */
  readonly textMax: number;
  /** How length counts: SMS segments, or plain characters (one message is one unit). */
  readonly encoding: 'gsm7' | 'unicode';
  /** The price of one unit in millionths of a dollar, unless the carrier's contract has its own. */
  readonly costMicrodollarsPerUnit: number;
  /** Whether an address can pass to another person (phone numbers do). */
  readonly recyclable: boolean;
  readonly endToEndEncrypted: boolean;
  /**
   * How a member proves on the site that an address is theirs. `message-from-account`: the site
   * shows a one-time code, and the member sends it from that account. `word-to-phone`: we text the
   * one-time code, and the member enters it. Absent: no enrollment on the site.
   */
  readonly proof?: 'message-from-account' | 'word-to-phone';
  /** Disclosures that the member must accept before enrollment, in this order. */
  readonly disclosures: readonly Disclosure[];
  /**
   * Whether carriers define STOP, START, HELP and their synonyms here. If so, HELP gives the text
   * they require, YES after STOP means START, and CANCEL, END and QUIT always mean STOP.
   */
  readonly carrierWords: boolean;
  /** Whether members may follow and unfollow our account. */
  readonly follows: boolean;
  /** Whether late messages here go to the member's other channel. */
  readonly fallsBack: boolean;
  /**
   * Whether we keep the conversation ourselves and members read it from us, because no carrier does. Each message has a place there
   * (`messages/hosted`). A member's address is then their own id, since only their session writes from it.
   */
  readonly hosted?: true;
  /** Alerts go to the member’s channel with the lowest rank: one that costs least and has no budget to share with replies. */
  readonly alertRank: number;
  /** Present if we and each member have an account there. */
  readonly account?: ChannelAccount;
}

/** How a platform names accounts and links to them. */
export interface ChannelAccount {
  /** The character before a name: `@`. */
  readonly mark: string;
  /** The part before the name in a pasted URL. */
  readonly site: RegExp;
  readonly handle: RegExp;
  /** Matches an account's stable id. */
  readonly userId: RegExp;
  /** Returns a link that opens a message to our account with this text. */
  link(to: { readonly userId: string }, text: string): string;
  /** The steps for staff when the platform revokes our access. */
  readonly accessRevoked: string;
  readonly creditExhausted: string;
  /** What staff do about messages that the platform does not let through to us. Absent: it has none. */
  readonly requestsWaiting?: string;
}
