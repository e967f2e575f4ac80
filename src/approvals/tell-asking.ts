import { batchOf } from '../audit/batch.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { defaultLanguage, isLanguage } from '../kernel/vocabulary/language.ts';
import type { World } from '../kernel/world.ts';
import { render } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import { enqueue } from '../messages/enqueue.ts';
import type { Reply } from '../wording/reply.ts';
import { voiceOf } from '../wording/voice.ts';
import type { Approval } from './approval.ts';

/** What this folder's functions need besides the database. */
export interface ApprovalContext {
  readonly world: World;
  readonly keyring: Keyring;
  readonly institution: Institution;
}

/** The end of a transfer is no news after a day. */
const life = { hours: 24 };

/**
 * Tells the member on the channel that asked what became of the transfer, in the language in which we answered there. An address that is
 * not proven any more, or is another member's, hears nothing: the site shows it.
 */
export async function tellAsking(
  tx: Queries,
  { world, keyring, institution }: ApprovalContext,
  approval: Approval,
  reply: Reply,
): Promise<void> {
  const { institutionId, addressId, channel } = approval;
  const [row] = await tx.query<{ zone: string | null }>(
    `select m.zone from addresses a join members m on m.institution_id = $1 and m.id = a.member_id
      where a.institution_id = $1 and a.id = $2 and a.member_id = $3 and a.state = 'proven'`,
    [institutionId, addressId, approval.memberId],
  );
  if (!row) return;
  const now = world.clock.now();
  const language = isLanguage(approval.language) ? approval.language : defaultLanguage;
  await enqueue(tx, batchOf(tx, { institutionId, world, keyring }), [
    {
      id: world.ids.next(),
      conversationId: approval.conversationId,
      channel,
      addressId,
      purpose: 'reply',
      priority: 0,
      inReplyTo: approval.inboundKey,
      text: render(
        reply,
        voiceOf(institution, { language, zone: row.zone ?? undefined }, channel, now),
      ),
      language,
      queuedAt: now,
      expiresAt: now.add(life),
    },
  ]);
}
