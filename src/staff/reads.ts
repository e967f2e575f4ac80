import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';

/** A look at a member's data. */
export interface Look {
  readonly institutionId: number;
  /** Who looks. `identity` is absent for the server's own rights, on the command line. */
  readonly by: { readonly identity?: string | undefined; readonly name: string };
  /** `null` for a look at many members at once, such as an export. */
  readonly memberId: string | null;
  /** The page, or what was shown: `member`, `conversation`, `phone`. */
  readonly what: string;
  /** Why, for a look that needs a reason. */
  readonly why?: string | undefined;
}

/**
 * Records that somebody of the staff looked at a member's data. Call it before the data leaves: a
 * look that can't be recorded doesn't happen.
 */
export async function noteRead(q: Queries, world: World, look: Look): Promise<void> {
  await q.query(
    `insert into reads (institution_id, id, who, who_name, member_id, what, why, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      look.institutionId,
      world.ids.next(),
      look.by.identity ?? null,
      look.by.name,
      look.memberId,
      look.what,
      look.why ?? null,
      world.clock.now(),
    ],
  );
}

/** A look as the audit page and the member file show it. */
export interface ReadRow {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly why: string | null;
  readonly at: Temporal.Instant;
}

/** Lists who looked at a member, newest first. */
export async function readsOf(
  q: Queries,
  institutionId: number,
  given: { readonly memberId: string; readonly count: number },
): Promise<ReadRow[]> {
  return q.query<ReadRow>(
    `select id, who_name as who, what, why, at from reads
      where institution_id = $1 and member_id = $2 order by at desc, id desc limit $3`,
    [institutionId, given.memberId, given.count],
  );
}

/** A look with the member it was at. */
export interface FoundRead extends ReadRow {
  readonly memberNumber: string | null;
  readonly memberName: string | null;
}

/**
 * Finds looks at members, the newest first. Their ids are in order of time.
 * @param asked all that is given must hold. `firstId` is included, `beforeId` is not
 */
export async function findReads(
  q: Queries,
  institutionId: number,
  asked: {
    readonly who?: string | undefined;
    readonly what?: string | undefined;
    readonly memberId?: string | undefined;
    readonly firstId?: string | undefined;
    readonly beforeId?: string | undefined;
    readonly limit: number;
  },
): Promise<FoundRead[]> {
  return q.query<FoundRead>(
    `select r.id, r.who_name as who, r.what, r.why, r.at, m.number as "memberNumber", m.name as "memberName"
      from reads r left join members m on m.institution_id = $1 and m.id = r.member_id
      where r.institution_id = $1 and ($2::text is null or r.who_name = $2) and ($3::text is null or r.what = $3)
        and ($4::uuid is null or r.member_id = $4) and ($5::uuid is null or r.id >= $5) and ($6::uuid is null or r.id < $6)
      order by r.id desc limit $7`,
    [
      institutionId,
      asked.who ?? null,
      asked.what ?? null,
      asked.memberId ?? null,
      asked.firstId ?? null,
      asked.beforeId ?? null,
      asked.limit,
    ],
  );
}
