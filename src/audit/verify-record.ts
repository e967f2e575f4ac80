import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { type ChainRow, genesis, hashOf, hexOf } from './chain-row.ts';
import { type ChainHead, chainHead } from './head.ts';
import type { RecordPart } from './record-part.ts';

/** Something that is not as it was written. */
export interface Problem {
  /** Where: `batch 48213`, `account 0198… entry 7`. */
  readonly where: string;
  readonly what: string;
}

/** How the signatures fared. */
export interface SealReport {
  readonly good: number;
  /** Had a seal, but no key was given. */
  readonly unchecked: number;
  /** Were written without a key: of the books alone, or they are problems. */
  readonly unsealed: number;
  readonly unsealedAt: readonly Range[];
  /**
   * Those of them for which no seal vouches: they stand after the first sealed batch, or nothing is sealed. Whoever can write the
   * database could have put them there. Those up to a head kept outside are not among them: it vouches for them.
   */
  readonly unvouched: number;
  readonly unvouchedAt: readonly Range[];
}

/** Batches from the first to the last of them. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

export interface RecordReport {
  readonly batches: number;
  readonly head?: ChainHead;
  readonly signatures: SealReport;
  /**
   * Batches without a seal after the first sealed one. From then on every writer has the key, so these were written by somebody
   * without it. A head kept outside does not excuse them: it may have been taken afterwards.
   */
  readonly unsealedLate: readonly Problem[];
  /** Those first, then the others in the order of the chain; at most `problemsMax`. */
  readonly problems: readonly Problem[];
}

export interface VerifyRecordOptions {
  readonly institutionId: number;
  readonly parts: readonly RecordPart[];
  readonly keyring?: Keyring | undefined;
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
  const { institutionId, parts } = options;
  const problems: Problem[] = [];
  const signatures = { good: 0, unchecked: 0, unsealed: 0 };
  const unsealed: bigint[] = [];
  let firstSealed: bigint | undefined;
  let previous: Link = { number: 0n, hash: genesis };
  let batches = 0;
  let isOutsideMet = options.head === undefined || options.head.number === 0n;
  while (problems.length < problemsMax) {
    const page = await readPage(q, institutionId, previous.number);
    if (page.length === 0) break;
    const now = await digestsOf(q, institutionId, { parts, page });
    for (const row of page) {
      const seal = sealState(row, options.keyring);
      if (seal !== 'broken') signatures[seal] += 1;
      if (seal === 'unsealed') unsealed.push(row.number);
      else firstSealed ??= row.number;
      const found = [
        ...linkProblems(row, previous),
        ...(seal === 'broken' ? ['its seal is not of its hash'] : []),
        // Nothing that takes messages runs without a key: whoever wrote this one had none.
        ...(seal === 'unsealed' && firstSealed === undefined && row.messagesDigest !== null
          ? ['it wrote messages, but has no seal']
          : []),
        ...contentProblems(row, now),
        ...outsideProblems(row, options.head),
      ];
      problems.push(...found.map((what) => ({ where: `batch ${row.number}`, what })));
      isOutsideMet ||= row.number === options.head?.number;
      previous = row;
      batches += 1;
    }
    options.onProgress?.(batches);
  }
  if (problems.length < problemsMax) {
    problems.push(...(await endProblems(q, options, { last: previous, isOutsideMet })));
  }
  const unsealedLate = lateProblems(unsealed, firstSealed);
  return {
    batches,
    ...(batches > 0 ? { head: { number: previous.number, hash: hexOf(previous.hash) ?? '' } } : {}),
    signatures: {
      ...signatures,
      unsealedAt: rangesOf(unsealed),
      ...unvouchedOf(unsealed, { firstSealed, outside: options.head }),
    },
    unsealedLate,
    problems: [...unsealedLate, ...problems].slice(0, problemsMax),
  };
}

