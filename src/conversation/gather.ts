import type { Queries } from '../database/database.ts';
import { together } from '../database/together.ts';
import { present } from '../kernel/assert.ts';
import { plainField } from '../kernel/typed.ts';
import { read } from '../languages/reading.ts';
import type { ReadingContext, Understood } from '../reading/reading.ts';
import type { Institution } from '../members/institution.ts';
import { findSenders } from '../members/senders.ts';
import { hashed } from '../messages/conversation-keys.ts';
import { lockConversations } from '../messages/conversations.ts';
import { inboundKey, knownInbound } from '../messages/inbound.ts';
import { blackedOut, storable, wellFormed } from '../messages/redact.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { readPending } from '../commands/pending.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import { dayIn } from '../wording/dates.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { findIssued } from './issued.ts';
import { isOptedOut, type Participant } from './participant.ts';
import type { Received } from './received.ts';

/**
 * Locks the conversations of a batch, leaves out messages taken before, and reads each text with what is known about its sender.
 * @param reading how to read texts; the answer to a failed message reads nothing
 * @returns the new messages, in order of arrival
 */
export async function gather(
  tx: Queries,
  dependencies: ConversationDependencies,
  institution: Institution,
  messages: readonly Received[],
  reading: typeof read = read,
): Promise<Participant[]> {
  const { conversations, known, senders } = await lockAndLook(tx, dependencies, {
    institutionId: institution.id,
    messages,
  });
  const fresh = messages.flatMap((message, index) => {
    const key = inboundKey(message);
    if (known.has(key)) return [];
    known.add(key);
    return [
      {
        message,
        key,
        conversation: present(conversations[index], 'each key has its conversation'),
        sender: senders[index],
      },
    ];
  });
  const memberIds = fresh.flatMap(({ sender }) => (sender ? [sender.member.id] : []));
  const shares =
    memberIds.length > 0
      ? await loadShares(tx, institution.id, [...new Set(memberIds)])
      : new Map<string, Share[]>();
  const texts = fresh.map(({ message }) => wellFormed(message.text));
  const issued = await findIssued(
    tx,
    dependencies.keyring,
    institution.id,
    fresh.map(({ sender }, index) => ({ text: texts[index] ?? '', memberId: sender?.member.id })),
  );
  const today = dayIn(institution.zone, dependencies.world.clock.now());
  return fresh.map((one, position) =>
    participantOf(one, {
      position,
      text: texts[position] ?? '',
      places: issued[position] ?? [],
      shares: one.sender ? (shares.get(one.sender.member.id) ?? []) : [],
      institution,
      reading,
      today,
    }),
  );
}

/** A new message with its sender, read. */
function participantOf(
  {
    message,
    key,
    conversation,
    sender,
  }: Pick<Participant, 'message' | 'key' | 'conversation'> & {
    readonly sender: Participant['sender'] | undefined;
  },
  known: {
    readonly position: number;
    readonly text: string;
    /** Places of our codes in the text. */
    readonly places: readonly (readonly [number, number])[];
    readonly shares: readonly Share[];
    readonly institution: Institution;
    readonly reading: typeof read;
    readonly today: Temporal.PlainDate;
  },
): Participant {
  const { position, text, places, institution } = known;
  const { routingNumber: routing } = institution.settings;
  const { tells } = findSecrets(text, routing);
  const isSecret = tells || places.length > 0;
  const redacted = storable(text, places, routing);
  const visible = known.shares.filter(({ maySee }) => maySee);
  const understood = known.reading(text, {
    ...contextOf(institution, visible, sender?.member.language),
    today: known.today,
    // Only a private text of a member who gets answers is guessed: elsewhere a reading acts without asking.
    rulesOnly:
      isSecret || !sender || message.public === true || isOptedOut({ conversation, sender }),
  });
  return {
    message,
    key,
    position,
    conversation,
    pending: readPending(conversation.pending),
    shares: visible,
    stored: tells ? blackedOut : redacted,
    redacted,
    isSecret,
    understood: isSecret
      ? withoutCodes(
          understood,
          places.map(([start, end]) => text.slice(start, end)),
        )
      : understood,
    ...(sender ? { sender } : {}),
  };
}

/** Removes a code that was read as the name of a share, so that no reply repeats it. */
function withoutCodes(
  { named: _named, ...understood }: Understood,
  codes: readonly string[],
): Understood {
  const { reading } = understood;
  if (reading.intent === 'unknown') {
    const { suggestion: _suggestion, ...rest } = reading;
    return { ...understood, reading: rest };
  }
  const bare = (text: string) =>
    plainField(text)
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
  const said = Object.entries(reading).flatMap(([field, value]) =>
    field !== 'intent' && typeof value === 'string' ? [bare(value)] : [],
  );
  return codes.some((code) => said.some((one) => one.includes(bare(code))))
    ? { ...understood, reading: { intent: 'refused', reason: 'share_not_found' } }
    : understood;
}

/** Locks the conversations. In the same round trip, finds which messages were taken before and who is behind each address. */
async function lockAndLook(
  tx: Queries,
  { keyring, world }: ConversationDependencies,
  {
    institutionId,
    messages,
  }: { readonly institutionId: number; readonly messages: readonly Received[] },
) {
  const keys = hashed(institutionId, messages, keyring);
  const look = () =>
    [
      knownInbound(tx, institutionId, messages),
      findSenders(
        tx,
        institutionId,
        keys.map(({ key, blindIndexes }) => ({ channel: key.channel, blindIndexes })),
      ),
    ] as const;
  let isBegun = false;
  const locking = lockConversations(tx, { institutionId, keys, keyring, world }, () => {
    isBegun = true;
  });
  const [conversations, ...looked] = await together([locking, ...look()]);
  // A conversation begun here was not locked during the look, so look again.
  const [known, senders] = isBegun ? await together(look()) : looked;
  return { conversations, known, senders };
}

/** What reading needs to know about an institution and a member. */
export function contextOf(
  institution: Institution,
  shares: readonly Share[],
  language: ReadingContext['language'],
): ReadingContext {
  const { words, x, keywords, service, portalName, routingNumber } = institution.settings;
  return {
    words,
    keywords,
    names: [institution.name, service, portalName],
    handles: x ? [x.handle] : [],
    currency: institution.currency,
    routing: routingNumber,
    ...(shares.length > 0 ? { shares } : {}),
    ...(language ? { language } : {}),
  };
}
