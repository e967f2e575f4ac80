import { z } from 'zod';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import type { CoreEntry } from '../../core/core.ts';
import type { Queries } from '../../database/database.ts';
import type { Share } from '../../shares/share.ts';
import { aboutSchema, aboutOf } from './asked-about.ts';
import { receiptOf } from '../../transfers/receipt.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { MemberContext } from '../request-context.ts';
import {
  entryOutput,
  entrySchema,
  figure,
  named,
  ownShare,
  suffixField,
  visibleShares,
} from './shares.ts';

/** The number of an entry on its account: 1, 2, 3… */
export const entryNumberField = z.string().regex(/^[1-9]\d{0,17}$/);

const sideSchema = z.object({
  suffix: z.string(),
  kind: z.enum(shareKinds),
  nickname: z.string().nullable(),
  number: z.string().describe('The entry’s own number on that account.'),
  amount: z.string().describe('Positive for money in; on a loan, positive if it raises the debt.'),
  balance: z.string().describe('That account’s balance after it.'),
});

/** Reads one transaction of an account: both sides, the balances around it, and the receipt. */
export const readTransaction = operation({
  id: 'readTransaction',
  method: 'GET',
  path: '/shares/{suffix}/transactions/{number}',
  tag: 'Accounts',
  summary: 'Returns one transaction with both sides, its receipt and what was asked about it',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, number: entryNumberField }),
  output: z.object({
    currency: z.string(),
    entry: entrySchema,
    before: z.string().describe('The balance before it.'),
    postedAt: z.string().describe('When the books took it.'),
    posted: z.string().describe('The description as it was posted.'),
    receipt: z
      .string()
      .nullable()
      .describe('Names it to us. Null if another core keeps the books.'),
    otherSide: sideSchema
      .nullable()
      .describe('The member’s own account on the other side; null if there is none.'),
    asked: z.array(aboutSchema).describe('The member’s disputes and questions about it.'),
  }),
  refusals: ['not_found'],
  run: async (request, { suffix, number }) => {
    const { db } = request;
    const found = await ownEntry(db, request, { suffix, number });
    if (!found) return refuse('not_found');
    const { share, entry, posting } = found;
    const [shown = entry] = await named(db, request, { share, entries: [entry] });
    const other = await otherSide(request, { entry, posting });
    const text = (amount: bigint) => figure(amount, share.currency);
    return {
      currency: share.currency,
      entry: entryOutput(shown, share.currency),
      before: text(entry.balanceAfter - entry.amount),
      postedAt: entry.postedAt.toString(),
      posted: entry.description,
      receipt: request.core.remote ? null : receiptFor({ share, entry, other }),
      otherSide: other
        ? {
            suffix: other.share.suffix,
            kind: other.share.kind,
            nickname: other.share.nickname ?? null,
            number: other.entry.sequence.toString(),
            amount: figure(other.entry.amount, other.share.currency),
            balance: figure(other.entry.balanceAfter, other.share.currency),
          }
        : null,
      asked: await aboutOf(db, request, entry),
    };
  },
});

/** An entry with its account and all entries of its transaction. */
interface OwnEntry {
  readonly share: Share;
  readonly entry: CoreEntry;
  readonly posting: readonly CoreEntry[];
}

/**
 * Finds an entry of the member's own account.
 * @returns `undefined` if the account or the entry does not exist, or is somebody else's
 */
export async function ownEntry(
  q: Queries,
  request: MemberContext,
  { suffix, number }: { readonly suffix: string; readonly number: string },
): Promise<OwnEntry | undefined> {
  const share = await ownShare(q, request, suffix);
  if (!share) return undefined;
  const { accountId } = share;
  const sequence = BigInt(number);
  const posting = await request.core.posting(q, request.institution.id, { accountId, sequence });
  const entry = posting.find((one) => one.accountId === accountId && one.sequence === sequence);
  return entry && { share, entry, posting };
}

/** The member's own account on the other side, with its entry. */
interface OtherSide {
  readonly share: Share;
  readonly entry: CoreEntry;
}

async function otherSide(
  request: MemberContext,
  { entry, posting }: Pick<OwnEntry, 'entry' | 'posting'>,
): Promise<OtherSide | undefined> {
  const there = posting.find(({ accountId }) => accountId === entry.counterAccountId);
  if (!there) return undefined;
  const shares = await visibleShares(request.db, request);
  const share = shares.find(({ accountId }) => accountId === there.accountId);
  return share && { share, entry: there };
}

/** A transfer's receipt names the entry on the account that the money left. */
function receiptFor({
  share,
  entry,
  other,
}: Pick<OwnEntry, 'share' | 'entry'> & { readonly other: OtherSide | undefined }): string {
  const isSource = entry.amount < 0n && share.kind !== 'loan';
  const from = other && !isSource ? other : { share, entry };
  return receiptOf(from.share.ordinal, { sequence: from.entry.sequence });
}
