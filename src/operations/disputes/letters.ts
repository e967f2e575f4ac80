import { z } from 'zod';
import { creditsOfCase } from '../../staff/case-credits.ts';
import { caseCreditKinds, letterKinds } from '../../kernel/vocabulary/dispute.ts';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import { lettersOfCase } from '../../staff/letters.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { referenceField } from '../staff/task-schema.ts';
import { sharesOfMember } from './shares-of-member.ts';
import { writeLetter } from './write-letter.ts';
import { decimal } from '../../money/format.ts';
import { currencyOf } from '../../money/amount.ts';
import { findCase } from '../../staff/case-rows.ts';
import { openDispute, todayOf } from './open-dispute.ts';
import { awake } from './awake.ts';
import { isRefused, refuse } from '../refusals.ts';

/** Shows what a dispute moved and wrote: credits and letters, and the member's accounts. */
export const readDisputeWork = operation({
  id: 'readDisputeWork',
  summary: 'Shows the credits and letters of a dispute',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({
    credits: z.array(
      z.object({
        kind: z.enum(caseCreditKinds),
        suffix: z.string().nullable(),
        amount: z.string(),
        currency: z.string(),
        postedAt: z.string(),
      }),
    ),
    letters: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(letterKinds),
        subject: z.string(),
        paragraphs: z.array(z.string()),
        writtenAt: z.string(),
        writtenBy: z.string(),
        readAt: z.string().nullable(),
      }),
    ),
    shares: z.array(z.object({ suffix: z.string(), kind: z.enum(shareKinds) })),
  }),
  refusals: ['case_unknown'],
  run: async (request, { reference }) => {
    const { db, institution } = request;
    const one = await findCase(db, institution, { reference, today: todayOf(request) });
    if (!one) return refuse('case_unknown', { facts: { reference } });
    const shares = await sharesOfMember(db, request, one);
    const credits = await creditsOfCase(db, institution.id, reference);
    const letters = await lettersOfCase(db, institution.id, reference);
    return {
      credits: credits.map(({ kind, accountId, amount, currency, postedAt }) => ({
        kind,
        suffix: shares.find((share) => share.accountId === accountId)?.suffix ?? null,
        amount: decimal(amount, currencyOf(currency)?.digits),
        currency,
        postedAt: postedAt.toString(),
      })),
      letters: letters.map((letter) => ({
        id: letter.id,
        kind: letter.kind,
        subject: letter.subject,
        paragraphs: [...letter.paragraphs],
        writtenAt: letter.writtenAt.toString(),
        writtenBy: letter.writtenBy,
        readAt: letter.readAt?.toString() ?? null,
      })),
      shares: shares
        .filter(({ kind }) => kind !== 'loan')
        .map(({ suffix, kind }) => ({ suffix, kind })),
    };
  },
});

/** Writes the letter that acknowledges a notice of error. */
export const acknowledgeDispute = operation({
  id: 'acknowledgeDispute',
  summary: 'Writes the letter that we received the notice',
  access: 'staff',
  permission: 'open_case',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({ reference: z.string() }),
  refusals: ['case_unknown', 'case_closed', 'letter_written', 'keys_missing'],
  run: async (request, { reference }) =>
    request.db
      .transaction(async (tx) => {
        const one = await openDispute(tx, request, { reference, lock: true });
        if (isRefused(one)) return one;
        const letters = await lettersOfCase(tx, request.institution.id, reference);
        if (letters.some(({ kind }) => kind === 'received'))
          return refuse('letter_written', { facts: { reference } });
        await writeLetter(tx, request, one, { kind: 'received' });
        await recordInAuditLog(tx, request, { what: 'letter_written', subject: reference });
        return { reference };
      })
      .then(awake(request)),
});
