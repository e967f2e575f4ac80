import type { Disclosure } from './disclosure.ts';

/**
 * What the sender named in a message is worth. `authenticated`: the platform signed the sender in. `claimed`: anyone can write
 * any sender into it, and no carrier can tell, so it alone never moves money.
 */
export type SenderTrust = 'authenticated' | 'claimed';

/** Says what holds for a channel whatever its carrier. All code outside the channel asks this and never the channel's name. */
export interface ChannelDescriptor {
  /** What the platform is called in every language, such as `X`. */
  readonly title: string;
  /** Names the channel in the paths of the site and the API. */
  readonly slug: string;
  /** Policy derives from it; no field of a message raises it. */
  readonly sender: SenderTrust;
  /** Longest text in characters, code included. */
  readonly textMax: number;
  /** How length counts: SMS segments, or plain characters (then one message is one unit). */
  readonly encoding: 'gsm7' | 'unicode';
  /** What one unit costs, in millionths of a dollar, where no carrier's contract says otherwise. */
  readonly costMicrodollarsPerUnit: number;
  /** Whether an address can pass to another person (phone numbers do). */
  readonly recyclable: boolean;
  readonly endToEndEncrypted: boolean;
  /**
   * How a member proves on the site that an address is theirs. `message-from-account`: the site shows a word, and the member sends
   * it from that account. `word-to-phone`: the word goes to the phone, and the member enters it. Absent: not enrolled on the site.
   */
  readonly proof?: 'message-from-account' | 'word-to-phone';
  /** What the member must have agreed to before an address is enrolled, in this order. */
  readonly disclosures: readonly Disclosure[];
  /**
   * Carriers define STOP, START, HELP and their synonyms here: HELP says what they require, YES after STOP means START, and CANCEL,
   * END and QUIT always mean STOP.
   */
  readonly carrierWords: boolean;
  /** Members may follow our account, and stop following it. */
  readonly follows: boolean;
  /** What can't leave here in time goes to the member's other channel. */
  readonly fallsBack: boolean;
  /** What we have there is an account, and so has each member. */
  readonly account?: ChannelAccount;
}

/** Says how accounts are named and written to on a platform. */
export interface ChannelAccount {
  /** Stands before a name: `@`. */
  readonly mark: string;
  /** What stands before the name where a member pastes a whole address. */
  readonly site: RegExp;
  readonly handle: RegExp;
  /** The stable id of an account. */
  readonly userId: RegExp;
  /** Opens a message to our account with this text in it. */
  link(to: { readonly userId: string }, text: string): string;
  /** What staff must do where the platform no longer lets us in. */
  readonly accessRevoked: string;
  readonly creditExhausted: string;
}
