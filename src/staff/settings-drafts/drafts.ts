import type { Queries } from '../../database/database.ts';
import type { SettingsDraftState } from '../../kernel/vocabulary/settings-draft.ts';
import type { PlainSettings } from '../../members/settings-patch.ts';

/** Changes of settings that wait. */
export interface SettingsDraft {
  readonly id: string;
  /** The version of the settings that it was made on. */
  readonly baseVersion: number;
  /** Raised by each change. */
  readonly revision: number;
  readonly state: SettingsDraftState;
  /** By name, with `name` and `zone`: the whole new value. Null: the default again. */
  readonly settings: PlainSettings;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly changedBy: string;
  readonly changedAt: Temporal.Instant;
  readonly endedBy: string | null;
  readonly endedAt: Temporal.Instant | null;
  /** The version that it became. */
  readonly liveVersion: number | null;
}

const columns = `id, base_version as "baseVersion", revision, state, settings, made_by as "madeBy", made_at as "madeAt",
  changed_by as "changedBy", changed_at as "changedAt", ended_by as "endedBy", ended_at as "endedAt", live_version as "liveVersion"`;

/** Lists drafts, those that wait first, then the latest. */
export async function listDrafts(q: Queries, institutionId: number): Promise<SettingsDraft[]> {
  return q.query<SettingsDraft>(
    `select ${columns} from settings_drafts where institution_id = $1
      order by state = 'open' desc, changed_at desc, id limit 100`,
    [institutionId],
  );
}

/**
 * Reads one draft.
 * @param options `lock`: nobody else changes it until the transaction ends
 */
export async function readDraft(
  q: Queries,
  institutionId: number,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<SettingsDraft | undefined> {
  const [row] = await q.query<SettingsDraft>(
    `select ${columns} from settings_drafts where institution_id = $1 and id = $2 ${options.lock ? 'for update' : ''}`,
    [institutionId, id],
  );
  return row;
}

interface Written {
  readonly id: string;
  readonly baseVersion: number;
  readonly settings: PlainSettings;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Begins a draft. */
export async function insertDraft(
  tx: Queries,
  institutionId: number,
  { id, baseVersion, settings, by, at }: Written,
): Promise<void> {
  await tx.query(
    `insert into settings_drafts (institution_id, id, base_version, revision, state, settings, made_by, made_at, changed_by, changed_at)
      values ($1, $2, $3, 1, 'open', $4::jsonb, $5, $6, $5, $6)`,
    [institutionId, id, baseVersion, settings, by, at],
  );
}

/** Changes a draft that waits. What was rehearsed before counts no more. */
export async function changeDraft(
  tx: Queries,
  institutionId: number,
  { id, baseVersion, settings, by, at }: Written,
): Promise<void> {
  await tx.query(
    `update settings_drafts set revision = revision + 1, base_version = $3, settings = $4::jsonb, changed_by = $5, changed_at = $6
      where institution_id = $1 and id = $2 and state = 'open'`,
    [institutionId, id, baseVersion, settings, by, at],
  );
}

/** Ends a draft that waits: it became a version, or nobody wants it. */
export async function endDraft(
  tx: Queries,
  institutionId: number,
  {
    id,
    by,
    at,
    liveVersion,
  }: {
    readonly id: string;
    readonly by: string;
    readonly at: Temporal.Instant;
    /** Absent: it is dropped. */
    readonly liveVersion?: number;
  },
): Promise<void> {
  await tx.query(
    `update settings_drafts set state = $3, ended_by = $4, ended_at = $5, live_version = $6
      where institution_id = $1 and id = $2 and state = 'open'`,
    [
      institutionId,
      id,
      liveVersion === undefined ? 'dropped' : 'live',
      by,
      at,
      liveVersion ?? null,
    ],
  );
}
