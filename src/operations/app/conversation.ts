import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { readPending } from '../../commands/pending.ts';
import type { Pending } from '../../commands/pending.ts';
import type { MemberContext } from '../request-context.ts';
import { channel } from './channel.ts';

/** The member's conversation in the app. */
export interface AppConversation {
  readonly addressId: string;
  readonly conversationId: string;
  readonly pending: Pending;
  /** STOP was said there, or for all channels. */
  readonly stopped: boolean;
}

/**
 * The address that a device believes to speak for. Devices share a session with the site, so another
 * member may have signed in meanwhile.
 */
export const addressField = z
  .uuid()
  .optional()
  .describe('The address that this is meant for. Refused if it is not the member’s.');

/** Tells whether a device means another address than the member's. */
export function isOther({ addressId }: AppConversation, meant: string | undefined): boolean {
  return meant !== undefined && meant.toLowerCase() !== addressId;
}

/** Finds the member's conversation in the app. @returns `undefined` if they have not opened it */
export async function findConversation(
  q: Queries,
  { institution, member }: Pick<MemberContext, 'institution' | 'member'>,
): Promise<AppConversation | undefined> {
  const [row] = await q.query<Omit<AppConversation, 'pending'> & { readonly pending: unknown }>(
    `select a.id as "addressId", c.id as "conversationId", c.pending,
        (c.opted_out_at is not null or exists (select from member_opt_outs o
          where o.institution_id = $1 and o.member_id = a.member_id)) as stopped
      from addresses a
      join conversations c on c.institution_id = $1 and c.id = a.conversation_id
      where a.institution_id = $1 and a.member_id = $2 and a.channel = $3 and a.state in ('proven', 'suspended', 'paused')`,
    [institution.id, member.id, channel],
  );
  return row && { ...row, pending: readPending(row.pending) };
}
