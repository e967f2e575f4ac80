import type { Database } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import { describeRefusal, rowKey } from '../../ledger/import/import-orders.ts';
import { internalAccounts } from '../../ledger/internal-accounts.ts';
import { postIn } from '../../ledger/post.ts';
import { recordInAuditLog, type Actor } from '../../members/audit-log.ts';
import type { Institution } from '../../members/institution.ts';
import { endWaiting, settleAnother, settleLine } from './take-matches.ts';

interface Waiting {
  readonly accountId: string;
  readonly transactionId: string;
  readonly amount: bigint;
  readonly effectiveOn: Temporal.PlainDate;
  readonly kind: string;
  readonly checkNumber: string | null;
  readonly description: string;
  readonly currency: string;
  readonly normalSide: number;
}

export interface Deciding {
  readonly institution: Institution;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  readonly actor: Actor;
}

/** What became of a decision; `refused` says why it can't be made. */
export type Decided = { readonly done: true } | { readonly refused: string };

/**
 * Carries out what staff decided about an entry that may be one of ours: it settles ours, or it is posted as another entry. Both at once
 * can't happen: the entry's row is the lock.
 */
export async function decideWaiting(
  db: Database,
  given: Deciding,
  { externalId, isOurs }: { readonly externalId: string; readonly isOurs: boolean },
): Promise<Decided> {
  const { institution, world, actor } = given;
  return db.transaction(async (tx) => {
    const [waiting] = await tx.query<Waiting>(
      `select w.account_id as "accountId", w.transaction_id as "transactionId", w.amount, w.effective_on as "effectiveOn", w.kind,
          w.check_number as "checkNumber", w.description, a.currency, a.normal_side as "normalSide"
        from waiting_entries w
        join accounts a on a.institution_id = $1 and a.id = w.account_id
        where w.institution_id = $1 and w.external_id = $2 and w.state = 'waiting' for update of w`,
      [institution.id, externalId],
    );
    if (!waiting)
      return { refused: `no entry ${externalId} waits: \`tmm postings list\` shows those that do` };
    const now = world.clock.now();
    if (isOurs) {
      const entry = { ...waiting, externalId, now };
      const settled =
        (await settleLine(tx, institution.id, entry)) ||
        (await settleAnother(tx, institution.id, entry));
      if (!settled)
        return {
          refused:
            'our posting was settled by another entry, or reversed, in the meantime: post this one, or correct it in the core',
        };
    } else {
      const refused = await postEntry(tx, given, { externalId, waiting });
      if (refused !== undefined) return { refused };
    }
    await endWaiting(tx, institution.id, { externalId, state: isOurs ? 'ours' : 'posted', now });
    await recordInAuditLog(tx, world, {
      institutionId: institution.id,
      ...actor,
      what: isOurs ? 'core_entry_settled' : 'core_entry_posted',
      subject: externalId,
    });
    return { done: true };
  });
}

/** Posts the entry as the import would. @returns why the books refuse it */
async function postEntry(
  tx: Parameters<typeof postIn>[0],
  { institution, world, keyring }: Deciding,
  { externalId, waiting }: { readonly externalId: string; readonly waiting: Waiting },
): Promise<string | undefined> {
  const institutionId = institution.id;
  const imported = (await internalAccounts(tx, institutionId, waiting.currency)).get('imported');
  if (imported === undefined) return 'nothing was imported in this currency yet';
  const debit = waiting.amount * BigInt(waiting.normalSide);
  const own = {
    accountId: waiting.accountId,
    amount: debit,
    description: waiting.description,
    ...(waiting.checkNumber === null ? {} : { checkNumber: waiting.checkNumber }),
  };
  const [outcome] = await postIn(tx, {
    institutionId,
    world,
    keyring,
    isHistory: true,
    orders: [
      {
        order: 'entries',
        key: rowKey({ externalId }),
        effectiveOn: waiting.effectiveOn,
        kind: waiting.kind,
        forced: true,
        entries: [own, { accountId: imported, amount: -debit, description: '', kind: 'imported' }],
      },
    ],
  });
  return outcome?.outcome === 'refused' ? describeRefusal(outcome.reason) : undefined;
}
