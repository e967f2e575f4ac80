import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { Random } from '../../src/kernel/random.ts';
import type { World } from '../../src/kernel/world.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { appPerson } from './app-person.ts';
import { createApprover, type Approver } from './approver.ts';
import { chatPerson } from './chat-person.ts';
import type { Person } from './person.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { bankUserId, type Fixture } from '../support/fixture.ts';
import { type Carriers, ourNumber } from './carriers.ts';

const hasApp = (index: number) => index % 8 === 4;

/**
 * Every second member writes by SMS. The others write on X, half of them in its encrypted chat, and one in four of them in the app. One in
 * forty of those with a phone says STOP. Every eighth on X, and each in the app, has a passkey that their larger transfers wait for.
 */
export async function createPeople(
  db: Database,
  {
    fixture,
    carriers,
    world,
    network,
  }: {
    readonly fixture: Fixture;
    readonly carriers: Carriers;
    readonly world: World;
    /** How the app reaches the service. */
    readonly network: typeof fetch;
  },
): Promise<Person[]> {
  const phoneOf = (index: number) => `+1314555${String(1_000 + index).padStart(4, '0')}`;
  const texting = fixture.members.flatMap((member, index) =>
    index % 2 === 1 ? [{ member, phone: phoneOf(index) }] : [],
  );
  await enrollMembers(
    { db, world, fixture },
    texting.map(({ member, phone }) => ({ memberId: member.id, channel: 'sms', address: phone })),
  );
  await enrollMembers(
    { db, world, fixture },
    fixture.members.flatMap(({ id }, index) =>
      hasApp(index) ? [{ memberId: id, channel: 'app' as const, address: id }] : [],
    ),
  );
  const { x, twilio } = carriers;
  const engine = await openWasmEngine();
  return Promise.all(
    fixture.members.map(async (member, index): Promise<Person> => {
      const phone = phoneOf(index);
      if (index % 2 === 1) return textingPerson(twilio, { memberId: member.id, phone, index });
      const whose = { fixture, world, memberId: member.id, network };
      if (hasApp(index)) {
        const approver = await createApprover(db, whose);
        return withPasskey(await appPerson(db, whose), approver);
      }
      x.createUser({ id: member.address, username: `person${index}`, name: `Person ${index}` });
      if (index % 4 === 2)
        return chatPerson(x, { memberId: member.id, address: member.address, engine });
      const onX = xPerson(x, member);
      if (index % 8 !== 0) return onX;
      return withPasskey(onX, await createApprover(db, whose));
    }),
  );
}

function textingPerson(
  twilio: Carriers['twilio'],
  one: { readonly memberId: string; readonly phone: string; readonly index: number },
): Person {
  const { memberId, phone, index } = one;
  return {
    memberId,
    channel: 'sms',
    address: phone,
    stops: index % 40 === 1,
    say: async (text) => twilio.phoneSends({ from: phone, to: ourNumber, text }),
    inbox: () =>
      twilio
        .conversation(phone)
        .filter(({ direction }) => direction === 'outbound-api')
        .map(({ sid, text, createdAt }) => ({ id: sid, text, at: createdAt })),
  };
}

function xPerson(
  x: Carriers['x'],
  { id, address }: { readonly id: string; readonly address: string },
): Person {
  return {
    memberId: id,
    channel: 'x',
    address,
    stops: false,
    say: async (text) => x.memberSends({ from: address, to: bankUserId, text }),
    inbox: () =>
      x
        .conversation(bankUserId, address)
        .filter(({ senderId }) => senderId === bankUserId)
        .map((message) => ({ id: message.id, text: message.text, at: message.createdAt })),
  };
}

/** They look at what waits after each message. */
function withPasskey(person: Person, { decide, decided }: Approver): Person {
  return {
    ...person,
    decide,
    decided,
    say: async (text) => {
      await person.say(text);
      await decide();
    },
  };
}

const texts = [
  '#trans 1 7 0',
  '#trans 2 0 7',
  '#trans 1 7 0',
  '#bal',
  '#bal 7',
  '#bal 0',
  '#hist 7',
  'help',
  '#trans 9999 7 0',
  '#holds',
  'what time is it',
];

/** Picks a member's next message: the number of a transfer that waits for its OK, one that waits for a passkey, or anything. */
export function nextText(person: Person, random: Random): string {
  const asked = /OK (\d{4})/.exec(person.inbox().at(-1)?.text ?? '');
  if (asked && random.below(5) > 0) return `OK ${asked[1]}`;
  if (person.stops && random.below(6) === 0) return 'STOP';
  if (person.decide && random.below(3) === 0) return '#trans 2 0 7';
  return present(texts[random.below(texts.length)], 'a text');
}
