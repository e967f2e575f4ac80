import { expect, it } from 'vitest';
import { readEvent } from './read-event.ts';
import type { WasmChat } from './wasm-module.ts';

/*
 * The engine refuses what doesn't verify. Should another version give it back and only say so, we must refuse it ourselves.
 */

const facts = {
  id: 'dd3c4e10-5a7b-4c1e-9c0e-0123456789ab',
  senderId: '2',
  conversationId: '1:2',
  keyVersion: '7',
};

/** An engine that reads everything, whether or not it verified. */
function lenient(event: object, listed = event): Pick<WasmChat, 'decryptEvent' | 'decryptEvents'> {
  return {
    decryptEvent: () => event,
    decryptEvents: () => ({
      messages: [{ event: listed }],
      conversationKeys: { keys: { '7': new Uint8Array(32) } },
    }),
  };
}

const read = (event: object, listed = event) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- reading asks for nothing else of an engine
  const engine = lenient(event, listed) as WasmChat;
  return readEvent(engine, 'AAAA', { conversationKeys: [], signers: [] });
};

const message = { type: 'message', ...facts, content: { content_type: 'text', text: '#bal' } };
const change = { type: 'keyChange', ...facts };

it('takes a message only if the engine says that it verified', () => {
  expect(read({ ...message, verified: true })).toMatchObject({ event: { kind: 'message' } });
  for (const verified of [false, undefined, 'yes'])
    expect(read({ ...message, verified })).toEqual({ rejected: 'unverified' });
});

it('takes a key only from a change that verified', () => {
  expect(read({ ...change, verified: true })).toMatchObject({
    event: { kind: 'key_change', key: { version: '7' } },
  });
  for (const verified of [false, undefined])
    expect(read({ ...change, verified })).toEqual({ rejected: 'unverified' });
});

it('takes no key that comes with a change which did not verify', () => {
  const verified = { ...change, verified: true };
  for (const listed of [
    { ...change, verified: false },
    { ...verified, keyVersion: '8' },
  ])
    expect(read(verified, listed)).toEqual({ rejected: 'unreadable' });
});

it('reads forwarded words and reactions as nothing that the member says', () => {
  const content = { content_type: 'text', text: '#trans 600 7 0', forwarded_message: {} };
  expect(read({ ...message, verified: true, content })).toMatchObject({
    event: { content: { type: 'other', name: 'forwarded' } },
  });
  const reaction = { content_type: 'reaction', text: '#bal' };
  expect(read({ ...message, verified: true, content: reaction })).toMatchObject({
    event: { content: { type: 'other', name: 'reaction' } },
  });
});
