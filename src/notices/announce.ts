import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import { batchOf } from '../audit/batch.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Announced } from '../kernel/vocabulary/change.ts';
import type { Reply } from '../wording/reply.ts';
import { voiceOf } from '../wording/voice.ts';
import { render } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelName } from '../messages/channel.ts';
import { conversationsOfAddresses } from '../messages/complete-conversations.ts';
import { enqueue } from '../messages/enqueue.ts';
import type { NewOutbound } from '../messages/outbound.ts';

/** A change, and whose it is. */
export interface Change {
  readonly memberId: string;
  readonly what: Announced;
  /** The address that the change is about: its member knows already, or must not learn of it there. */
  readonly exceptAddressId?: string | undefined;
}

/** What queuing notices needs. */
export interface NoticeContext {
  readonly world: World;
  readonly institution: Institution;
  /**
   * Signs the notices, and begins the conversation of an address that nobody has written to or from yet. Without it nobody is told:
   * nothing leaves that no signature vouches for.
   */
  readonly keyring?: Keyring | undefined;
}

/**
 * Tells a member on all other channels that something was changed (`queueAnnouncement`), and adds the domain event of it to the
 * transaction’s batch.
 */
export async function announceChange(
  tx: Queries,
  context: NoticeContext,
  change: Change,
): Promise<void> {
  const { memberId, what, exceptAddressId: addressId } = change;
  await queueAnnouncement(tx, context, change);
  const { world, institution, keyring } = context;
  batchOf(tx, { institutionId: institution.id, world, keyring }).tell([
    { kind: 'changed', memberId, what, addressId },
  ]);
}

/**
 * Queues a notice of a change to a member's access or service on all their other channels. So they learn of it even if someone else
 * made it. It goes to every proven address but the one that changed, in the member's language and with the code at its end.
 * Suspended and paused addresses get none. Call it in the transaction that makes the change; that batch writes the event.
 */
export async function queueAnnouncement(
  tx: Queries,
  context: NoticeContext,
  change: Change,
): Promise<void> {
  const targets = await targetsOf(tx, context.institution.id, { memberIds: [change.memberId] });
  await queueNotices(
    tx,
    context,
    targets
      .filter(({ addressId }) => addressId !== change.exceptAddressId)
      .map((target) => ({ target, reply: { reply: 'announced', what: change.what } })),
  );
}

/** A proven address that can get a notice. */
export interface Target {
  readonly addressId: string;
  readonly channel: ChannelName;
  readonly conversationId: string | null;
  readonly language: Language | null;
  readonly zone: string | null;
}

/** Finds the proven addresses of these members, or just these addresses. */
export async function targetsOf(
  q: Queries,
  institutionId: number,
  of: { readonly memberIds: readonly string[] } | { readonly addressIds: readonly string[] },
): Promise<Target[]> {
  const [column, ids] =
    'memberIds' in of ? (['member_id', of.memberIds] as const) : (['id', of.addressIds] as const);
  return q.query<Target>(
    `select a.id as "addressId", a.channel, a.conversation_id as "conversationId", m.language, m.zone
      from addresses a
      join members m on m.institution_id = $1 and m.id = a.member_id
      where a.institution_id = $1 and a.${column} = any($2::uuid[]) and a.state = 'proven'
      order by a.id`,
    [institutionId, ids],
  );
}

/** What can't be sent for so many hours is dropped. An alert is old news sooner than a security notice. */
const lives = { notice: 72, unreadable: 72, alert: 24 } as const;

/**
 * Queues unrequested messages, each in its member's language.
 * @returns the message of each, in order; `undefined`: its address can't be read with our keys, or nothing signs it
 */
export async function queueNotices(
  tx: Queries,
  context: NoticeContext,
  notices: readonly { readonly target: Target; readonly reply: Reply }[],
  purpose: keyof typeof lives = 'notice',
): Promise<(string | undefined)[]> {
  const { world, institution, keyring } = context;
  if (notices.length === 0 || !keyring) return notices.map(() => undefined);
  const now = world.clock.now();
  const begun = await beginMissing(
    tx,
    { world, institution, keyring },
    notices.map(({ target }) => target),
  );
  const queued = notices.map(({ target, reply }): NewOutbound | undefined => {
    const conversationId = target.conversationId ?? begun.get(target.addressId);
    if (conversationId === undefined) return undefined;
    const language = target.language ?? institution.settings.languages[0] ?? defaultLanguage;
    return {
      id: world.ids.next(),
      conversationId,
      channel: target.channel,
      addressId: target.addressId,
      purpose,
      priority: 1,
      text: render(
        reply,
        voiceOf(institution, { language, zone: target.zone ?? undefined }, target.channel, now),
      ),
      language,
      queuedAt: now,
      expiresAt: now.add({ hours: lives[purpose] }),
    };
  });
  await enqueue(
    tx,
    batchOf(tx, { institutionId: institution.id, world, keyring }),
    queued.filter((one) => one !== undefined),
  );
  return queued.map((one) => one?.id);
}

/** Begins conversations for addresses that have none. @returns them by address */
export async function beginMissing(
  tx: Queries,
  { world, institution, keyring }: NoticeContext & { readonly keyring: Keyring },
  targets: readonly Pick<Target, 'addressId' | 'conversationId'>[],
): Promise<Map<string, string>> {
  const missing = targets.filter(({ conversationId }) => conversationId === null);
  if (missing.length === 0) return new Map();
  return conversationsOfAddresses(
    tx,
    { institutionId: institution.id, keyring, world },
    missing.map(({ addressId }) => addressId),
  );
}
