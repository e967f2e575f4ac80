import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { chainColumns, type ChainRow, genesis, hashOf, hexOf } from './chain-row.ts';
import { contentProblems } from './content-problems.ts';
import { type ChainHead, chainHead } from './head.ts';
import { leafBytes } from './leaf.ts';
import { problemsMax } from './problems-max.ts';
import { readPruned } from './pruned.ts';
import type { RecordPart } from './record-part.ts';
import { nameOfRange, rangesOf, type Range } from './ranges.ts';
import { SignatureTally } from './signature-tally.ts';

/** A difference between the stored data and the chain. */
export interface Problem {
  /** Where: `batch 48213`, `account 0198… entry 7`. */
  readonly where: string;
  readonly what: string;
}

/** The results of checking the signatures. */
export interface SignatureReport {
  readonly good: number;
  /** Signed, but no key was given to check them. */
  readonly unchecked: number;
  /** Signed with keys that were not given, though others were: by the key's id. */
  readonly unknown: ReadonlyMap<number, number>;
  /** Written without a key. Only batches of the books may be; others are problems. */
  readonly unsigned: number;
  readonly unsignedAt: readonly Range[];
  /**
   * Unsigned batches that no signature covers: no batch is signed, or they follow the first signed
   * one. Anyone with write access to the database could have added them. Batches up to a head kept
   * outside are covered by it and don't count.
   */
  readonly unvouched: number;
  readonly unvouchedAt: readonly Range[];
}

export interface RecordReport {
  readonly batches: number;
  readonly head?: ChainHead;
  readonly signatures: SignatureReport;
  /**
   * Batches without a signature after the first signed one. From then on every writer has the key,
   * so somebody without it wrote these. A head kept outside does not excuse them: it may be newer
   * than they are.
   */
  readonly unsignedLate: readonly Problem[];
  /** Late unsigned batches first, then the others in chain order; at most `problemsMax`. */
  readonly problems: readonly Problem[];
}

export interface VerifyRecordOptions {
  readonly institutionId: number;
  readonly parts: readonly RecordPart[];
  readonly keyring?: Keyring | undefined;
  /** A head kept outside the database. Without it, rows cut off the end go unnoticed. */
  readonly head?: ChainHead | undefined;
  readonly onProgress?: ((batches: number) => void) | undefined;
}

/** What is said where nothing could be read. */
export const emptyReport: RecordReport = {
  batches: 0,
  signatures: {
    good: 0,
    unchecked: 0,
    unknown: new Map(),
    unsigned: 0,
    unsignedAt: [],
    unvouched: 0,
    unvouchedAt: [],
  },
  unsignedLate: [],
  problems: [],
};

const pageSize = 200;
/** A page ends behind the batch with which it has so many rows: they are in memory together. */
const leavesMost = 20_000;

/**
 * Follows an institution's chain from its first batch, hashes each row that is stored now again and compares. Reads in pages, one
 * after another; run it in one snapshot.
 */
