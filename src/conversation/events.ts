import { keyDoubt, type MoneyDoubt } from '../kernel/vocabulary/lock-reason.ts';
import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import { descriptors } from '../channels/descriptors.ts';
import { batchOf } from '../audit/batch.ts';
import type { Queries } from '../database/database.ts';
import { noteFollow, noteHandle } from '../enrollment/note-account.ts';
import { announceChange } from '../notices/announce.ts';
import { tellUnreadable } from '../notices/tell-unreadable.ts';
import { lockMoney, setHandle } from '../members/address-state.ts';
import { addressKey } from '../members/bind-address.ts';
import type { Institution } from '../members/institution.ts';
import { findSenders } from '../members/senders.ts';
import { openTasks, type NewTask } from '../staff/tasks.ts';
import type { Sender } from '../members/member.ts';
import type { ChannelEvent } from '../messages/channel.ts';
import { hashed } from '../messages/conversation-keys.ts';
import { lockConversations } from '../messages/conversations.ts';
import { enqueue } from '../messages/enqueue.ts';
import { render } from '../languages/wording.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { voiceOf } from '../wording/voice.ts';

/**
 * Takes events about addresses and our own account, each once. An unfollow or a changed handle locks money movement and notifies
 * the member. Withdrawn access and used-up credit reach staff. The messages room handles receipts and echoes.
 */
export async function takeEvents(
  dependencies: ConversationDependencies,
  events: readonly ChannelEvent[],
): Promise<void> {
  const delivery = events.filter(({ event }) => event === 'receipt' || event === 'sent_echo');
  if (delivery.length > 0) await dependencies.delivery(delivery);
  for (const event of events) {
    if (event.event === 'receipt' || event.event === 'sent_echo') continue;
    const institution = await dependencies.institution(event.institutionId);
    const queued = await dependencies.db.transaction(async (tx) => {
      if (!(await isNew(tx, dependencies, event))) return false;
      return takeEvent(tx, dependencies, institution, event);
    });
    if (queued) dependencies.queued();
  }
}

type MemberEvent = Exclude<ChannelEvent, { event: 'receipt' | 'sent_echo' }>;

async function isNew(
  tx: Queries,
  { world }: ConversationDependencies,
  event: MemberEvent,
): Promise<boolean> {
  const inserted = await tx.query(
    `insert into channel_events (institution_id, channel, external_id, event, happened_at)
      values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
    [event.institutionId, event.channel, event.externalId, event.event, world.clock.now()],
  );
  return inserted.length > 0;
}

/** @returns whether a message was queued */
async function takeEvent(
  tx: Queries,
  dependencies: ConversationDependencies,
  institution: Institution,
  event: MemberEvent,
): Promise<boolean> {
  const { world, metrics } = dependencies;
  const at = world.clock.now();
  if (
    event.event === 'access_revoked' ||
    event.event === 'credit_exhausted' ||
    event.event === 'requests_waiting' ||
    event.event === 'not_taken'
  ) {
    metrics.count('alarms', { channel: event.channel, event: event.event });
    const task: NewTask = { kind: 'alarm', subject: alarmOf(event), at };
    await openTasks(tx, world, institution, [task]);
    return false;
  }
  if (descriptors[event.channel].follows) {
    if (event.event === 'handle_changed') await noteHandle(tx, dependencies.keyring, event);
    else if (event.event === 'followed' || event.event === 'unfollowed') {
      const follows = event.event === 'followed';
      await noteFollow(tx, dependencies.keyring, { ...event, follows, at });
    }
  }
  const sender = await senderOf(tx, dependencies, event);
  if (event.event === 'unreadable') {
    metrics.count('unreadable_messages', { channel: event.channel });
    if (sender?.address.state !== 'proven') return false;
    return tellUnreadable(
      tx,
      { world, institution, keyring: dependencies.keyring },
      { memberId: sender.member.id, addressId: sender.address.id, channel: event.channel },
    );
  }
  if (!sender) return false;
  if (event.event === 'followed') {
    if (event.handle !== undefined) {
      await setHandle(tx, institution.id, { addressId: sender.address.id, handle: event.handle });
    }
    return false;
  }
  if (event.event === 'handle_changed') {
    await setHandle(tx, institution.id, { addressId: sender.address.id, handle: event.after });
  }
  return lockAndTell(tx, dependencies, { institution, event, sender });
}

/** The doubt that each event raises. */
const doubts = {
  unfollowed: 'unfollowed',
  handle_changed: 'handle_changed',
  address_changed_keys: 'keys_changed',
} as const satisfies Readonly<Record<string, MoneyDoubt>>;

/** What staff must do before anything is sent there again. */
function alarmOf({ channel, event }: Pick<MemberEvent, 'channel' | 'event'>): string {
  const { title, account } = descriptors[channel];
  if (event === 'requests_waiting')
    return account?.requestsWaiting ?? `Messages of strangers wait on ${title}`;
  if (event === 'not_taken')
    return `A message on ${title} was delivered and can’t be taken. The member has no answer: look in the log`;
  if (event === 'access_revoked')
    return account?.accessRevoked ?? `Access to our account on ${title} was withdrawn`;
  return account?.creditExhausted ?? `The credit of our account on ${title} is exhausted`;
}

async function senderOf(
  tx: Queries,
  { keyring }: ConversationDependencies,
  event: { institutionId: number; channel: ChannelEvent['channel']; address: string },
): Promise<Sender | undefined> {
  const key = addressKey(event.institutionId, event.channel, event.address);
  const [sender] = await findSenders(tx, event.institutionId, [
    { channel: event.channel, blindIndexes: keyring.blindIndexes('address', key) },
  ]);
  return sender;
}

async function lockAndTell(
  tx: Queries,
  { keyring, world }: ConversationDependencies,
  what: {
    institution: Institution;
    event: Extract<MemberEvent, { event: keyof typeof doubts }>;
    sender: Sender;
  },
): Promise<boolean> {
  const { institution, event, sender } = what;
  const at = world.clock.now();
  const reason = doubts[event.event];
  const [conversation] = await lockConversations(tx, {
    institutionId: institution.id,
    keys: hashed(institution.id, [{ channel: event.channel, address: event.address }], keyring),
    keyring,
    world,
  });
  const locked = await lockMoney(tx, institution.id, [
    { addressId: sender.address.id, reason, at },
  ]);
  // Notify once: a member who was already locked knows. Changed keys are more than other doubts.
  const knows = reason === keyDoubt ? locked.length === 0 : sender.address.moneyLockedAt;
  if (!conversation || knows || sender.address.state !== 'proven') return false;
  // Somebody else may read what we send to the address itself.
  if (reason === keyDoubt)
    await announceChange(
      tx,
      { world, institution, keyring },
      { memberId: sender.member.id, what: keyDoubt, exceptAddressId: sender.address.id },
    );
  const language = sender.member.language ?? institution.settings.languages[0] ?? defaultLanguage;
  await enqueue(tx, batchOf(tx, { institutionId: institution.id, world, keyring }), [
    {
      id: world.ids.next(),
      conversationId: conversation.id,
      channel: event.channel,
      addressId: sender.address.id,
      purpose: 'notice',
      priority: 1,
      text: render(
        { reply: 'money_doubt', why: reason },
        voiceOf(institution, { language, zone: sender.member.zone }, event.channel, at),
      ),
      language,
      queuedAt: at,
      expiresAt: at.add({ hours: 72 }),
    },
  ]);
  return true;
}
