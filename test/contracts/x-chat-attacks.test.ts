import { describe, expect, it } from 'vitest';
import {
  alteredMessages,
  asPosted,
  editOf,
  eventOf,
  forgedKeyChange,
  groupMessage,
  impersonation,
  quoteOf,
  reactionTo,
} from '../support/chat-attacks.ts';
import { bank, member, openSimulatedChat, stranger, textsOf } from '../support/simulated-chat.ts';

const between = [bank, member] as const;

describe('attacks that the engine stops, and those that it can’t', () => {
  it('rejects altered and unsigned messages, and forged key changes', async () => {
    const { phone, institution, simulator } = await openSimulatedChat();
    await phone.say('#bal');
    await institution.read();
    const altered = await alteredMessages(phone, '#trans 500 7 0', stranger);
    for (const event of Object.values(altered)) await simulator.chat.inject(between, event);
    // The true text for another conversation: the engine signs the conversation's id.
    const moved = await groupMessage(phone, `${member}:${stranger}`, '#trans 500 7 0');
    const { version: keyVersion } = await phone.conversationKey();
    const posted = asPosted(moved, { senderId: member, keyVersion });
    await simulator.chat.inject(between, posted);
    const forged = await forgedKeyChange(phone.keys(), institution.keys());
    await simulator.chat.inject(between, forged.event);
    expect(textsOf(await institution.read())).toEqual(['#bal']);
    expect(institution.unreadable()).toBe(6);
    expect((await institution.conversationKey()).version).toBe(keyVersion);
  });

  it('calls a message verified that is signed with a key bound to the victim’s', async () => {
    const { phone, institution, simulator } = await openSimulatedChat();
    await phone.say('#bal');
    await institution.read();
    const attack = await impersonation(phone.keys(), institution.keys(), '#trans 500 7 0');
    simulator.chat.substitute(member, [attack.record]);
    await simulator.chat.inject(between, attack.keyChange);
    await simulator.chat.inject(between, attack.message);
    expect(textsOf(await institution.read())).toContain('#trans 500 7 0');
  });

  it('gives edits, quotes, reactions and groups as what they are', async () => {
    const { phone, institution, simulator, delivered } = await openSimulatedChat();
    const id = await phone.say('#bal');
    const target = eventOf(simulator, phone, bank, id);
    const conversationId = `${bank}:${member}`;
    await phone.post(await editOf(phone, target, '#trans 500 7 0'));
    await phone.post(await reactionTo(phone, target, '👍'));
    await phone.post(await quoteOf(phone, target, { conversationId, text: 'what was this?' }));
    const grouped = await groupMessage(phone, 'g1234567890', '#hist');
    const { version: keyVersion } = await phone.conversationKey();
    await simulator.chat.inGroup('g1234567890', [member, bank], {
      ...asPosted(grouped, { senderId: member, keyVersion }),
    });
    expect(textsOf(await institution.read())).toEqual(['#bal', 'what was this?']);
    expect(delivered.at(-1)?.payload['conversation_id']).toBe('g1234567890');
  });
});
