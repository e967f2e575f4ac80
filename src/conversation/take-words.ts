import { isAccountChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import { matchWords, type SaidWord } from '../enrollment/match-words.ts';
import { wordIn } from '../enrollment/words.ts';
import type { Institution } from '../members/institution.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { isOptedOut, type Participant } from './participant.ts';

/**
 * Matches messages in the shape of a one-time code with open enrollments: one statement for the batch, or none if no message has
 * that shape.
 * @returns the participants in order; those whose code belongs to an enrollment get the result
 */
export async function takeWords(
  tx: Queries,
  { keyring, world }: ConversationDependencies,
  institution: Institution,
  participants: readonly Participant[],
): Promise<readonly Participant[]> {
  const said = participants.flatMap((participant) => saidWord(participant) ?? []);
  if (said.length === 0) return participants;
  const matched = await matchWords(tx, { keyring, world, institution }, said);
  if (matched.size === 0) return participants;
  const welcomed = [...matched.values()].flatMap((one) =>
    one.matched === 'completed' ? [one.memberId] : [],
  );
  const shares =
    welcomed.length > 0
      ? await loadShares(tx, institution.id, [...new Set(welcomed)])
      : new Map<string, never[]>();
  return participants.map((participant) => {
    const word = matched.get(participant.key);
    if (!word) return participant;
    if (word.matched === 'missed') return { ...participant, word };
    const own = (shares.get(word.memberId) ?? []).filter(({ maySee }) => maySee);
    const share = own.find(({ id }) => id === word.defaultShareId) ?? own[0];
    return { ...participant, word: { ...word, ...(share ? { share } : {}) } };
  });
}

function saidWord({
  message,
  key,
  sender,
  understood,
  ...participant
}: Participant): SaidWord | undefined {
  const { channel } = message;
  if (!isAccountChannel(channel) || message.public || isOptedOut(participant)) return undefined;
  const word = wordIn(message.text);
  if (word === undefined) return undefined;
  return {
    key,
    channel,
    address: message.address,
    word,
    isNothingElse: understood.reading.intent === 'unknown' || understood.guess !== undefined,
    isSigned: message.isSigned === true,
    ...(sender ? { bound: { memberId: sender.member.id, addressId: sender.address.id } } : {}),
  };
}
