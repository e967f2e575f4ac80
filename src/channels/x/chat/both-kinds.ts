import type { Queries } from '../../../database/database.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { budgetLeft } from '../../../messages/sending/budget.ts';
import type {
  BudgetWindow,
  Channel,
  Inbox,
  LookupOutcome,
  SendOutcome,
  WireMessage,
} from '../../../messages/channel.ts';
import type { ChatAccount } from './accounts.ts';
import { notPrepared, prepareChat, waitsTooLong } from './prepare.ts';
import { lookUpChat, sendChat } from './send.ts';
import { isChatKey } from './take-event.ts';

/**
 * The channel of an account that has X Chat besides direct messages. `prepare` decides: what it encrypts leaves as a chat message, and the
 * rest as a direct message.
 */
export function withChat(
  dm: Channel,
  given: {
    readonly chat: () => Promise<ChatAccount | undefined>;
    readonly inbox: () => Inbox | undefined;
    /** Whether X Chat was on when somebody asked last. */
    readonly isOn: boolean;
    readonly db: Queries;
    readonly clock: Clock;
  },
): Channel {
  const account = given.chat;
  const { budget, ...traits } = dm.traits;
  return {
    ...dm,
    // X's limit is one of direct messages. Chat messages don't count, so it is asked for where a direct message leaves.
    traits: given.isOn ? traits : dm.traits,
    prepare: async (message) => {
      const { inReplyTo } = message;
      // The answer to a direct message needs nothing of X Chat, whatever is wrong there.
      if (inReplyTo !== undefined && !answersChat(message)) return undefined;
      try {
        const chat = await account();
        if (chat) return await prepareChat(chat, message);
        return inReplyTo === undefined ? undefined : away(given.clock);
      } catch (error) {
        const outcome = notPrepared(error, given.clock);
        return waitsTooLong(outcome, message, given.clock) ? undefined : outcome;
      }
    },
    send: async (message, until) => {
      if (!message.payload) {
        if (given.isOn && budget && !(await isWithin(given, { message, budget })))
          return { outcome: 'throttled', until: given.clock.now().add({ minutes: 1 }) };
        return dm.send(message, until);
      }
      const chat = await account().catch((error: unknown) => notPrepared(error, given.clock));
      if (!chat) return away(given.clock);
      if ('outcome' in chat) return chat;
      return sendChat(
        chat,
        { ...message, payload: message.payload },
        { inbox: given.inbox(), until },
      );
    },
    lookup: async (message, sentAfter, known = new Set()) => {
      const inChat = async (): Promise<LookupOutcome> => {
        const chat = await account().catch(() => undefined);
        return chat ? lookUpChat(chat, message, { sentAfter, known }) : notAsked;
      };
      if (message.payload) return inChat();
      const asMessage = await dm.lookup(message, sentAfter, known);
      if (asMessage.found === true || !answersChat(message)) return asMessage;
      // The answer to a chat message that has no payload left as a direct message, or was lost with a restored backup.
      const asChat = await inChat();
      return asChat.found === true || asMessage.found === false ? asChat : asMessage;
    },
  };
}

async function isWithin(
  { db, clock }: { readonly db: Queries; readonly clock: Clock },
  { message, budget }: { readonly message: WireMessage; readonly budget: readonly BudgetWindow[] },
): Promise<boolean> {
  const left = await budgetLeft(db, {
    institutionId: message.institutionId,
    channel: 'x',
    traits: { budget },
    now: clock.now(),
    unpreparedBeside: message.id,
  });
  return (message.priority === 'reply' ? left.replies : left.bulk) > 0;
}

/** X Chat was on when the message came, and is off now: it waits, or goes to the member's other channel. */
function away(clock: Clock): SendOutcome {
  return { outcome: 'throttled', until: clock.now().add({ minutes: 1 }) };
}

const notAsked = { found: 'unknown', away: true } as const;

function answersChat({ inReplyTo }: WireMessage): boolean {
  return inReplyTo !== undefined && isChatKey(inReplyTo);
}
