import type { Queries } from '../database/database.ts';
import { type ChainRow, countOf, hexOf, partNames } from './chain-row.ts';
import { leafBytes, leafOf, splitLeaves } from './leaf.ts';
import { leafFormats } from './leaf-formats.ts';
import { rootOf } from './merkle.ts';
import type { Pruned } from './pruned-rows.ts';
import type { RecordPart } from './record-part.ts';

/** Rows of one batch that are named; the others are counted. */
const namedMost = 5;

/** What these batches wrote against what is stored now: problems by batch, in words. */
export async function contentProblems(
  q: Queries,
  institutionId: number,
  {
    parts,
    page,
    pruned,
  }: {
    readonly parts: readonly RecordPart[];
    readonly page: readonly ChainRow[];
    readonly pruned: Pruned;
  },
): Promise<ReadonlyMap<ChainRow, readonly string[]>> {
  const problems = new Map(page.map((row) => [row, shapeProblems(row)]));
  const tell = (row: ChainRow, found: readonly string[]) => problems.get(row)?.push(...found);
  for (const part of parts) {
    const first = page.filter(({ format }) => format === 1);
    const digests = await part.digests?.(
      q,
      institutionId,
      first.map(({ batchId }) => batchId),
    );
    for (const row of first) {
      const digest = digests?.get(row.batchId);
      // The first format has no hash of a single row: what is pruned of a batch is all of it.
      if (digest || !pruned.has(part.name, row.number))
        tell(row, digestProblems(row, part, digest));
    }
    const later = page.filter((row) => row.format === 2 && leafFormatOf(row, part) !== undefined);
    const contents = await part.contents(
      q,
      institutionId,
      later.map((row) => ({
        id: row.batchId,
        number: row.number,
        leafFormat: leafFormatOf(row, part) ?? 1,
      })),
    );
    for (const row of later)
      tell(row, leafProblems(row, { part, pruned }, contents.get(row.batchId) ?? []));
  }
  return problems;
}

/** What is wrong with a row whatever is in the tables: fields of another format, leaves that don't make its root. */
function shapeProblems(row: ChainRow): string[] {
  if (row.format === 1) {
    const has = [row.root, row.leaves, row.changesCount, row.versions].some(
      (field) => field !== null,
    );
    return has ? ['it has what only later formats have'] : [];
  }
  if (row.format !== 2) return [`its format ${row.format} is not known`];
  const problems: string[] = [];
  if (row.booksDigest !== null || row.messagesDigest !== null)
    problems.push('it has what only the first format has');
  const leaves = splitLeaves(row.leaves ?? new Uint8Array());
  const counted = partNames.reduce((sum, part) => sum + (countOf(row, part) ?? 0), 0);
  const isWhole = row.leaves?.length === counted * leafBytes;
  if (!isWhole || hexOf(rootOf(leaves)) !== hexOf(row.root))
    problems.push('its leaves are not those of its root');
  const unknown = partNames.filter((part) => {
    const format = row.versions?.[part];
    return typeof format !== 'number' || format < 1 || format > leafFormats[part];
  });
  return [...problems, ...unknown.map((part) => `the format of its ${part} is not known`)];
}

/** The format of a part's leaves, where it is one that this program knows. */
function leafFormatOf(row: ChainRow, { name }: RecordPart): number | undefined {
  const format = row.versions?.[name];
  return typeof format === 'number' && format >= 1 && format <= leafFormats[name]
    ? format
    : undefined;
}

function digestProblems(
  row: ChainRow,
  { name }: RecordPart,
  digest: Uint8Array | undefined,
): string[] {
  const stored =
    name === 'books' ? row.booksDigest : name === 'messages' ? row.messagesDigest : null;
  if (hexOf(stored) === hexOf(digest ?? null)) return [];
  return [`what it wrote in the ${name} is not what is there now (batch id ${row.batchId})`];
}

function leafProblems(
  row: ChainRow,
  { part, pruned }: { readonly part: RecordPart; readonly pruned: Pruned },
  contents: readonly string[],
): string[] {
  const missing = new Map<string, number>();
  for (const leaf of leavesOf(row, part.name)) {
    const key = hexOf(leaf) ?? '';
    missing.set(key, (missing.get(key) ?? 0) + 1);
  }
  const others = contents.filter((content) => {
    const key = hexOf(leafOf(content)) ?? '';
    const count = missing.get(key) ?? 0;
    if (count === 0) return true;
    if (count === 1) missing.delete(key);
    else missing.set(key, count - 1);
    return false;
  });
  const unmet = missing.values().reduce((sum, count) => sum + count, 0);
  const gone = unmet - others.length;
  const isPruned = gone > 0 && pruned.has(part.name, row.number);
  if (isPruned) pruned.note(part.name, gone);
  return [
    ...others.slice(0, namedMost).map((content) => otherRow(nameOf(part, content), unmet, gone)),
    ...(others.length > namedMost
      ? [`${others.length - namedMost} more rows in the ${part.name} are not as it wrote them`]
      : []),
    ...(gone > 0 && !isPruned
      ? [
          `${gone} ${gone === 1 ? 'row' : 'rows'} that it wrote in the ${part.name} ${gone === 1 ? 'is' : 'are'} missing`,
        ]
      : []),
  ];
}

/**
 * What is wrong with a row that has no leaf: it was altered, where the batch has a leaf whose row is not there.
 * @param unmet leaves without their row
 * @param gone how many more of these there are than rows without a leaf
 */
function otherRow(name: string, unmet: number, gone: number): string {
  if (unmet === 0) return `it did not write ${name}, and no other batch did`;
  if (gone < 0) return `${name} is not as it wrote it, or no batch wrote it`;
  return `${name} is not as it wrote it`;
}

/** The leaves of one part of a batch. */
export function leavesOf(row: ChainRow, name: RecordPart['name']): Uint8Array[] {
  let first = 0;
  for (const part of partNames) {
    const count = countOf(row, part) ?? 0;
    if (part === name)
      return splitLeaves(row.leaves ?? new Uint8Array()).slice(first, first + count);
    first += count;
  }
  return [];
}

function nameOf(part: RecordPart, content: string): string {
  const fields: unknown = JSON.parse(content);
  return Array.isArray(fields) ? part.nameOf(fields) : 'a row';
}
