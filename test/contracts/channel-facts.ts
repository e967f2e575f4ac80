import { it } from 'vitest';
import type { ChannelName } from '../../src/messages/channel.ts';
import { wireMessage, type ChannelHarness, type HarnessParts } from './channel-harness.ts';

/** The differences between channels. Each skipped test gives its reason. */
export interface ChannelFacts {
  readonly name: string;
  readonly channel: ChannelName;
  readonly address: string;
  /** How many answers of ours a STOP gets: none if the carrier sends its own. */
  readonly answersToStop: 0 | 1;
  /** The channel itself leaves out what it took before: the conversation hears of it once. */
  readonly takesOnce?: true;
  /** It stores what came before it hands it over, and answers 200 for that. */
  readonly storesFirst?: true;
  /** The platform says when a message was sent. */
  readonly givesTime: boolean;
  /** That time is ours, of the receipt: there is no platform between. */
  readonly timesReceipt?: true;
  /** After this pause we know that a missing text never arrived. */
  readonly surelyNotThereAfter: Temporal.DurationLike;
  /** It refuses in a sentence for people, since members' own programs call it. */
  readonly tellsPeople?: true;
  readonly skips?: Partial<Record<Skippable, string>>;
  readonly open: (parts: HarnessParts) => ChannelHarness | Promise<ChannelHarness>;
}

/** What some platforms lack. */
type Skippable = 'receipts' | 'throttling' | 'staff';

/** `it`, or a skip that prints its reason. */
export function skipped(facts: ChannelFacts, what: Skippable): typeof it | typeof it.skip {
  const reason = facts.skips?.[what];
  if (reason === undefined) return it;
  process.stdout.write(`skipped on ${facts.name}, ${what}: ${reason}\n`);
  return it.skip;
}

/** A text of ours to the channel's member, as `stampCode` makes it. */
export const wire = (
  facts: ChannelFacts,
  text: string,
  id = '01926a00-0000-7000-8000-000000000001',
) => wireMessage({ institutionId: 1, id, address: facts.address }, text);