function lateProblems(unsealed: readonly bigint[], firstSealed: bigint | undefined): Problem[] {
  if (firstSealed === undefined) return [];
  return rangesOf(unsealed.filter((number) => number > firstSealed)).map(({ first, last }) => ({
    where: first === last ? `batch ${first}` : `batches ${first} to ${last}`,
    what: `not signed, although signing began with batch ${firstSealed}: someone who can write to the database but has no key wrote this`,
  }));
}

function unvouchedOf(
  unsealed: readonly bigint[],
  given: { readonly firstSealed: bigint | undefined; readonly outside: ChainHead | undefined },
): Pick<SealReport, 'unvouched' | 'unvouchedAt'> {
  // What stands before the first seal is part of what was sealed there.
  const found = unsealed.filter(
    (number) => number > (given.firstSealed ?? 0n) && number > (given.outside?.number ?? 0n),
  );
  return { unvouched: found.length, unvouchedAt: rangesOf(found) };
}

/** Numbers in rising order, as few ranges as can be. */
function rangesOf(numbers: readonly bigint[]): Range[] {
  const ranges: { first: bigint; last: bigint }[] = [];
  for (const number of numbers) {
    const open = ranges.at(-1);
    if (open && number === open.last + 1n) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

interface Link {
  readonly number: bigint;
  readonly hash: Uint8Array;
}

/** What is stored now of each part, by part and batch. */
type Digests = ReadonlyMap<RecordPart['name'], ReadonlyMap<string, Uint8Array>>;

async function digestsOf(
  q: Queries,
  institutionId: number,
  { parts, page }: { parts: readonly RecordPart[]; page: readonly ChainRow[] },
): Promise<Digests> {
  const batchIds = page.map(({ batchId }) => batchId);
  const digests = new Map<RecordPart['name'], ReadonlyMap<string, Uint8Array>>();
  for (const part of parts) {
    digests.set(part.name, await part.digests(q, institutionId, batchIds));
  }
  return digests;
}

function contentProblems(row: ChainRow, now: Digests): string[] {
  return [...now].flatMap(([name, digests]) => {
    const stored = name === 'books' ? row.booksDigest : row.messagesDigest;
    if (hexOf(stored) === hexOf(digests.get(row.batchId) ?? null)) return [];
    return [`what it wrote in the ${name} is not what is there now (batch id ${row.batchId})`];
  });
}

function outsideProblems(row: ChainRow, outside: ChainHead | undefined): string[] {
  const isOther = row.number === outside?.number && hexOf(row.hash) !== outside.hash;
  return isOther ? ['its hash is not the one kept outside'] : [];
}

/** What only the end of the chain can tell: a tail cut off, a head elsewhere, rows of batches that are not in it. */
async function endProblems(
  q: Queries,
  { institutionId, parts, head: outside }: VerifyRecordOptions,
  { last, isOutsideMet }: { last: Link; isOutsideMet: boolean },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isOutsideMet) {
    problems.push({
      where: `batch ${outside?.number}`,
      what: `you kept it outside as the head, but the chain ends with batch ${last.number}`,
    });
  }
  const head = await chainHead(q, institutionId);
  if ((head?.number ?? 0n) !== last.number || (head && head.hash !== hexOf(last.hash))) {
    problems.push({
      where: `batch ${last.number}`,
      what: `the head of the chain is not its last row (head ${head?.number ?? 'missing'})`,
    });
  }
  for (const part of parts) {
    for (const stray of await part.strays(q, institutionId)) {
      problems.push({ where: stray, what: 'it names a batch that is not in the chain' });
    }
  }
  return problems;
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

function linkProblems(row: ChainRow, previous: Link): string[] {
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
  keyring: Keyring | undefined,
): 'good' | 'unchecked' | 'unsealed' | 'broken' {
  if (row.seal === null) return 'unsealed';
  if (!keyring) return 'unchecked';
  // A seal under a key that nobody gave can't be told from a forged one: not checked is not good.
  return keyring.verify('record', row.hash, row.seal) === true ? 'good' : 'broken';
}
