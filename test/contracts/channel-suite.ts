import { describe } from 'vitest';
import { receivesAndSends } from './channel-alone.ts';
import { standsBeforeTheConversation } from './channel-behind.ts';
import type { ChannelFacts } from './channel-facts.ts';

/** The tests that every channel must pass. */
export function describeChannel(facts: ChannelFacts): void {
  describe(`${facts.name} as a channel`, () => {
    receivesAndSends(facts);
  });
  describe(`${facts.name} with all that is behind it`, () => {
    standsBeforeTheConversation(facts);
  });
}
