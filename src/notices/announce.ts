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

/** What was changed, and whose. */
export interface Change {
  readonly memberId: string;
  readonly what: Announced;
  /** The address that the change is about: it knows, or must not be told. */
  readonly exceptAddressId?: string | undefined;
}

/** With what notices are queued. */
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
 * Tells a member on all other channels that something about their access or service was changed: whoever did it, they learn of
 * it. A short notice in the member's language, ending in the code as all messages do, to every proven address but the one that
 * changed; a suspended or paused one gets none. Queued in the transaction that changes it, whose batch writes the event.
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

/** A proven address that a notice may go to. */
export interface Target {
  readonly addressId: string;
  readonly channel: ChannelName;
  readonly conversationId: string | null;
  readonly language: Language | null;
  readonly zone: string | null;
}

/** The proven addresses of these members, or just these addresses. */
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

/** A security notice that nobody could be sent for so long is dropped. */
const lifeHours = 72;

/** Queues what is told unasked, each in the language of its member. */
export async function queueNotices(
  tx: Queries,
  context: NoticeContext,
  notices: readonly { readonly target: Target; readonly reply: Reply }[],
  purpose: 'notice' | 'unreadable' = 'notice',
): Promise<void> {
  const { world, institution, keyring } = context;
  if (notices.length === 0 || !keyring) return;
  const now = world.clock.now();
  const begun = await beginMissing(
    tx,
    { world, institution, keyring },
    notices.map(({ target }) => target),
  );
  await enqueue(
    tx,
    batchOf(tx, { institutionId: institution.id, world, keyring }),
    notices.flatMap(({ target, reply }) => {
      const conversationId = target.conversationId ?? begun.get(target.addressId);
      if (conversationId === undefined) return [];
      const language = target.language ?? institution.settings.languages[0] ?? defaultLanguage;
      return [
        {
          id: world.ids.next(),
          conversationId,
          channel: target.channel,
          addressId: target.addressId,
          purpose,
          priority: 1 as const,
          text: render(
            reply,
            voiceOf(institution, { language, zone: target.zone ?? undefined }, target.channel, now),
          ),
          language,
          queuedAt: now,
          expiresAt: now.add({ hours: lifeHours }),
        },
      ];
    }),
  );
}

/** By address, the conversation of those that don't know theirs yet. */
async function beginMissing(
  tx: Queries,
  { world, institution, keyring }: NoticeContext & { readonly keyring: Keyring },
  targets: readonly Target[],
): Promise<Map<string, string>> {
  const missing = targets.filter(({ conversationId }) => conversationId === null);
  if (missing.length === 0) return new Map();
  return conversationsOfAddresses(
    tx,
    { institutionId: institution.id, keyring, world },
    missing.map(({ addressId }) => addressId),
  );
}
