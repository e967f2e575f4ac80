import type { Queries } from '../../database/database.ts';
import type { Handover } from '../../staff/handovers/handover.ts';
import { answeredSince } from '../../staff/handovers/events.ts';
import { closeTask } from '../../staff/task-work.ts';
import { actorOf } from '../audit-log.ts';
import type { StaffContext } from '../request-context.ts';
import { inTheInbox } from './person-of.ts';

/**
 * Closes the tasks by which the member asked for a person in this conversation, once a person has
 * answered there. An urgent one stays open: a stop payment or a lost card needs an outcome of its own.
 * @returns their references
 */
export async function closeAnsweredTasks(
  tx: Queries,
  request: StaffContext,
  handover: Pick<Handover, 'conversationId' | 'memberId' | 'begunAt'>,
): Promise<string[]> {
  const { institution, world } = request;
  const { conversationId, memberId, begunAt } = handover;
  const key = { institutionId: institution.id, conversationId };
  if (!(await answeredSince(tx, { ...key, since: begunAt }))) return [];
  const asked = await tx.query<{ reference: string }>(
    `select t.reference from tasks t
      where t.institution_id = $1 and t.member_id = $2 and t.kind = 'agent' and t.state = 'open' and not t.urgent
        and exists (select from inbound i where i.institution_id = $1 and i.conversation_id = $3
          and i.channel = split_part(t.inbound_key, ':', 1)
          and i.external_id = substr(t.inbound_key, strpos(t.inbound_key, ':') + 1))
      order by t.reference`,
    [institution.id, memberId, conversationId],
  );
  const actor = actorOf(inTheInbox(request));
  for (const { reference } of asked)
    await closeTask(tx, world, {
      institution,
      reference,
      actor,
      outcome: 'answered in the conversation',
    });
  return asked.map(({ reference }) => reference);
}
