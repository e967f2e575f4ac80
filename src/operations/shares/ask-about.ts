import { z } from 'zod';
import type { CoreEntry } from '../../core/core.ts';
import { storable } from '../../messages/redact.ts';
import type { Share } from '../../shares/share.ts';
import { disputeEntry, questionEntry } from '../../staff/dispute-entry.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { entryNumberField, ownEntry } from './read-transaction.ts';
import { figure, suffixField } from './shares.ts';

/** The longest text that a member writes about a transaction. */
export const wordsMax = 1_000;

const wordsField = z
  .string()
  .trim()
  .min(1)
  .max(wordsMax)
  .describe('The member’s words. Secrets are blacked out before they are stored.');

/**
 * Opens a dispute about one transaction, in writing (12 CFR 1005.11). A second one about the same
 * transaction is the first, as long as that is open.
 */
export const disputeTransaction = operation({
  id: 'disputeTransaction',
  method: 'POST',
  path: '/shares/{suffix}/transactions/{number}/dispute',
  tag: 'Accounts',
  summary: 'Opens a dispute about a transaction',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, number: entryNumberField, words: wordsField }),
  output: z.object({
    reference: z.string(),
    already: z.boolean().describe('The member had disputed it before, and that dispute is open.'),
  }),
  refusals: ['not_found'],
  run: async (request, { suffix, number, words }) => {
    const found = await ownEntry(request.db, request, { suffix, number });
    if (!found) return refuse('not_found');
    const { world, institution, member } = request;
    const said = storable(words);
    return request.db.transaction(async (tx) => {
      const { accountId, sequence } = found.entry;
      const opened = await disputeEntry(tx, world, {
        institution,
        memberId: member.id,
        about: { accountId, sequence },
        words: said,
      });
      await recordInAuditLog(tx, request, {
        what: opened.already ? 'dispute_repeated' : 'dispute_opened',
        subject: opened.reference,
        detail: { ...factsOf(found), words: said },
      });
      return opened;
    });
  },
});

/** Asks staff a question about one transaction. A second one is added to the first while it is open. */
export const askAboutTransaction = operation({
  id: 'askAboutTransaction',
  method: 'POST',
  path: '/shares/{suffix}/transactions/{number}/question',
  tag: 'Accounts',
  summary: 'Asks a question about a transaction',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, number: entryNumberField, words: wordsField }),
  output: z.object({ reference: z.string() }),
  refusals: ['not_found'],
  run: async (request, { suffix, number, words }) => {
    const found = await ownEntry(request.db, request, { suffix, number });
    if (!found) return refuse('not_found');
    const { world, institution, member } = request;
    const said = storable(words);
    return request.db.transaction(async (tx) => {
      const { accountId, sequence } = found.entry;
      const facts = factsOf(found);
      const opened = await questionEntry(tx, world, {
        institution,
        memberId: member.id,
        about: { accountId, sequence },
        words: said,
        subject: `A member asks about transaction ${facts.transaction} of account ${facts.account}: ${facts.on}, ${facts.description}, ${facts.amount}`,
      });
      await recordInAuditLog(tx, request, {
        what: 'question_asked',
        subject: opened.reference,
        detail: { ...facts, words: said },
      });
      return opened;
    });
  },
});

/** Says to staff which transaction it is, by the account’s suffix. */
function factsOf({ share, entry }: { readonly share: Share; readonly entry: CoreEntry }) {
  return {
    account: share.suffix,
    transaction: entry.sequence.toString(),
    on: entry.effectiveOn.toString(),
    description: entry.description,
    amount: `${figure(entry.amount, share.currency)} ${share.currency}`,
  };
}
