import { z } from 'zod';
import type { CoreEntry } from '../../core/core.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { entryOutput, entrySchema, ownShare, suffixField } from './shares.ts';

export const listChecks = operation({
  id: 'listChecks',
  method: 'GET',
  path: '/shares/{suffix}/checks',
  tag: 'Accounts',
  summary: 'Lists the checks that have cleared, or finds one by its number',
  access: 'member',
  input: z.strictObject({
    suffix: suffixField,
    number: z
      .string()
      .trim()
      .regex(/^\d{1,12}$/)
      .optional(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  output: z.object({
    currency: z.string(),
    checks: z.array(entrySchema),
    next: z.string().nullable(),
  }),
  refusals: ['not_found'],
  run: async (request, { suffix, number, before }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    const { accountId, currency } = share;
    const shown = (entries: readonly CoreEntry[]) =>
      entries.map((entry) => entryOutput(entry, currency));
    if (number !== undefined) {
      const numbers = [...new Set([number, number.replace(/^0+(?=.)/, '')])];
      const found = await request.core.checks(
        request.db,
        request.institution.id,
        numbers.map((one) => ({ accountIds: [accountId], number: one })),
      );
      return { currency, checks: shown(found.flat()), next: null };
    }
    const { entries, more } = await request.core.historyPage(request.db, request.institution.id, {
      accountId,
      kinds: ['check'],
      before: before === undefined ? undefined : BigInt(before),
      count: checksMax,
    });
    return {
      currency,
      checks: shown(entries),
      next: more ? (entries.at(-1)?.sequence.toString() ?? null) : null,
    };
  },
});

/** Checks on one page. */
const checksMax = 100;
