import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { addressStates } from '../../kernel/vocabulary/address-state.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import {
  conversationsOfMember,
  type StaffConversation,
} from '../../messages/staff-conversation.ts';
import type { StaffContext } from '../request-context.ts';
import { shownHandle } from '../shown-handle.ts';

/** What to know of a member while writing with them. No balance, no code. */
export const contextSchema = z.object({
  lockedAt: z.string().nullable().describe('Since when the service is locked for the member.'),
  tasks: z.array(
    z.object({
      reference: z.string(),
      subject: z.string(),
      urgent: z.boolean(),
      takenBy: z.string().nullable(),
    }),
  ),
  cases: z.array(z.object({ reference: z.string(), dueOn: z.string() })),
  addresses: z.array(
    z.object({
      conversationId: z.string(),
      channel: z.enum(channelNames),
      name: z.string(),
      state: z.enum(addressStates),
      stopped: z.boolean(),
    }),
  ),
});

export type MemberContext = z.output<typeof contextSchema>;

/** The most open tasks and cases beside a conversation. */
const workMax = 10;

/** Reads what to know of a member: locks, open tasks and cases, channels. */
export async function contextOfMember(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  { memberId }: Pick<StaffConversation, 'memberId'>,
): Promise<z.input<typeof contextSchema>> {
  const key = [institution.id, memberId];
  const [member] = await q.query<{ lockedAt: Temporal.Instant | null }>(
    'select locked_at as "lockedAt" from members where institution_id = $1 and id = $2',
    key,
  );
  const tasks = await q.query<MemberContext['tasks'][number]>(
    `select reference, subject, urgent, taken_by as "takenBy" from tasks
      where institution_id = $1 and member_id = $2 and state = 'open'
      order by urgent desc, created_at desc limit ${workMax}`,
    key,
  );
  const cases = await q.query<{ reference: string; dueOn: Temporal.PlainDate }>(
    `select reference, due_on as "dueOn" from cases
      where institution_id = $1 and member_id = $2 and state = 'open' order by due_on limit ${workMax}`,
    key,
  );
  const addresses = await conversationsOfMember(q, { institutionId: institution.id, memberId });
  return {
    lockedAt: member?.lockedAt?.toString() ?? null,
    tasks,
    cases: cases.map(({ reference, dueOn }) => ({ reference, dueOn: dueOn.toString() })),
    addresses: addresses.map((one) => ({
      conversationId: one.id,
      channel: one.channel,
      name: shownHandle(one.channel, one.addressName) ?? '',
      state: one.addressState,
      stopped: one.stoppedAt !== null,
    })),
  };
}
