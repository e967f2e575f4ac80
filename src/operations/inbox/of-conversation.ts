import type { Queries } from '../../database/database.ts';
import { staffConversation, type StaffConversation } from '../../messages/staff-conversation.ts';
import type { Handover } from '../../staff/handovers/handover.ts';
import { findHandover } from '../../staff/handovers/store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { inTheInbox } from './person-of.ts';

/** What a change of a conversation works with. Both rows are locked. */
export interface ConversationChange {
  readonly tx: Queries;
  readonly conversation: StaffConversation;
  readonly handover: Handover | undefined;
}

/**
 * Changes a conversation in one transaction with its entry in the audit log. Meanwhile no message
 * comes in, and nobody else changes it.
 * @param change.what the name in the audit log
 */
export async function changeOfConversation<Done extends object>(
  request: StaffContext,
  change: { readonly conversationId: string; readonly what: string; readonly detail?: object },
  work: (given: ConversationChange) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  const { institution } = request;
  const { conversationId, what, detail } = change;
  const key = { institutionId: institution.id, conversationId };
  return request.db.transaction(async (tx): Promise<Done | Refused> => {
    const conversation = await staffConversation(tx, key, { lock: true });
    if (!conversation) return refuse('conversation_unknown');
    const handover = await findHandover(tx, key, { lock: true });
    const done = await work({ tx, conversation, handover });
    if (isRefused(done)) return done;
    await recordInAuditLog(tx, inTheInbox(request), {
      what,
      subject: conversation.memberNumber,
      detail: { conversationId, ...detail },
    });
    return done;
  });
}
