import type { Queries } from '../database/database.ts';
import type { Seals } from '../kernel/seal.ts';
import { type ChainRow, genesis, hashOf, hexOf } from './chain-row.ts';
import { type ChainHead, chainHead } from './head.ts';
import type { RecordPart } from './record-part.ts';

/** Something that is not as it was written. */
export interface Problem {
  /** Where: `batch 48213`, `account 0198… entry 7`. */
  readonly where: string;
  readonly what: string;
}

export interface RecordReport {
  readonly batches: number;
  readonly head?: ChainHead;
  /** How the seals fared: `unchecked` had a seal but no key was given, `unsealed` were written without a key. */
  readonly seals: {
    readonly good: number;
    readonly unchecked: number;
    readonly unsealed: number;
  };
  /** In the order of the chain; at most `problemsMax`. */
  readonly problems: readonly Problem[];
}

export interface VerifyRecordOptions {
  readonly institutionId: number;
  readonly parts: readonly RecordPart[];
  readonly seals?: Seals | undefined;
  /** A head kept outside: without it, a tail that was cut off cleanly can't be missed. */
  readonly head?: ChainHead | undefined;
  readonly onProgress?: ((batches: number) => void) | undefined;
}

const pageSize = 200;
export const problemsMax = 50;

/**
 * Follows an institution's chain from its first batch, computes each part's digest anew and compares. Reads in pages, one
 * after another; run it in one snapshot.
 */
export async function verifyRecord(
  q: Queries,
  options: VerifyRecordOptions,
): Promise<RecordReport> {
  const { institutionId, parts, head: outside } = options;
  const problems: Problem[] = [];
  const seals = { good: 0, unchecked: 0, unsealed: 0 };
  let previous: { number: bigint; hash: Uint8Array } = { number: 0n, hash: genesis };
  let batches = 0;
  let outsideMet = outside === undefined || outside.number === 0n;
  for (;;) {
    const page = await readPage(q, institutionId, previous.number);
    if (page.length === 0) break;
    const batchIds = page.map(({ batchId }) => batchId);
    const digests = new Map<string, ReadonlyMap<string, Uint8Array>>();
    for (const part of parts) {
      digests.set(part.name, await part.digests(q, institutionId, batchIds));
    }
    for (const row of page) {
      const where = `batch ${row.number}`;
      const tell = (what: string) => problems.push({ where, what });
      for (const what of linkProblems(row, previous)) tell(what);
      const seal = sealState(row, options.seals);
      if (seal === 'broken') tell('its seal is not of its hash');
      else seals[seal] += 1;
      for (const part of parts) {
        const stored = part.name === 'books' ? row.booksDigest : row.messagesDigest;
        const now = digests.get(part.name)?.get(row.batchId) ?? null;
        if (hexOf(stored) !== hexOf(now)) {
          tell(
            `what it wrote in the ${part.name} is not what is there now (batch id ${row.batchId})`,
          );
        }
      }
      if (outside && row.number === outside.number) {
        outsideMet = true;
        if (hexOf(row.hash) !== outside.hash) tell('its hash is not the one kept outside');
      }
      previous = row;
      batches += 1;
    }
    options.onProgress?.(batches);
    if (problems.length >= problemsMax) break;
  }
  if (problems.length < problemsMax) {
    if (!outsideMet) {
      problems.push({
        where: `batch ${outside?.number}`,
        what: `it is kept outside as the head, but the chain ends with batch ${previous.number}`,
      });
    }
    const head = await chainHead(q, institutionId);
    if ((head?.number ?? 0n) !== previous.number || (head && head.hash !== hexOf(previous.hash))) {
      problems.push({
        where: `batch ${previous.number}`,
        what: `the head of the chain is not its last row (head ${head?.number ?? 'missing'})`,
      });
    }
    for (const part of parts) {
      for (const stray of await part.strays(q, institutionId)) {
        problems.push({ where: stray, what: 'it names a batch that the chain does not have' });
      }
    }
  }
  return {
    batches,
    ...(batches > 0 ? { head: { number: previous.number, hash: hexOf(previous.hash) ?? '' } } : {}),
    seals,
    problems: problems.slice(0, problemsMax),
  };
}

async function readPage(q: Queries, institutionId: number, after: bigint): Promise<ChainRow[]> {
  return q.query<ChainRow>(
    `select institution_id as "institutionId", number, batch_id as "batchId", books_digest as "booksDigest",
      messages_digest as "messagesDigest", books_count as "booksCount", messages_count as "messagesCount",
      previous_hash as "previousHash", hash, seal, seal is not null as "isSealed", written_at as "writtenAt"
    from chain where institution_id = $1 and number > $2 order by number limit ${pageSize}`,
    [institutionId, after],
  );
}

function linkProblems(row: ChainRow, previous: { number: bigint; hash: Uint8Array }): string[] {
  const problems: string[] = [];
  if (row.number !== previous.number + 1n) {
    problems.push(`batch ${previous.number + 1n} is missing before it`);
  }
  if (hexOf(row.previousHash) !== hexOf(previous.hash)) {
    problems.push(`it is not chained to batch ${previous.number}`);
  }
  if (hexOf(row.hash) !== hexOf(hashOf(row))) problems.push('its hash is not of its content');
  return problems;
}

function sealState(
  row: ChainRow,
  seals: Seals | undefined,
): 'good' | 'unchecked' | 'unsealed' | 'broken' {
  if (row.seal === null) return 'unsealed';
  if (!seals) return 'unchecked';
  // A seal under a key that nobody gave can't be told from a forged one: not checked is not good.
  return seals.verify('record', row.hash, row.seal) === true ? 'good' : 'broken';
}
