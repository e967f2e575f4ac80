import { expect, it } from 'vitest';
import { Fault } from '../../../kernel/fault.ts';
import { manualClock } from '../../../kernel/clock.ts';
import type { Channel, WireMessage, WireText } from '../../../messages/channel.ts';
import { traitsOf } from '../../traits-of.ts';
import { xDescriptor } from '../descriptor.ts';
import { withChat } from './both-kinds.ts';

const sent: string[] = [];

/** Direct messages that X takes. */
const dm: Channel = {
  name: 'x',
  traits: traitsOf(xDescriptor),
  send: async ({ id }) => {
    sent.push(id);
    return { outcome: 'accepted', carrierId: id };
  },
  lookup: async () => ({ found: false }),
};

function both(chat: () => Promise<undefined>) {
  return withChat(dm, {
    chat,
    isOn: false,
    inbox: () => undefined,
    db: { query: async () => [] },
    clock: manualClock('2026-11-30T15:00:00Z'),
  });
}

const message = (id: string, inReplyTo?: string): WireMessage => ({
  institutionId: 1,
  id,
  address: '2000000000',
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `stampCode` gives this brand; the test borrows it
  text: 'hello' as WireText,
  priority: 'reply',
  inReplyTo,
});

const changed = async () => {
  throw new Fault({ code: 'x_chat_engine_changed', message: 'install it', retryable: false });
};

it('sends answers to direct messages whatever is wrong with the engine', async () => {
  const channel = both(changed);
  expect(await channel.prepare?.(message('a', 'x:123456'))).toBeUndefined();
  expect(await channel.send(message('a', 'x:123456'))).toMatchObject({ outcome: 'accepted' });
  expect(sent).toEqual(['a']);
});

it.each(['x:chat:5f22c4bd-70e8-4eae-ac97-9254a5098265', undefined])(
  'keeps what may belong to X Chat until the engine is mended, and calls staff: %s',
  async (inReplyTo) => {
    expect(await both(changed).prepare?.(message('b', inReplyTo))).toMatchObject({
      outcome: 'throttled',
      staffMust: 'install it',
    });
  },
);

it('sends no answer to a chat message in clear where X Chat is off meanwhile', async () => {
  const channel = both(async () => undefined);
  const answer = message('c', 'x:chat:5f22c4bd-70e8-4eae-ac97-9254a5098265');
  expect(await channel.prepare?.(answer)).toMatchObject({ outcome: 'throttled' });
  expect(await channel.prepare?.(message('d'))).toBeUndefined();
});
