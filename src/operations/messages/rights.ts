import { z } from 'zod';
import type { Rights } from '../../enrollment/enrollment.ts';
import type { InstitutionSettings } from '../../members/institution-settings.ts';
import { currencyOf } from '../../money/amount.ts';
import { amountIn } from '../../languages/wording.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import type { MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';

const limit = z
  .string()
  .trim()
  .max(20)
  .optional()
  .describe('Such as `200.00`. If empty or absent, the institution’s limit applies.');

/** The rights of an address: the same fields in each operation. */
export const rightsFields = {
  mayMoveMoney: z
    .boolean()
    .default(false)
    .describe('Whether it can move money between the member’s own accounts.'),
  perTransfer: limit,
  perDay: limit,
};

export const rightsRefusals = ['limit_invalid', 'limit_above_ours'] as const;

/** Converts limits to minor units, and checks them against the institution's. */
export function readRights(
  request: Pick<MemberContext, 'institution' | 'language'>,
  given: {
    readonly mayMoveMoney: boolean;
    readonly perTransfer?: string | undefined;
    readonly perDay?: string | undefined;
  },
): Rights | Refused {
  const rights = { perTransfer: null as bigint | null, perDay: null as bigint | null };
  for (const name of ['perTransfer', 'perDay'] as const) {
    const text = given[name] ?? '';
    if (text === '') continue;
    const amount = readLimit(request, { name, text });
    if (typeof amount === 'object') return amount;
    rights[name] = amount;
  }
  return { mayMoveMoney: given.mayMoveMoney, ...rights };
}

function readLimit(
  { institution, language }: Pick<MemberContext, 'institution' | 'language'>,
  {
    name,
    text,
  }: { name: keyof Pick<InstitutionSettings['limits'], 'perTransfer' | 'perDay'>; text: string },
): bigint | Refused {
  const currency = currencyOf(institution.currency);
  const amount = parseDecimal(text, currency?.digits);
  if (amount === undefined || amount <= 0n) return refuse('limit_invalid', { field: name });
  const ours = institution.settings.limits[name];
  if (amount <= ours) return amount;
  const limitText = currency ? amountIn(language, ours, currency) : '';
  return refuse('limit_above_ours', { field: name, facts: { limit: limitText } });
}
