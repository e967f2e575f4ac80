import { z } from 'zod';
import { entrySchema, shareSchema } from './shares.ts';

export const monthField = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .describe('Such as 2026-11.');

const feeTotals = z.object({ period: z.string(), yearToDate: z.string() });

/** A month of an account, with all that a periodic statement says (12 CFR 1005.9(b) and 707.6). */
export const statementSchema = z.object({
  currency: z.string(),
  month: monthField,
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.int().describe('The days of the period.'),
  institution: z.object({
    name: z.string(),
    errorAddress: z.array(z.string()).describe('Where to write about errors, line by line.'),
    errorPhone: z.string(),
  }),
  member: z.object({
    name: z.string(),
    address: z.array(z.string()).describe('Where the member’s mail goes, line by line.'),
  }),
  share: shareSchema.pick({ suffix: true, kind: true, nickname: true }),
  account: z.string().describe('The account’s identifier, with all but its end masked.'),
  opening: z.string(),
  closing: z.string(),
  entries: z.array(entrySchema),
  totals: z.object({
    in: z.string(),
    out: z.string(),
    dividends: z.string().describe('Dividends, part of what came in.'),
    fees: z.string().describe('Fees, part of what went out.'),
  }),
  shareFacts: z
    .object({
      apyEarned: z
        .string()
        .nullable()
        .describe('The annual percentage yield earned. Null if it can’t be computed.'),
      averageBalance: z.string().describe('The average daily balance.'),
      fees: z
        .array(z.object({ description: z.string(), total: z.string() }))
        .describe('The period’s fees by type.'),
      overdraftFees: feeTotals,
      returnedItemFees: feeTotals,
      yearToDate: z.object({ dividends: z.string(), fees: z.string() }),
    })
    .nullable()
    .describe('Null for a loan.'),
});
