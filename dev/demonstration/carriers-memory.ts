import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ChatPhone } from '../simulators/handset/chat/phone.ts';
import type { TwilioSimulator } from '../simulators/twilio/simulator.ts';
import type { XSimulator } from '../simulators/x/simulator.ts';
import { chatMemory, chatMemoryOf, recallChat } from './chat-memory.ts';

interface Carriers {
  readonly simulator: XSimulator;
  readonly twilio: TwilioSimulator;
  /** Phones with X Chat, by user id. They may come later: their memory is needed to open them. */
  readonly phones: ReadonlyMap<string, ChatPhone>;
}

const instant = z.string().transform((text) => Temporal.Instant.from(text));

const memory = z.object({
  x: z.object({
    handles: z.record(z.string(), z.string()),
    follows: z.array(z.string()),
    messages: z.array(
      z.object({
        id: z.string(),
        senderId: z.string(),
        recipientId: z.string(),
        text: z.string(),
        createdAt: instant,
      }),
    ),
    posts: z.array(
      z.object({ id: z.string(), authorId: z.string(), text: z.string(), createdAt: instant }),
    ),
  }),
  chat: chatMemory.optional(),
  /** What each phone with X Chat remembers, its private keys included: they are the demonstration's. */
  phones: z.record(z.string(), z.unknown()).optional(),
  twilio: z.object({
    optedOut: z.array(z.string()),
    messages: z.array(
      z.object({
        sid: z.string(),
        from: z.string(),
        to: z.string(),
        text: z.string(),
        direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
        createdAt: instant,
        messagingServiceSid: z.string().optional(),
        segments: z.number(),
        status: z.string(),
        sentAt: instant.optional(),
        errorCode: z.number().optional(),
      }),
    ),
  }),
});

const everyMilliseconds = 2_000;

/**
 * Keeps the state of the simulated carriers in a file. The demonstration's conversations, posts and
 * follows then survive a restart, as on real phones. The service's own state (tokens, webhooks) is
 * made again.
 * @param file its path; a missing or unreadable file counts as empty
 * @returns saves the state until disposed; `phoneMemory` is what a phone remembered
 */
export function keepCarriers(
  file: string,
  carriers: Carriers,
): Disposable & { phoneMemory(userId: string): unknown } {
  const phones = recall(file, carriers);
  let written = '';
  const write = () => {
    const text = JSON.stringify(memoryOf(carriers));
    if (text === written) return;
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    // A half-written file would be useless.
    renameSync(`${file}.new`, file);
    written = text;
  };
  const timer = setInterval(write, everyMilliseconds);
  return {
    phoneMemory: (userId) => phones.get(userId),
    [Symbol.dispose]: () => {
      clearInterval(timer);
      write();
    },
  };
}

function memoryOf({ simulator, twilio, phones }: Carriers): z.input<typeof memory> {
  const told = <Row extends { readonly createdAt: Temporal.Instant }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, createdAt: row.createdAt.toString() }));
  return {
    x: {
      handles: Object.fromEntries(
        [...simulator.state.users.values()].map(({ id, username }) => [id, username]),
      ),
      follows: [...simulator.state.follows],
      messages: told(simulator.state.messages),
      posts: told(simulator.state.posts),
    },
    chat: chatMemoryOf(simulator.state.chat),
    phones: Object.fromEntries([...phones].map(([userId, phone]) => [userId, phone.stored()])),
    twilio: {
      optedOut: [...twilio.state.optedOut],
      messages: told(twilio.state.messages).map(({ sentAt, ...row }) => ({
        ...row,
        ...(sentAt ? { sentAt: sentAt.toString() } : {}),
      })),
    },
  };
}

/** @returns what the phones remember, by user id */
function recall(
  file: string,
  { simulator, twilio }: Omit<Carriers, 'phones'>,
): ReadonlyMap<string, unknown> {
  let known: z.output<typeof memory>;
  try {
    known = memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return new Map();
  }
  const { state } = simulator;
  for (const [id, handle] of Object.entries(known.x.handles)) {
    const user = state.users.get(id);
    if (user) user.username = handle;
  }
  state.follows.clear();
  for (const follow of known.x.follows) state.follows.add(follow);
  state.messages.unshift(...known.x.messages);
  state.posts.unshift(...known.x.posts);
  if (known.chat) recallChat(state.chat, known.chat);
  for (const key of known.twilio.optedOut) twilio.state.optedOut.add(key);
  twilio.state.messages.unshift(
    ...known.twilio.messages.map(({ sentAt, errorCode, messagingServiceSid, ...row }) => ({
      ...row,
      messagingServiceSid,
      ...(sentAt ? { sentAt } : {}),
      ...(errorCode === undefined ? {} : { errorCode }),
    })),
  );
  return new Map(Object.entries(known.phones ?? {}));
}