export async function verifyRecord(
  q: Queries,
  options: VerifyRecordOptions,
): Promise<RecordReport> {
  const { institutionId, parts } = options;
  const problems: Problem[] = [];
  const signatures = new SignatureTally(options.keyring);
  let previous: Link = { number: 0n, hash: genesis };
  let batches = 0;
  const { head: outside } = options;
  // Before the first batch there is one hash alone.
  let isOutsideMet =
    outside === undefined || (outside.number === 0n && outside.hash === hexOf(genesis));
  const pruned = await readPruned(q, institutionId, options);
  while (problems.length < problemsMax) {
    const page = await readPage(q, institutionId, previous.number);
    if (page.length === 0) break;
    const contents = await contentProblems(q, institutionId, { parts, page, pruned });
    for (const row of page) {
      signatures.add(row);
      const found = [
        ...linkProblems(row, previous),
        // Nothing that takes messages runs without a key, so the writer of this one had none.
        ...(row.signature === null && signatures.firstSigned === undefined && hasMessages(row)
          ? ['it wrote messages but has no signature']
          : []),
        ...(contents.get(row) ?? []),
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
    problems.push(...pruned.problems());
    problems.push(...(await endProblems(q, options, { last: previous, isOutsideMet })));
  }
  const { unsigned, firstSigned } = signatures;
  const unsignedLate = lateProblems(unsigned, firstSigned);
  return {
    batches,
    ...(batches > 0 ? { head: { number: previous.number, hash: hexOf(previous.hash) ?? '' } } : {}),
    signatures: {
      ...signatures.counts(),
      unsignedAt: rangesOf(unsigned),
      ...unvouchedOf(unsigned, { firstSigned, outside: options.head }),
    },
    unsignedLate,
    problems: [...unsignedLate, ...signatures.problems(), ...problems].slice(0, problemsMax),
  };
}

function lateProblems(unsigned: readonly bigint[], firstSigned: bigint | undefined): Problem[] {
  if (firstSigned === undefined) return [];
  return rangesOf(unsigned.filter((number) => number > firstSigned)).map((range) => ({
    where: nameOfRange(range),
    what: `not signed, although signing began with batch ${firstSigned}: someone with access to the database but without a key wrote it`,
  }));
}

function unvouchedOf(
  unsigned: readonly bigint[],
  given: { readonly firstSigned: bigint | undefined; readonly outside: ChainHead | undefined },
): Pick<SignatureReport, 'unvouched' | 'unvouchedAt'> {
  // The first signature also covers all batches before it.
  const found = unsigned.filter(
    (number) => number > (given.firstSigned ?? 0n) && number > (given.outside?.number ?? 0n),
  );
  return { unvouched: found.length, unvouchedAt: rangesOf(found) };
}

interface Link {
  readonly number: bigint;
  readonly hash: Uint8Array;
}

function outsideProblems(row: ChainRow, outside: ChainHead | undefined): string[] {
  const isOther = row.number === outside?.number && hexOf(row.hash) !== outside.hash;
  return isOther ? ['its hash differs from the head kept outside'] : [];
}

/**
 * Finds problems at the end of the chain: rows cut off, a wrong head, data of batches that are
 * missing.
 */
async function endProblems(
  q: Queries,
  { institutionId, parts, head: outside }: VerifyRecordOptions,
  { last, isOutsideMet }: { last: Link; isOutsideMet: boolean },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isOutsideMet) {
    problems.push({
      where: `batch ${outside?.number}`,
      what: `the head kept outside names it, but the chain ends with batch ${last.number}`,
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
      problems.push({ where: stray, what: 'it is of no batch in the chain' });
    }
  }
  return problems;
}

async function readPage(q: Queries, institutionId: number, after: bigint): Promise<ChainRow[]> {
  const rows = await q.query<ChainRow>(
    `select ${chainColumns()} from chain where institution_id = $1 and number > $2 order by number limit ${pageSize}`,
    [institutionId, after],
  );
  let leaves = 0;
  const end = rows.findIndex((row) => {
    leaves += (row.leaves?.length ?? 0) / leafBytes;
    return leaves > leavesMost;
  });
  return end < 0 ? rows : rows.slice(0, end + 1);
}

function hasMessages({ messagesDigest, messagesCount }: ChainRow): boolean {
  return messagesDigest !== null || (messagesCount ?? 0) > 0;
}

function linkProblems(row: ChainRow, previous: Link): string[] {
  const problems: string[] = [];
  if (row.number !== previous.number + 1n) {
    problems.push(`batch ${previous.number + 1n} is missing before it`);
  }
  if (hexOf(row.previousHash) !== hexOf(previous.hash)) {
    problems.push(`it is not chained to batch ${previous.number}`);
  }
  if (hexOf(row.hash) !== hexOf(hashOf(row))) problems.push('its hash does not match its content');
  return problems;
}
