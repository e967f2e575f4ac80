import type { Queries } from '../../database/database.ts';
import type { Problem } from '../../audit/verify-record.ts';
import type { AccountClass } from '../account.ts';
import { contentOf } from '../content.ts';
import type { OpenAccountOrder } from '../order.ts';
import { bucketsMax } from '../raise-buckets.ts';

interface Opened {
  readonly id: string;
  readonly bucket: number;
  readonly class: AccountClass;
  readonly kind: string;
  readonly currency: string;
  readonly openedOn: Temporal.PlainDate;
  readonly overdraftLimit: bigint;
  readonly content: Uint8Array;
}

/**
 * Members' accounts that have a bucket, and internal accounts whose bucket is not the one that they were opened with: the content of the order that opened them tells it, and the
 * record covers that.
 */
export async function bucketProblems(q: Queries, institutionId: number): Promise<Problem[]> {
  const opened = await q.query<Opened>(
    `select a.id, a.bucket, a.class, a.kind, a.currency, e.happened_on as "openedOn",
        e.overdraft_limit as "overdraftLimit", t.content
      from accounts a
      join account_events e on e.institution_id = $1 and e.account_id = a.id and e.number = 1
      join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      where a.institution_id = $1 and a.internal`,
    [institutionId],
  );
  const spread = await q.query<{ id: string }>(
    'select id from accounts where institution_id = $1 and not internal and bucket > 0 order by id limit 20',
    [institutionId],
  );
  const ofMembers = spread.map(({ id }) => ({
    where: `account ${id}`,
    what: 'a member’s account has no buckets',
  }));
  return [...ofMembers, ...otherBuckets(opened)];
}

function otherBuckets(opened: readonly Opened[]): Problem[] {
  return opened
    .filter((account) => !isOf(account, account.bucket) && isOfAnother(account))
    .map(({ id }) => ({
      where: `account ${id}`,
      what: 'its bucket differs from the one that it opened with',
    }));
}

function isOfAnother(account: Opened): boolean {
  return Array.from({ length: bucketsMax }, (_, bucket) => bucket).some((bucket) =>
    isOf(account, bucket),
  );
}

/** Whether the account was opened as this bucket. The order may or may not have named its limit. */
function isOf(account: Opened, bucket: number): boolean {
  const order: OpenAccountOrder = {
    order: 'open_account',
    key: '',
    effectiveOn: account.openedOn,
    accountId: account.id,
    class: account.class,
    kind: account.kind,
    currency: account.currency,
    internal: true,
    ...(bucket === 0 ? {} : { bucket }),
  };
  return [order, { ...order, overdraftLimit: account.overdraftLimit }].some((one) =>
    contentOf(one).equals(account.content),
  );
}
