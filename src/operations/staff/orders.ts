import { z } from 'zod';
import { endOrderByStaff } from '../../conversation/end-order-by-staff.ts';
import type { Found } from '../../core/remote/end-order.ts';
import { orderStates } from '../../core/remote/order-row.ts';
import { listOpenOrders } from '../../core/remote/order-store.ts';
import { actorOf, recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { orderShown } from './order-shown.ts';
import { keyringOf } from './keyring-of.ts';

const keyField = z.string().trim().min(1).max(200).describe('The key, as the list has it.');

/** Lists the transfers at another core that are not confirmed, oldest first. */
export const listOrders = operation({
  id: 'listOrders',
  summary: 'Lists transfers at another core that are not confirmed, oldest first',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({}),
  output: z.object({
    orders: z.array(
      z.object({
        key: z.string(),
        state: z.enum(orderStates),
        askedAt: z.string(),
        amount: z.string().describe('In minor units.'),
        what: z.string(),
      }),
    ),
  }),
  refusals: [],
  run: async ({ db, institution }) => ({
    orders: (await listOpenOrders(db, institution.id)).map((order) => ({
      key: order.key,
      state: order.state,
      askedAt: order.askedAt.toString(),
      amount: order.amount.toString(),
      what: order.fromDescription,
    })),
  }),
});

/** Ends a transfer at another core as posted: staff found it there. */
export const confirmOrder = operation({
  id: 'confirmOrder',
  summary: 'Ends a transfer at another core as posted, with the core’s reference',
  access: 'staff',
  permission: 'end_order',
  input: z.strictObject({
    key: keyField,
    reference: z
      .string()
      .trim()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9 ./:_-]{0,39}$/,
        'is 1 to 40 letters, digits, spaces and . / : _ -',
      )
      .describe('What the core calls the posting. The member gets it as their receipt.'),
  }),
  output: z.object({ ended: z.literal('posted') }),
  refusals: ['order_unknown', 'order_under_way', 'order_ended', 'keys_missing'],
  difference: async (request, { key, reference }) =>
    orderShown(request, { key, after: `posted, as ${reference}` }),
  run: async (request, { key, reference }) => {
    const refused = await end(request, { key, found: { state: 'posted', reference } });
    return refused ?? { ended: 'posted' as const };
  },
});

/** Ends a transfer at another core as one that was not posted and never will be. */
export const abandonOrder = operation({
  id: 'abandonOrder',
  summary: 'Ends a transfer at another core as one that never was posted',
  access: 'staff',
  permission: 'end_order',
  input: z.strictObject({ key: keyField }),
  output: z.object({ ended: z.literal('abandoned') }),
  refusals: ['order_unknown', 'order_under_way', 'order_ended', 'keys_missing'],
  difference: async (request, { key }) => orderShown(request, { key, after: 'never posted' }),
  run: async (request, { key }) => {
    const refused = await end(request, { key, found: { state: 'abandoned' } });
    return refused ?? { ended: 'abandoned' as const };
  },
});

async function end(
  request: StaffContext,
  { key, found }: { readonly key: string; readonly found: Found },
): Promise<Refused | undefined> {
  const { institution, world } = request;
  const context = { institution, world, keyring: keyringOf(request) };
  const refused = await request.db.transaction(async (tx) => {
    const done = await endOrderByStaff(tx, context, { key, found, actor: actorOf(request) });
    if (!done.ended) return notEnded(key, done.state);
    await recordInAuditLog(tx, request, {
      what: `core_order_${found.state}`,
      subject: key,
      detail: found.state === 'posted' ? { reference: found.reference } : {},
    });
    return undefined;
  });
  if (!refused) request.queued();
  return refused;
}

function notEnded(key: string, state: (typeof orderStates)[number] | undefined): Refused {
  if (state === undefined) return refuse('order_unknown', { field: 'key', facts: { key } });
  if (state === 'asked' || state === 'sent' || state === 'unknown')
    return refuse('order_under_way', { facts: { key } });
  return refuse('order_ended', { facts: { key, state } });
}
