import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import { read } from '../language/read.ts';
import type { ReadingContext } from '../language/reading.ts';
import type { Institution } from '../members/institution.ts';
import { findSenders } from '../members/senders.ts';
import { lockConversations } from '../messages/conversations.ts';
import { optedOutMembers } from '../messages/opt-outs.ts';
import { inboundKey, knownInbound } from '../messages/inbound.ts';
import { wellFormed } from '../messages/redact.ts';
import { readPending } from '../commands/pending.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import type { ConversationDependencies } from './dependencies.ts';
import type { Participant } from './participant.ts';
import type { Received } from './received.ts';

/**
 * Locks the conversations of a batch, leaves out what was taken before, and reads each text with what is known of its
 * sender.
 * @param reading how texts are read; the answer to a message that fails reads nothing
 * @returns the new messages, in order of arrival
 */
export async function gather(
  tx: Queries,
  dependencies: ConversationDependencies,
  institution: Institution,
  messages: readonly Received[],
  reading: typeof read = read,
): Promise<Participant[]> {
  const { seals, world } = dependencies;
  const conversations = await lockConversations(tx, {
    institutionId: institution.id,
    keys: messages,
    seals,
    world,
  });
  const known = await knownInbound(tx, institution.id, messages);
  const fresh = messages.flatMap((message, index) => {
    const key = inboundKey(message);
    if (known.has(key)) return [];
    known.add(key);
    return [
      {
        message,
        key,
        conversation: present(conversations[index], 'each key has its conversation'),
      },
    ];
  });
  const senders = await findSenders(
    tx,
    institution.id,
    fresh.map(({ conversation: { channel, lookups } }) => ({ channel, lookups })),
  );
  const memberIds = senders.flatMap((sender) => (sender ? [sender.member.id] : []));
  const shares =
    memberIds.length > 0
      ? await loadShares(tx, institution.id, [...new Set(memberIds)])
      : new Map<string, Share[]>();
  const silenced =
    institution.settings.optOutScope === 'all' && memberIds.length > 0
      ? await optedOutMembers(tx, institution.id, memberIds)
      : new Set<string>();
  return fresh.map(({ message, key, conversation }, position) => {
    const sender = senders[position];
    const visible = sender
      ? (shares.get(sender.member.id) ?? []).filter(({ maySee }) => maySee)
      : [];
    return {
      message,
      key,
      position,
      conversation,
      pending: readPending(conversation.pending),
      shares: visible,
      understood: reading(
        wellFormed(message.text),
        contextOf(institution, visible, sender?.member.language),
      ),
      ...(sender ? { sender } : {}),
      ...(sender && silenced.has(sender.member.id) ? { memberOptedOut: true } : {}),
    };
  });
}

/** What reading knows of an institution and a member. */
export function contextOf(
  institution: Institution,
  shares: readonly Share[],
  language: ReadingContext['language'],
): ReadingContext {
  const { words, x } = institution.settings;
  return {
    words,
    handles: x ? [x.handle] : [],
    currency: institution.currency,
    ...(shares.length > 0 ? { shares } : {}),
    ...(language ? { language } : {}),
  };
}
