import { endCheck, waitingCheck, type RecordFound } from '../audit/record-checks.ts';
import { formatHead } from '../audit/head.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { verify, type VerifyReport } from '../ledger/verify/verify.ts';
import { messagesPart } from './messages-part.ts';
import { orderProblems } from './order-problems.ts';

/** Runs the check of an institution’s record that somebody asked for, as `tmm verify` does, and keeps what it found. */
export async function checkRecord(
  db: Database,
  given: {
    readonly institutionId: number;
    readonly world: World;
    readonly keyring: Keyring;
  },
): Promise<'none_waits' | 'agrees' | 'differs'> {
  const { institutionId, world, keyring } = given;
  const id = await waitingCheck(db, institutionId);
  if (id === undefined) return 'none_waits';
  const report = await verify(db, {
    institutionId,
    parts: [messagesPart],
    besides: [orderProblems],
    keyring,
  });
  const found = foundOf(report);
  const isKept = await endCheck(db, institutionId, { id, at: world.clock.now(), found });
  if (!isKept) return 'none_waits';
  return found.differences.length === 0 ? 'agrees' : 'differs';
}

function foundOf({
  accounts,
  entries,
  holds,
  record,
  changes,
  problems,
}: VerifyReport): RecordFound {
  const { good, unsigned, unknown } = record.signatures;
  return {
    accounts,
    entries,
    holds,
    batches: record.batches,
    rows: changes.rows,
    head: record.head ? formatHead(record.head) : null,
    signatures: {
      good,
      unsigned,
      unknown: [...unknown.values()].reduce((sum, count) => sum + count, 0),
    },
    differences: problems.map(({ where, what }) => ({ where, what })),
  };
}
