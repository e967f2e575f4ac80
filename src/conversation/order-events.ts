import { endOrdered } from '../approvals/end-ordered.ts';
import type { Ended, EndedByStaff, OrderEvents } from '../core/remote/end-order.ts';
import type { OrderRow } from '../core/remote/order-row.ts';
import type { Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Reply } from '../wording/reply.ts';
import { openTasks, type NewTask } from '../staff/tasks.ts';
import { subtractUsage } from '../transfers/usage.ts';
import { lockConversationOf, tellOfOrder, type OrderContext } from './order-reply.ts';
import { orderFacts } from './order-facts.ts';

/** Creates the handlers for orders to a core elsewhere: replies, the day's usage, tasks for staff. */
export function createOrderEvents(dependencies: OrderContext & { queued(): void }): OrderEvents {
  const { world, institution } = dependencies;
  const openTask = async (tx: Transaction, order: OrderRow, task: OrderTask): Promise<string> =>
    openOrderTask(tx, { world, institution }, order, task);
  const tell = async (
    tx: Transaction,
    order: OrderRow,
    worded: (facts: NonNullable<Awaited<ReturnType<typeof orderFacts>>>) => Reply,
  ): Promise<void> => {
    const facts = await orderFacts(tx, order);
    if (facts) {
      await tellOfOrder(tx, dependencies, { order, reply: worded(facts) });
      return;
    }
    await openTask(tx, order, {
      kind: 'alarm',
      subject:
        'A transfer ended, and its accounts are no longer the member’s: tell them what came of it',
      detail: detailOf(order),
    });
  };
  return {
    lock: lockConversationOf,
    ended: async (tx, order, how) => {
      // Apart from telling, which may find nobody to tell.
      await endOrdered(
        tx,
        { world },
        order,
        how.outcome === 'posted' ? { state: 'posted' } : { state: 'refused', reason: whyOf(how) },
      );
      if (how.outcome === 'refused') await subtractUsage(tx, { ...order, day: order.effectiveOn });
      await tell(tx, order, ({ transfer, receipt }) =>
        how.outcome === 'posted'
          ? {
              reply: 'transferred',
              transfer,
              fromAvailable: 'from' in how ? how.from.available : undefined,
              toAvailable: 'to' in how ? how.to.available : undefined,
              at: world.clock.now(),
              receipt: receipt(how.reference),
            }
          : { reply: 'transfer_not_made', transfer, why: whyOf(how) },
      );
    },
    late: async (tx, order) => {
      const reference = await openTask(tx, order, {
        kind: 'core_order',
        subject:
          'A transfer was sent to the core and is not confirmed: find out whether it was posted',
        detail: detailOf(order),
        urgent: true,
      });
      await tell(tx, order, ({ transfer }) => ({
        reply: 'transfer_unconfirmed',
        transfer,
        reference,
      }));
    },
    contradicted: async (tx, order, said) => {
      await openTask(tx, order, {
        kind: 'alarm',
        subject: 'The core contradicts what it said of a transfer: find out whether it was posted',
        detail: `${detailOf(order)}; recorded: ${stateOf(order)}, now told: ${said.outcome === 'posted' ? `posted as ${said.reference}` : said.outcome}`,
        urgent: true,
      });
    },
    queued: () => dependencies.queued(),
  };
}

type OrderTask = Pick<NewTask, 'kind' | 'subject' | 'detail' | 'urgent'>;

/** @returns the task's reference */
async function openOrderTask(
  tx: Transaction,
  { world, institution }: Pick<OrderContext, 'world' | 'institution'>,
  order: OrderRow,
  task: OrderTask,
): Promise<string> {
  const [opened] = await openTasks(tx, world, institution, [
    {
      ...task,
      memberId: order.memberId,
      inboundKey: order.key,
      at: world.clock.now(),
      onItsOwn: true,
    },
  ]);
  return present(opened, 'each task has its reference').reference;
}

function whyOf(
  how: Extract<Ended | EndedByStaff, { outcome: 'refused' }>,
): 'funds' | 'away' | 'refused' {
  if (how.reason === 'insufficient_funds') return 'funds';
  return how.reason === 'books_away' ? 'away' : 'refused';
}

function stateOf({ state, reference }: OrderRow): string {
  return reference === null ? state : `${state} as ${reference}`;
}

/** For staff, to find the order in the core. No text contains account numbers. */
function detailOf({ key, amount, fromDescription, askedAt }: OrderRow): string {
  return `Order ${key}, ${fromDescription}, ${amount} minor units, asked ${askedAt.toString()}`;
}
