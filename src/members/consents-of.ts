import type { Queries } from '../database/database.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { NewConsent } from './consents.ts';

/** An agreement or a withdrawal, as it was recorded. */
export interface Consent {
  readonly id: string;
  readonly kind: NewConsent['kind'];
  readonly version: string;
  readonly channel: ChannelName | null;
  readonly addressId: string | null;
  readonly conversationId: string | null;
  /** Where it came from: `message x:1859…`, `enrollment …`, `in the online bank`. */
  readonly how: string;
  readonly at: Temporal.Instant;
}

/** The most consents in one answer: no address has as many. */
export const consentsMax = 500;

/** Lists the consents of a member or of conversations, newest first. */
export async function consentsOf(
  q: Queries,
  institutionId: number,
  whose: { readonly memberId: string | null; readonly conversationIds: readonly string[] },
): Promise<Consent[]> {
  return q.query<Consent>(
    `select id, kind, version, channel, address_id as "addressId", conversation_id as "conversationId", how, at
      from consents where institution_id = $1 and (member_id = $2 or conversation_id = any($3::uuid[]))
      order by at desc, id desc limit ${consentsMax}`,
    [institutionId, whose.memberId, whose.conversationIds],
  );
}
