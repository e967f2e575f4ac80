import { phoneChannels, type PhoneChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reply, ShareLabel } from '../wording/reply.ts';
import { voiceOf } from '../wording/voice.ts';
import { render as worded } from '../languages/wording.ts';
import { addressKey } from '../members/bind-address.ts';
import type { Institution } from '../members/institution.ts';
import { setAddressState } from '../members/address-state.ts';
import type { Sender } from '../members/member.ts';
import { findSenders } from '../members/senders.ts';
import { hashed } from '../messages/conversation-keys.ts';
import { lockConversations, type Conversation } from '../messages/conversations.ts';
import { dropPending } from '../messages/drop-pending.ts';
import { batchOf } from '../audit/batch.ts';
import { enqueue } from '../messages/enqueue.ts';
import { announceChange } from '../notices/announce.ts';
import { completeEnrollments, type Completed, type Proven } from './complete.ts';
import { enrollmentAddressPlace, triesMax, type EnrollmentState } from './enrollment.ts';
import type { EnrollmentPlace } from './read-enrollment.ts';
import { tidied, wordBlindIndexes } from './words.ts';

export interface PhoneFinish {
  readonly place: EnrollmentPlace;
  /** The one-time code as entered. */
  readonly word: string;
  /** The language of the welcome. */
  readonly language: Language;
  /**
   * Moves the number here if it serves another membership: one number serves one membership, and a signed-in holder of the phone
   * decides which.
   */
  readonly moveHere?: boolean | undefined;
  /** For the welcome's examples. */
  readonly share?: ShareLabel | undefined;
}

export type PhoneFinishRefusal =
  | { readonly refused: 'not_found' | 'address_opted_out' | 'serves_another' }
  | { readonly refused: 'word_wrong'; readonly triesLeft: number }
  | { readonly refused: 'over'; readonly state: EnrollmentState };

interface Row extends Omit<Proven, 'channel' | 'ownAddressId'> {
  readonly state: EnrollmentState;
  readonly wordBlindIndex: Uint8Array;
  readonly tries: number;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Finishes a phone's enrollment with the one-time code entered on the page: within ten minutes, in five tries, in the session that
 * asked. Binds the number or verifies it again, and sends a welcome with its code.
 */
export async function finishPhoneEnrollment(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  finish: PhoneFinish,
): Promise<Completed | PhoneFinishRefusal> {
  const { keyring, world, institution } = context;
  const { place } = finish;
  const [encrypted] = await tx.query<{ address: Uint8Array; channel: PhoneChannel }>(
    `select address, channel from enrolments
      where institution_id = $1 and id = $2 and member_id = $3 and session_id = $4 and channel = any($5::text[])`,
    [institution.id, place.id, place.memberId, place.sessionId, phoneChannels],
  );
  if (!encrypted) return { refused: 'not_found' };
  const { channel } = encrypted;
  const address = keyring.decrypt(
    'address',
    enrollmentAddressPlace(institution.id, place.id),
    encrypted.address,
  );
  // Lock the conversation first, as a batch does, so that decisions about this address happen one after another.
  const [conversation] = await lockConversations(tx, {
    institutionId: institution.id,
    keys: hashed(institution.id, [{ channel, address }], keyring),
    keyring,
    world,
  });
  const row = await lockRow(tx, place);
  if (!row || !conversation) return { refused: 'not_found' };
  const now = world.clock.now();
  const end = async (state: EnrollmentState, tries = row.tries): Promise<void> => {
    await tx.query(
      `update enrolments set state = $3, tries = $4, ended_at = case when $3 = 'pending' then null else $5::timestamptz end
        where institution_id = $1 and id = $2`,
      [institution.id, row.id, state, tries, now],
    );
  };
  if (row.state !== 'pending') return { refused: 'over', state: row.state };
  if (Temporal.Instant.compare(row.expiresAt, now) <= 0) {
    await end('expired');
    return { refused: 'over', state: 'expired' };
  }
  const entered = wordBlindIndexes(keyring, institution.id, tidied(finish.word));
  if (!entered.some((one) => Buffer.from(one).equals(row.wordBlindIndex))) {
    const tries = row.tries + 1;
    const state = tries >= triesMax ? 'wrong_tries' : 'pending';
    await end(state, tries);
    return state === 'pending'
      ? { refused: 'word_wrong', triesLeft: triesMax - tries }
      : { refused: 'over', state };
  }
  const [sender] = await findSenders(tx, institution.id, [
    {
      channel,
      blindIndexes: keyring.blindIndexes('address', addressKey(institution.id, channel, address)),
    },
  ]);
  if (conversation.optedOutAt) return { refused: 'address_opted_out' };
  const isOwn = sender?.member.id === place.memberId;
  if (sender && !isOwn) {
    // The code was right, so this person holds the phone. They may learn that it serves another membership, and decide.
    if (!finish.moveHere) return { refused: 'serves_another' };
    await leaveOther(tx, context, { sender, conversation });
  }
  const [completed] = await completeEnrollments(tx, context, [
    { ...row, channel, ...(sender && isOwn ? { ownAddressId: sender.address.id } : {}) },
  ]);
  if (!completed) return { refused: 'not_found' };
  await welcome(tx, context, { finish, channel, conversation, completed });
  return completed;
}

/** Removes the number from the other membership and notifies its other channels. Pending questions there are void. */
async function leaveOther(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  { sender, conversation }: { readonly sender: Sender; readonly conversation: Conversation },
): Promise<void> {
  const institutionId = context.institution.id;
  await setAddressState(tx, institutionId, {
    addressIds: [sender.address.id],
    state: 'removed',
    reason: 'moved to another membership',
  });
  await dropPending(tx, institutionId, conversation.id);
  await announceChange(tx, context, {
    memberId: sender.member.id,
    what: 'address_removed',
    exceptAddressId: sender.address.id,
  });
}

async function lockRow(tx: Queries, place: EnrollmentPlace): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(
    `select id, member_id as "memberId", address, handle, word_lookup as "wordBlindIndex", tries, state,
        may_move_money as "mayMoveMoney", per_transfer as "perTransfer", per_day as "perDay", expires_at as "expiresAt"
      from enrolments
      where institution_id = $1 and id = $2 and member_id = $3 and session_id = $4
      for update`,
    [place.institutionId, place.id, place.memberId, place.sessionId],
  );
  return row;
}

async function welcome(
  tx: Queries,
  {
    world,
    institution,
    keyring,
  }: { readonly world: World; readonly institution: Institution; readonly keyring: Keyring },
  {
    finish: { language, share },
    channel,
    conversation,
    completed,
  }: {
    finish: PhoneFinish;
    channel: PhoneChannel;
    conversation: Conversation;
    completed: Completed;
  },
): Promise<void> {
  const now = world.clock.now();
  const reply = completed.isNew
    ? ({ reply: 'welcome', ...(share ? { share } : {}) } as const)
    : ({ reply: 'verified_again' } as const);
  // Phones may silence the texts of a number that they don't know.
  const replies: readonly Reply[] = completed.isNew ? [reply, { reply: 'contact_card' }] : [reply];
  await enqueue(
    tx,
    batchOf(tx, { institutionId: institution.id, world, keyring }),
    replies.map((one) => ({
      id: world.ids.next(),
      conversationId: conversation.id,
      channel,
      addressId: completed.addressId,
      purpose: 'welcome',
      priority: 0,
      text: worded(one, voiceOf(institution, { language }, channel, now)),
      language,
      queuedAt: now,
      expiresAt: now.add({ hours: 24 }),
    })),
  );
}
