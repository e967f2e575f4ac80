import type { Database } from '../../../src/database/database.ts';
import { present } from '../../../src/kernel/assert.ts';
import { manualClock, type ManualClock } from '../../../src/kernel/clock.ts';
import { seededRandom } from '../../../src/kernel/random.ts';
import { createWorld, type World } from '../../../src/kernel/world.ts';
import type { OpenAccountOrder, Order } from '../../../src/ledger/order.ts';
import type { Outcome } from '../../../src/ledger/outcome.ts';
import { post } from '../../../src/ledger/post.ts';
import { opening } from '../fixture/books.ts';
import { testKeyring } from '../fixture/keys.ts';

let institutions = 1_000;

/** Books of an institution that nobody else in the suite uses. */
export interface SmallBooks {
  readonly institutionId: number;
  readonly clock: ManualClock;
  readonly world: World;
  readonly day: Temporal.PlainDate;
  open(account: Partial<OpenAccountOrder>): Promise<string>;
  post(...orders: Order[]): Promise<Outcome[]>;
  /** Posts one order, which must succeed. */
  must(order: Order): Promise<Extract<Outcome, { outcome: 'posted' }>>;
  /** Posts a transfer, which must succeed. Its kind is its description. */
  move(movement: Movement): Promise<void>;
  key(): string;
}

export interface Movement {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly kind: string;
  readonly checkNumber?: string;
  readonly forced?: boolean;
}

/** The keyring of all small books. */
export const booksKeyring = testKeyring();

export function smallBooks(db: Database): SmallBooks {
  institutions += 1;
  const institutionId = institutions;
  const clock = manualClock('2026-11-23T16:42:00Z');
  const world = createWorld({ clock, random: seededRandom(institutionId) });
  const day = Temporal.PlainDate.from('2026-11-23');
  let keys = 0;
  const key = () => {
    keys += 1;
    return `small:${keys}`;
  };
  const postOrders = async (...orders: Order[]) =>
    post(db, { institutionId, orders, world, keyring: booksKeyring });
  const must = async (order: Order) => {
    const [outcome] = await postOrders(order);
    if (outcome?.outcome !== 'posted') {
      throw new Error(`expected to be posted, was ${outcome?.outcome} ${outcome?.reason}`);
    }
    return present(outcome, 'each order has its outcome');
  };
  return {
    institutionId,
    clock,
    world,
    day,
    key,
    post: postOrders,
    must,
    move: async ({ from, to, ...movement }) => {
      const description = movement.kind.toUpperCase();
      await must({
        ...movement,
        order: 'transfer',
        key: key(),
        effectiveOn: day,
        fromAccountId: from,
        toAccountId: to,
        fromDescription: description,
        toDescription: description,
      });
    },
    open: async (account) => {
      const accountId = world.ids.next();
      await must(opening({ accountId, key: key(), effectiveOn: day, ...account }));
      return accountId;
    },
  };
}
