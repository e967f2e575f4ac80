import { createHash } from 'node:crypto';

/** Of what a batch writes: the books, messages, and changes of other tables. In this order stand its leaves. */
export const partNames = ['books', 'messages', 'changes'] as const;
export type PartName = (typeof partNames)[number];

/** Versions of what a batch was decided and written with: by part the format of its leaves, and whatever else was given. */
export type Versions = Readonly<Record<string, number | string>>;

/** The format in which rows of the chain are written now. */
export const chainFormat = 2;

/** What the hash of a batch covers. */
export interface ChainContent {
  readonly institutionId: number;
  /** 1, 2, 3… for each institution. */
  readonly number: bigint;
  /** 1: a digest for each part. 2: a leaf for each row. */
  readonly format: number;
  readonly batchId: string;
  /** Of format 1 alone, as is the next. */
  readonly booksDigest: Uint8Array | null;
  readonly messagesDigest: Uint8Array | null;
  readonly booksCount: number | null;
  readonly messagesCount: number | null;
  /** Of format 2 alone, as are the next two. */
  readonly changesCount: number | null;
  readonly root: Uint8Array | null;
  readonly versions: Versions | null;
  readonly previousHash: Uint8Array;
  /** Whether the row has a signature: removing one breaks the chain. */
  readonly isSigned: boolean;
  readonly writtenAt: Temporal.Instant;
}

export interface ChainRow extends ChainContent {
  /** Of format 2: the leaves of all rows, joined. The root covers them. */
  readonly leaves: Uint8Array | null;
  readonly hash: Uint8Array;
  readonly signature: Uint8Array | null;
}

/** The columns of the table `chain` as a `ChainRow`. @param alias what a statement calls the table */
export function chainColumns(alias = 'chain'): string {
  return Object.entries(columns)
    .map(([name, column]) => `${column.replace('$', alias)} as "${name}"`)
    .join(', ');
}

const columns: Readonly<Record<keyof ChainRow, string>> = {
  institutionId: '$.institution_id',
  number: '$.number',
  format: '$.format',
  batchId: '$.batch_id',
  booksDigest: '$.books_digest',
  messagesDigest: '$.messages_digest',
  booksCount: '$.books_count',
  messagesCount: '$.messages_count',
  changesCount: '$.changes_count',
  root: '$.root',
  versions: '$.versions',
  previousHash: '$.previous_hash',
  isSigned: '$.seal is not null',
  writtenAt: '$.written_at',
  leaves: '$.leaves',
  hash: '$.hash',
  signature: '$.seal',
};

/** What stands before the first row. */
export const genesis = new Uint8Array(32);

/** SHA-256 of a batch's row: with no key, so that anyone can follow the chain. */
export function hashOf(content: ChainContent): Uint8Array {
  return createHash('sha256').update(hashedContent(content)).digest();
}

/** The text that `hashOf` hashes. */
export function hashedContent(content: ChainContent): string {
  return JSON.stringify(content.format === 1 ? firstFormat(content) : secondFormat(content));
}

function firstFormat(content: ChainContent): readonly unknown[] {
  return [
    'tweet-my-money chain 1',
    content.institutionId,
    content.number.toString(),
    content.batchId,
    hexOf(content.booksDigest),
    hexOf(content.messagesDigest),
    content.booksCount,
    content.messagesCount,
    hexOf(content.previousHash),
    content.isSigned,
    content.writtenAt.toString(),
  ];
}

function secondFormat(content: ChainContent): readonly unknown[] {
  return [
    `tweet-my-money chain ${content.format}`,
    content.institutionId,
    content.number.toString(),
    content.batchId,
    partNames.map((part) => countOf(content, part)),
    hexOf(content.root),
    // The database keeps no order of keys.
    Object.entries(content.versions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    hexOf(content.previousHash),
    content.isSigned,
    content.writtenAt.toString(),
  ];
}

/** How many rows of a part a batch wrote, where its row says so. */
export function countOf(
  content: Pick<ChainContent, 'booksCount' | 'messagesCount' | 'changesCount'>,
  part: PartName,
): number | null {
  return content[`${part}Count`];
}

/** Hexadecimal, or `null` for what is absent. */
export function hexOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('hex');
}
