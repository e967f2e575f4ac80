import type { Queries } from '../database/database.ts';

/** A file that a person may take away, once. */
export interface GrantedExport {
  readonly id: string;
  readonly kind: string;
  readonly who: string;
  readonly whoName: string;
  readonly why: string;
  readonly criteria: unknown;
  /** Under which approval; `null`: their role needs none. */
  readonly approval: string | null;
  readonly grantedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly takenAt: Temporal.Instant | null;
}

/** How long a file may be taken. */
export const takenWithin = { hours: 24 } as const;

const columns = `id, kind, who, who_name as "whoName", why, criteria, approval, granted_at as "grantedAt",
    expires_at as "expiresAt", taken_at as "takenAt"`;

/** Keeps that somebody may take a file. */
export async function grantExport(
  tx: Queries,
  institutionId: number,
  given: Omit<GrantedExport, 'takenAt'>,
): Promise<void> {
  await tx.query(
    `insert into granted_exports (institution_id, id, kind, who, who_name, why, criteria, approval, granted_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
    [
      institutionId,
      given.id,
      given.kind,
      given.who,
      given.whoName,
      given.why,
      given.criteria,
      given.approval,
      given.grantedAt,
      given.expiresAt,
    ],
  );
}

/**
 * Marks a file as taken by the person who may. Run it in the transaction that makes the file: where
 * that fails, it is not taken.
 * @returns `undefined` where there is none of theirs, its time is over, or it was taken
 */
export async function takeExport(
  tx: Queries,
  institutionId: number,
  given: { readonly id: string; readonly who: string; readonly at: Temporal.Instant },
): Promise<GrantedExport | undefined> {
  const [row] = await tx.query<GrantedExport>(
    `update granted_exports set taken_at = $4
      where institution_id = $1 and id = $2 and who = $3 and taken_at is null and expires_at > $4
      returning ${columns}`,
    [institutionId, given.id, given.who, given.at],
  );
  return row;
}

/** The last exports, the newest first: of one person, or of everybody. */
export async function listExports(
  q: Queries,
  institutionId: number,
  given: { readonly who?: string | undefined; readonly count: number },
): Promise<GrantedExport[]> {
  return q.query<GrantedExport>(
    `select ${columns} from granted_exports
      where institution_id = $1 and ($2::text is null or who = $2) order by granted_at desc, id desc limit $3`,
    [institutionId, given.who ?? null, given.count],
  );
}
