import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { dueEvents } from '../../src/channels/x/chat/store/events.ts';
import type { Database } from '../../src/database/database.ts';
import { answers, type ChatBank } from './chat-bank.ts';
import { bankUserId } from './fixture.ts';

/** Both users of a phone's conversation. */
export const between = (phone: ChatPhone) => [phone.userId, bankUserId] as const;

/** What became of the events that came to a bank by X Chat. */
export function chatLooks(db: () => Database, bank: () => ChatBank) {
  return {
    unverified: async () => {
      const [row] = await db().query<{ count: number }>(
        'select count(*)::int as count from x_chat_events where institution_id = $1 and buried_at is not null',
        [bank().fixture.institution.id],
      );
      return row?.count ?? 0;
    },
    /** How often waiting events were tried in vain. */
    tries: async () => {
      const [row] = await db().query<{ count: number }>(
        'select coalesce(sum(tries), 0)::int as count from x_chat_events where institution_id = $1 and buried_at is null',
        [bank().fixture.institution.id],
      );
      return row?.count ?? 0;
    },
    waiting: async () => {
      const { keyring, institution } = bank().fixture;
      const tomorrow = bank().clock.now().add({ hours: 24 });
      return dueEvents(db(), { keyring, institutionId: institution.id }, tomorrow);
    },
    /** All answers that the phone shows, after what waits was taken. */
    answersOf: async (phone: ChatPhone) => {
      await bank().settle();
      return answers(await phone.read());
    },
  };
}
