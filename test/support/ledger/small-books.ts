import type { Database } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { manualClock, type ManualClock } from '../../kernel/clock.ts';
import { seededRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { createWorld, type World } from '../../kernel/world.ts';
import type { OpenAccountOrder, Order } from '../order.ts';
import type { Outcome } from '../outcome.ts';
import { post } from '../post.ts';

let institutions = 1_000;

/** Books of an institution that nobody else in the suite uses. */
export interface SmallBooks {
  readonly institutionId: number;
  readonly clock: ManualClock;
  readonly world: World;
  readonly day: Temporal.PlainDate;
  open(account: Partial<OpenAccountOrder>): Promise<string>;
  post(...orders: Order[]): Promise<Outcome[]>;
  /** One order that must be posted. */
  must(order: Order): Promise<Extract<Outcome, { outcome: 'posted' }>>;
  key(): string;
}

export const testKeyring = createKeyring(
  [{ id: 3, key: new Uint8Array(32).fill(9) }],
  seededRandom(3),
);

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
    post(db, { institutionId, orders, world, keyring: testKeyring });
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
    open: async (account) => {
      const accountId = world.ids.next();
      await must({
        order: 'open_account',
        key: key(),
        effectiveOn: day,
        accountId,
        class: 'liability',
        kind: 'checking',
        currency: 'USD',
        internal: false,
        ...account,
      });
      return accountId;
    },
  };
}
