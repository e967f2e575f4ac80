import { z } from 'zod';
import { listStaffApprovals } from '../dual-control/list-approvals.ts';
import { approvalSchema } from '../dual-control/approval-schema.ts';
import { listConversations } from '../inbox/list-conversations.ts';
import { listedSchema } from '../inbox/conversation-fields.ts';
import { operation } from '../operation.ts';
import { perform } from '../perform.ts';
import { rightOf, type StaffPermission } from '../permissions.ts';
import type { StaffContext } from '../request-context.ts';
import { deadlineSchema, deadlinesOfDay } from './deadlines.ts';
import { sendingSchema, sendingToday } from './sending-today.ts';
import { pressingTasks, workSchema } from './pressing-tasks.ts';

/** How many of each list the page shows. */
const shownMax = 5;

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.int(), first: z.array(item).describe('The few most pressing.') });

/** Reads what waits for people now. A part is null for roles that may not see what it counts. */
export const readToday = operation({
  id: 'readToday',
  summary: 'Shows what waits for people now: deadlines, conversations, tasks, approvals, sending',
  access: 'staff',
  permission: 'read_today',
  input: z.strictObject({}),
  output: z.object({
    at: z.string().describe('When it was counted.'),
    deadlines: listOf(deadlineSchema).extend({ late: z.int() }).nullable(),
    waiting: listOf(listedSchema).extend({ longestSince: z.string().nullable() }).nullable(),
    urgent: listOf(workSchema).nullable(),
    alarms: listOf(workSchema).nullable(),
    approvals: listOf(approvalSchema)
      .extend({ alone: z.int().describe('Done by one alone, and nobody has looked at it.') })
      .nullable(),
    sending: sendingSchema.nullable(),
  }),
  refusals: [],
  run: async (request) => {
    const may = (permission: StaffPermission) =>
      rightOf(request.principal.roles, permission) !== undefined;
    const tasks = may('read_messages') ? await pressingTasks(request, shownMax) : undefined;
    const deadlines = may('read_messages') ? await deadlinesOfDay(request) : undefined;
    return {
      at: request.world.clock.now().toString(),
      deadlines: deadlines
        ? {
            count: deadlines.length,
            late: deadlines.filter(({ late }) => late).length,
            first: deadlines.slice(0, shownMax),
          }
        : null,
      waiting: may('read_messages') ? await waitingNow(request) : null,
      urgent: tasks?.urgent ?? null,
      alarms: tasks?.alarms ?? null,
      approvals: may('read_approvals') ? await approvalsNow(request) : null,
      sending: may('read_health') ? await sendingToday(request) : null,
    };
  },
});

async function waitingNow(request: StaffContext) {
  const { done } = await perform(request, listConversations, { view: 'waiting' });
  return {
    count: done?.counts.waiting ?? 0,
    longestSince: done?.longestSince ?? null,
    first: done?.conversations.slice(0, shownMax) ?? [],
  };
}

/** Those that this person may decide, and acts that one person did alone. */
async function approvalsNow(request: StaffContext) {
  const { done } = await perform(request, listStaffApprovals, {});
  const mine = done?.approvals.filter(({ mayDecide }) => mayDecide) ?? [];
  const alone = done?.approvals.filter(({ state }) => state === 'alone') ?? [];
  return {
    count: mine.length,
    alone: alone.length,
    first: [...alone, ...mine].slice(0, shownMax),
  };
}
