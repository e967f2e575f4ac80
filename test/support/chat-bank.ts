import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import type { ChatEngine } from '../../src/channels/x/chat/engine/chat-engine.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { giveChatPhone } from './chat-world.ts';
import { bankUserId } from './fixture.ts';
import { openXBank, type XBank } from './x-bank.ts';

/** The service with X Chat, and a member's phone in it. */
export interface ChatBank extends XBank {
  /** Gives a person a phone. @param engine X's from npm, if absent */
  phoneOf(person: number, engine?: ChatEngine): Promise<ChatPhone>;
  /** Takes what waits, and sends all answers. */
  settle(): Promise<void>;
  /** Sends a text from a phone. @returns what the institution answered, as the phone shows it */
  ask(phone: ChatPhone, text: string): Promise<string[]>;
}

export async function openChatBank(
  db: Database,
  options: Parameters<typeof openXBank>[1] = {},
): Promise<ChatBank> {
  const bank = await openXBank(db, { ...options, chat: true });
  const settle = async () => {
    await bank.service.poll();
    await bank.service.dispatcher.drain();
  };
  return {
    ...bank,
    settle,
    phoneOf: async (person, engine) =>
      giveChatPhone(bank.simulator, {
        userId: present(bank.fixture.members[person], 'a member').address,
        peerId: bankUserId,
        ...(engine ? { engine } : {}),
        // An app that does not know message ids would show a repeat twice.
        showsRepeats: true,
      }),
    ask: async (phone, text) => {
      const before = answers(await phone.read());
      await phone.say(text);
      await settle();
      return answers(await phone.read()).slice(before.length);
    },
  };
}

/** What a phone shows of the institution's messages. */
export function answers(
  shown: readonly { readonly mine: boolean; readonly text: string }[],
): string[] {
  return shown.flatMap(({ mine, text }) => (mine ? [] : [text]));
}
