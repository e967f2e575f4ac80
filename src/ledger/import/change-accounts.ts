import type { Database } from '../../database/database.ts';
import type { Order } from '../order.ts';
import { postIn } from '../post.ts';
import type { FoundAccounts } from './import-accounts.ts';
import type { ImportOptions } from './import-options.ts';
import type { AccountLine } from './import-rows.ts';
import { describeRefusal } from './import-orders.ts';
import type { Finding } from './read-table.ts';

interface Row {
  readonly id: string;
  readonly overdraftLimit: bigint;
  readonly events: number;
  readonly isClosed: boolean;
}

const chunkSize = 500;

/** Changes limits, and closes accounts that the file says are closed. A repeat changes nothing. */
export async function changeAccounts(
  db: Database,
  options: ImportOptions,
  given: { readonly taken: ReadonlyMap<string, AccountLine>; readonly opened: FoundAccounts },
): Promise<{ errors: Finding[]; changes: Finding[] }> {
  const lines = [...given.taken].flatMap(([share, line]) => {
    const accountId = given.opened.ids.get(share);
    const says = line.details.limit !== undefined || line.details.closedOn !== undefined;
    return accountId === undefined || !says ? [] : [{ share, line, accountId }];
  });
  const errors: Finding[] = [];
  const changes: Finding[] = [];
  for (let start = 0; start < lines.length; start += chunkSize) {
    const chunk = lines.slice(start, start + chunkSize);
    const done = await db.transaction(async (tx) => {
      const rows = await tx.query<Row>(
        `select id, overdraft_limit as "overdraftLimit", events, closed_on is not null as "isClosed"
          from accounts where institution_id = $1 and id = any($2::uuid[]) order by id for update`,
        [options.institutionId, chunk.map(({ accountId }) => accountId)],
      );
      const there = new Map(rows.map((row) => [row.id, row]));
      const wanted = chunk.flatMap((one) => ordersOf(one, there.get(one.accountId), options));
      const { institutionId, world, keyring } = options;
      const orders = wanted.map(({ order }) => order);
      if (orders.length === 0) return [];
      const outcomes = await postIn(tx, { institutionId, world, keyring, orders, isHistory: true });
      return wanted.map((one, index) => ({ ...one, outcome: outcomes[index] }));
    });
    for (const { finding, outcome } of done)
      if (outcome?.outcome === 'refused')
        errors.push({
          ...finding,
          reason: `it stays as it is (${finding.reason}): ${describeRefusal(outcome.reason)}`,
        });
      else changes.push(finding);
  }
  return { errors, changes };
}

function ordersOf(
  one: { readonly share: string; readonly line: AccountLine; readonly accountId: string },
  there: Row | undefined,
  options: ImportOptions,
): { order: Order; finding: Finding }[] {
  const { share, line, accountId } = one;
  const { limit, closedOn } = line.details;
  if (!there || there.isClosed) return [];
  const finding = (reason: string): Finding => ({
    file: 'accounts',
    line: line.line,
    share,
    reason,
  });
  const orders: { order: Order; finding: Finding }[] = [];
  if (limit !== undefined && limit !== there.overdraftLimit && options.mayChange === true)
    orders.push({
      order: {
        order: 'set_overdraft_limit',
        // The account's number of events makes each change a new one, and its repeat none.
        key: `import-limit:${accountId}:${there.events}`,
        effectiveOn: options.today,
        accountId,
        overdraftLimit: limit,
      },
      finding: finding('the overdraft limit changed'),
    });
  if (closedOn)
    orders.push({
      order: {
        order: 'close_account',
        key: `import-close:${accountId}`,
        effectiveOn: closedOn,
        accountId,
      },
      finding: finding(`closed on ${closedOn.toString()}`),
    });
  return orders;
}
