import { createXChatCalls } from '../../dev/simulators/handset/chat/x-calls.ts';
import { openChatPhone, type ShownChat } from '../../dev/simulators/handset/chat/phone.ts';
import type { XSimulator } from '../../dev/simulators/x/simulator.ts';
import type { ChatEngine } from '../../src/channels/x/chat/engine/chat-engine.ts';
import { bankUserId } from '../support/fixture.ts';
import type { Person } from './person.ts';

export interface ChatPerson extends Person {
  /** Encrypts a text now. @returns a function that sends it */
  prepare(text: string): Promise<() => Promise<unknown>>;
}

/** Gives a member a phone with X Chat. It decrypts what arrives as soon as X tells it. */
export async function chatPerson(
  x: XSimulator,
  {
    memberId,
    address,
    engine,
    readsAtOnce = true,
    keyChangeEvery = 12,
  }: {
    readonly memberId: string;
    readonly address: string;
    readonly engine: ChatEngine;
    readonly readsAtOnce?: boolean;
    /** Every so many messages, the member's app gives the conversation another key. */
    readonly keyChangeEvery?: number;
  },
): Promise<ChatPerson> {
  x.chat.takesFrom(address, 'followed');
  let token = { text: '', until: 0 };
  const phone = await openChatPhone({
    engine,
    userId: address,
    peerId: bankUserId,
    calls: createXChatCalls({
      base: 'https://api.x.example',
      fetch: async (input, init) => x.app.fetch(new Request(input, init)),
      token: () => {
        if (performance.now() > token.until)
          token = { text: x.giveToken(address).accessToken, until: performance.now() + 3_600_000 };
        return token.text;
      },
      userId: address,
      peerId: bankUserId,
    }),
  });
  let shown: readonly ShownChat[] = [];
  let said = 0;
  const refresh = async () => {
    shown = await phone.read();
  };
  x.subscribe(address, (event) => {
    if (event.kind === 'chat' && readsAtOnce) void refresh();
  });
  return {
    memberId,
    channel: 'x',
    address,
    stops: false,
    say: async (text) => {
      said += 1;
      if (said % keyChangeEvery === 0) await phone.changeKey();
      return phone.say(text);
    },
    prepare: async (text) => {
      const prepared = await phone.prepare(text);
      return async () => phone.post(prepared);
    },
    inbox: () =>
      shown.flatMap(({ id, mine, text, at }) =>
        mine ? [] : [{ id, text, at: Temporal.Instant.fromEpochMilliseconds(at) }],
      ),
    refresh,
  };
}
