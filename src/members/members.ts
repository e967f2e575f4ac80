import type { Language } from '../kernel/vocabulary/language.ts';
import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { World } from '../kernel/world.ts';
import type { Member } from './member.ts';

interface Row {
  id: string;
  number: string;
  name: string;
  language: Language | null;
  zone: string | null;
  defaultShareId: string | null;
  transferSourceShareId: string | null;
  lockedAt: Temporal.Instant | null;
  disclosedAt: Temporal.Instant | null;
}

const columns = `id, number, name, language, zone, default_share_id as "defaultShareId",
  transfer_source_share_id as "transferSourceShareId", locked_at as "lockedAt", disclosed_at as "disclosedAt"`;

export interface NewMember {
  readonly number: string;
  readonly name: string;
  readonly language?: Language | undefined;
}

/**
 * Creates members, set-based. Existing numbers stay unchanged.
 * @returns all of them by number
 * @throws Fault `member_invalid`
 */
export async function ensureMembers(
  tx: Queries,
  world: World,
  institutionId: number,
  wanted: readonly NewMember[],
): Promise<Map<string, Member>> {
  for (const { number } of wanted) {
    if (!/^[A-Za-z0-9-]{1,30}$/.test(number)) {
      throw new Fault({
        code: 'member_invalid',
        message: 'A member number has 1 to 30 letters, digits and dashes',
        retryable: false,
      });
    }
  }
  const unique = [...new Map(wanted.map((one) => [one.number, one])).values()].sort((a, b) =>
    a.number < b.number ? -1 : 1,
  );
  const now = world.clock.now();
  await tx.query(
    `insert into members (institution_id, id, number, name, language, created_at)
      select $1, n.*, $6 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as n
      on conflict (institution_id, number) do nothing`,
    [
      institutionId,
      unique.map(() => world.ids.next()),
      unique.map((one) => one.number),
      unique.map((one) => one.name),
      unique.map((one) => one.language ?? null),
      now,
    ],
  );
  const rows = await tx.query<Row>(
    `select ${columns} from members where institution_id = $1 and number = any($2::text[])`,
    [institutionId, unique.map((one) => one.number)],
  );
  return new Map(rows.map((row) => [row.number, fromRow(row, institutionId)]));
}

/** @returns `undefined` if nobody has this number */
export async function findMemberByNumber(
  q: Queries,
  institutionId: number,
  number: string,
): Promise<Member | undefined> {
  const [row] = await q.query<Row>(
    `select ${columns} from members where institution_id = $1 and number = $2`,
    [institutionId, number],
  );
  return row && fromRow(row, institutionId);
}

/** Changes the names of members, set-based. */
export async function nameMembers(
  tx: Queries,
  institutionId: number,
  named: readonly { readonly memberId: string; readonly name: string }[],
): Promise<void> {
  if (named.length === 0) return;
  await tx.query(
    `update members m set name = n.name from unnest($2::uuid[], $3::text[]) as n (id, name)
      where m.institution_id = $1 and m.id = n.id`,
    [institutionId, named.map(({ memberId }) => memberId), named.map(({ name }) => name)],
  );
}

/** Lists members in order of number, those after a number: at most `limit`. */
export async function listMembers(
  q: Queries,
  institutionId: number,
  { limit, after = '' }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Member[]> {
  const rows = await q.query<Row>(
    `select ${columns} from members where institution_id = $1 and number > $3 order by number limit $2`,
    [institutionId, limit, after],
  );
  return rows.map((row) => fromRow(row, institutionId));
}

/** Changes a member's own choices. Absent fields stay, and null removes a choice. */
export async function changeMember(
  tx: Queries,
  member: { institutionId: number; id: string },
  changes: {
    language?: Language | null;
    zone?: string | null;
    defaultShareId?: string | null;
    transferSourceShareId?: string | null;
  },
): Promise<void> {
  await tx.query(
    `update members set
        language = case when $3 then $4 else language end,
        default_share_id = case when $5 then $6::uuid else default_share_id end,
        transfer_source_share_id = case when $7 then $8::uuid else transfer_source_share_id end,
        zone = case when $9 then $10 else zone end
      where institution_id = $1 and id = $2`,
    [
      member.institutionId,
      member.id,
      changes.language !== undefined,
      changes.language ?? null,
      changes.defaultShareId !== undefined,
      changes.defaultShareId ?? null,
      changes.transferSourceShareId !== undefined,
      changes.transferSourceShareId ?? null,
      changes.zone !== undefined,
      changes.zone ?? null,
    ],
  );
}

function fromRow(row: Row, institutionId: number): Member {
  return {
    id: row.id,
    institutionId,
    number: row.number,
    name: row.name,
    ...(row.language ? { language: row.language } : {}),
    ...(row.zone ? { zone: row.zone } : {}),
    ...(row.defaultShareId ? { defaultShareId: row.defaultShareId } : {}),
    ...(row.transferSourceShareId ? { transferSourceShareId: row.transferSourceShareId } : {}),
    ...(row.lockedAt ? { lockedAt: row.lockedAt } : {}),
    ...(row.disclosedAt ? { disclosedAt: row.disclosedAt } : {}),
  };
}
