import { z } from 'zod';
import { holdEnds } from '../../kernel/vocabulary/hold-end.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { balancesOf, figure } from '../shares/shares.ts';
import { entryForStaff, entryOut, shareForStaff, shareOut } from '../people/file-shares.ts';
import { noteLook } from '../note-look.ts';
import { shareFields, shareOfMember } from './share-for-books.ts';

const holdSchema = z.object({
  id: z.string(),
  description: z.string(),
  placed: z.string(),
  left: z.string(),
  state: z.enum(['open', ...holdEnds]),
  placedAt: z.string(),
  expiresAt: z.string().nullable(),
});

const pageLength = 50;
const holdsShown = 50;

/** Shows a share: its balances, a page of its entries, and its holds. The look is recorded. */
export const readShareBooks = operation({
  id: 'readShareBooks',
  summary: 'Shows the entries and holds of a member’s account',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({
    ...shareFields,
    before: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional()
      .describe('Only entries before this one.'),
    text: z.string().trim().max(60).optional().describe('Only entries with these words.'),
  }),
  output: z.object({
    name: z.string(),
    share: shareForStaff,
    booksOurs: z.boolean(),
    entries: z.array(entryForStaff),
    more: z.boolean(),
    holds: z.array(holdSchema),
  }),
  refusals: ['member_unknown', 'share_unknown', 'books_away'],
  run: async (request, { before, text, ...place }) => {
    const { core, db, institution } = request;
    const found = await shareOfMember(db, request, place);
    if (isRefused(found)) return found;
    const { member, share } = found;
    await noteLook(request, { memberId: member.id, what: 'share' });
    const { accountId, currency } = share;
    const balances = await balancesOf(db, request, [share]);
    const page = await core.historyPage(db, institution.id, {
      accountId,
      count: pageLength,
      before: before === undefined ? undefined : BigInt(before),
      text: text === undefined || text === '' ? undefined : text,
    });
    const holds =
      (await core.bookkeeping?.holdsOf(db, institution.id, { accountId, count: holdsShown })) ?? [];
    return {
      name: member.name,
      share: shareOut(member, share, balances.get(accountId)),
      booksOurs: core.bookkeeping !== undefined,
      entries: page.entries.map((entry) => entryOut(share, entry)),
      more: page.more,
      holds: holds.map((hold) => ({
        id: hold.id,
        description: hold.description,
        placed: figure(hold.placed, currency),
        left: figure(hold.amount, currency),
        state: hold.state,
        placedAt: hold.placedAt.toString(),
        expiresAt: hold.expiresAt?.toString() ?? null,
      })),
    };
  },
});

/** Shows the whole transaction of an entry, with what it undoes and what has undone it. */
export const readShareEntry = operation({
  id: 'readShareEntry',
  summary: 'Shows the transaction of an entry',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ ...shareFields, entry: z.string().regex(/^\d{1,15}$/) }),
  output: z.object({
    name: z.string(),
    entry: entryForStaff,
    transaction: z
      .object({
        id: z.string(),
        kind: z.string(),
        reversalOf: z.string().nullable(),
        correctionOf: z.string().nullable(),
        reversedBy: z.string().nullable(),
        correctedBy: z.string().nullable(),
        others: z.array(z.object({ kind: z.string(), amount: z.string() })),
        correctable: z.boolean(),
      })
      .nullable()
      .describe('Null where another core keeps the books.'),
  }),
  refusals: ['member_unknown', 'share_unknown', 'entry_unknown', 'books_away'],
  run: async (request, { entry: number, ...at }) => {
    const { core, db, institution } = request;
    const found = await shareOfMember(db, request, at);
    if (isRefused(found)) return found;
    const { member, share } = found;
    await noteLook(request, { memberId: member.id, what: 'entry' });
    const place = { accountId: share.accountId, sequence: BigInt(number) };
    const transaction = await core.bookkeeping?.transactionOf(db, institution.id, place);
    const entries = transaction?.entries ?? (await core.posting(db, institution.id, place));
    const own = entries.find(({ accountId }) => accountId === share.accountId);
    if (!own) return refuse('entry_unknown', { facts: { suffix: share.suffix } });
    const others = entries.filter((one) => one !== own);
    const kinds = await core.kinds(
      db,
      institution.id,
      others.map(({ accountId }) => accountId),
    );
    return {
      name: member.name,
      entry: entryOut(share, own),
      transaction: transaction
        ? {
            id: transaction.id,
            kind: transaction.kind,
            reversalOf: transaction.reversalOf,
            correctionOf: transaction.correctionOf,
            reversedBy: transaction.reversedBy,
            correctedBy: transaction.correctedBy,
            others: others.map(({ accountId, amount }) => ({
              kind: kinds.get(accountId) ?? '',
              amount: figure(amount, share.currency),
            })),
            correctable: entries.length === 2,
          }
        : null,
    };
  },
});
