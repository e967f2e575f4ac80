import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { type ChainRow, hashOf, hexOf, type PartName } from './chain-row.ts';
import { leavesOf } from './content-problems.ts';
import { leafOf } from './leaf.ts';
import type { Pruned } from './pruned-rows.ts';
import type { Pruning, RecordPart } from './record-part.ts';
import { chainRowsOf } from './signed-batch.ts';

/**
 * What was deleted of each part on purpose. A pruning counts if its own batch is later than what it deleted, has its leaf, and is signed:
 * with the key, by a good signature.
 */
export async function readPruned(
  q: Queries,
  institutionId: number,
  {
    parts,
    keyring,
  }: { readonly parts: readonly RecordPart[]; readonly keyring?: Keyring | undefined },
): Promise<Pruned> {
  const allowed = new Map<PartName, { through: bigint; rows: bigint; missing: bigint }>();
  for (const part of parts) {
    const prunings = (await part.prunings?.(q, institutionId)) ?? [];
    const rows = await chainRowsOf(
      q,
      institutionId,
      prunings.map(({ batchId }) => batchId),
    );
    const byId = new Map(rows.map((row) => [row.batchId, row]));
    for (const pruning of prunings) {
      const row = byId.get(pruning.batchId);
      if (!row || !isGood(row, { pruning, part: part.name, keyring })) continue;
      const known = allowed.get(part.name) ?? { through: 0n, rows: 0n, missing: 0n };
      known.rows += pruning.rows;
      if (pruning.through > known.through) known.through = pruning.through;
      allowed.set(part.name, known);
    }
  }
  return {
    has: (part, number) => number <= (allowed.get(part)?.through ?? 0n),
    note: (part, missing) => {
      const known = allowed.get(part);
      if (known) known.missing += BigInt(missing);
    },
    problems: () =>
      [...allowed]
        .filter(([, { rows, missing }]) => rows !== missing)
        .map(([part, { through, rows, missing }]) => ({
          where: `${part} of batches up to ${through}`,
          what: `${missing} are gone, but ${rows} were pruned`,
        })),
  };
}

function isGood(
  row: ChainRow,
  given: {
    readonly pruning: Pruning;
    readonly part: PartName;
    readonly keyring: Keyring | undefined;
  },
): boolean {
  const { pruning, part, keyring } = given;
  const leaf = hexOf(leafOf(pruning.content));
  return (
    row.number > pruning.through &&
    row.signature !== null &&
    hexOf(hashOf(row)) === hexOf(row.hash) &&
    (!keyring || keyring.verify('record', row.hash, row.signature) === true) &&
    leavesOf(row, part).some((one) => hexOf(one) === leaf)
  );
}
