import type { Queries } from '../database/database.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';

/** How a member was found, the surest first. */
export const foundBy = ['number', 'phone', 'receipt', 'handle', 'name'] as const;
export type FoundBy = (typeof foundBy)[number];

/** What somebody typed, as far as each way to find a member can use it. */
export interface MemberSearch {
  /** The member number, or its beginning. */
  readonly number?: string | undefined;
  /** Blind indexes of a phone number. */
  readonly phone?: {
    readonly channels: readonly ChannelName[];
    readonly blindIndexes: readonly Uint8Array[];
  };
  /** A transfer's receipt: the place of the account in the member's list, and of its entry there. */
  readonly receipt?: {
    readonly ordinal: number;
    readonly sequence: bigint;
    readonly number?: string | undefined;
  };
  /** The beginning of a handle. */
  readonly handle?: string | undefined;
  /** Beginnings of words of the name, in lower case and without accents. */
  readonly words: readonly string[];
}

export interface FoundMember {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly lockedAt: Temporal.Instant | null;
  readonly by: FoundBy;
}

/** As the index of migration 0101 has it. */
const nameWords = `to_tsvector('simple', regexp_replace(
  regexp_replace(normalize(m.name, nfkd), '[\\u0300-\\u036f\\u2019\\u02bc'']', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))`;

const columns = 'm.id, m.number, m.name, m.locked_at as "lockedAt"';

/**
 * Finds members by anything that staff have at hand: the surest way first, then by name. Each way
 * has its index, and reads no more than it shows.
 * @param count the most of each way
 */
export async function findMembers(
  q: Queries,
  institutionId: number,
  search: MemberSearch,
  count: number,
): Promise<FoundMember[]> {
  const ways = [
    byNumber(q, institutionId, search, count),
    byPhone(q, institutionId, search, count),
    byReceipt(q, institutionId, search, count),
    byHandle(q, institutionId, search, count),
    byName(q, institutionId, search, count),
  ];
  const found = new Map<string, FoundMember>();
  for (const [index, rows] of (await Promise.all(ways)).entries())
    for (const row of rows)
      if (!found.has(row.id)) found.set(row.id, { ...row, by: foundBy[index] ?? 'name' });
  return [...found.values()];
}

type Row = Omit<FoundMember, 'by'>;
type Way = (
  q: Queries,
  institutionId: number,
  search: MemberSearch,
  count: number,
) => Promise<Row[]>;

const byNumber: Way = async (q, institutionId, { number }, count) =>
  number === undefined
    ? []
    : q.query<Row>(
        `select ${columns} from members m
          where m.institution_id = $1 and m.number like $2 order by m.number limit $3`,
        [institutionId, beginning(number), count],
      );

const byPhone: Way = async (q, institutionId, { phone }, count) =>
  phone === undefined
    ? []
    : q.query<Row>(
        `select distinct ${columns} from addresses a join members m on m.institution_id = $1 and m.id = a.member_id
          where a.institution_id = $1 and a.channel = any($2::text[]) and a.lookup = any($3::bytea[]) and a.state <> 'removed'
          limit $4`,
        [institutionId, phone.channels, phone.blindIndexes, count],
      );

const byHandle: Way = async (q, institutionId, { handle }, count) =>
  handle === undefined
    ? []
    : q.query<Row>(
        `select distinct ${columns} from (
            select member_id from addresses
            where institution_id = $1 and lower(handle) like $2 and handle is not null and state <> 'removed' limit $3
          ) a join members m on m.institution_id = $1 and m.id = a.member_id`,
        [institutionId, beginning(handle.toLowerCase()), count],
      );

/** Other members' receipts may have the same numbers: without a member number there can be several. */
const byReceipt: Way = async (q, institutionId, { receipt }, count) =>
  receipt === undefined
    ? []
    : q.query<Row>(
        `select ${columns} from share_owners o
          join members m on m.institution_id = $1 and m.id = o.member_id and ($4::text is null or m.number = $4)
          join shares s on s.institution_id = $1 and s.id = o.share_id
          join accounts a on a.institution_id = $1 and a.id = s.account_id and a.version >= $3
          join entries e on e.institution_id = $1 and e.account_id = a.id and e.sequence = $3 and e.kind = 'transfer'
          where o.institution_id = $1 and o.ordinal = $2 limit $5`,
        [institutionId, receipt.ordinal, receipt.sequence, receipt.number ?? null, count],
      );

const byName: Way = async (q, institutionId, { words }, count) =>
  words.length === 0
    ? []
    : q.query<Row>(
        `select ${columns} from members m
          where m.institution_id = $1 and ${nameWords} @@ to_tsquery('simple', $2)
          order by m.name, m.number limit $3`,
        [institutionId, words.map((word) => `${word}:*`).join(' & '), count],
      );

/** A pattern for `like` that only matches texts that begin so. */
function beginning(text: string): string {
  return `${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** The words of a text as the index has those of names. Only letters and digits remain. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\u2019\u02BC']/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
