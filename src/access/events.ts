import type { Queries } from '../database/database.ts';
import type { AccessContext, MemberKey } from './access-context.ts';

/** The kinds of events in a member's access. */
export const securityEventKinds = [
  'invited',
  'access_activated',
  'access_closed',
  'signed_in',
  'sign_in_refused',
  'verified',
  'signed_out',
  'session_ended',
  'signed_out_everywhere',
  'passkey_added',
  'passkey_renamed',
  'passkey_removed',
  'password_changed',
  'totp_changed',
  'recovery_codes_made',
  'recovery_used',
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

export interface SecurityEvent {
  readonly id: string;
  readonly kind: SecurityEventKind;
  readonly device?: string;
  /** Names, such as of a passkey or a way to sign in; never a secret. */
  readonly detail: Readonly<Record<string, string>>;
  readonly at: Temporal.Instant;
}

/** Records an event in the transaction that makes the change. Append-only. */
export async function recordSecurityEvent(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  event: MemberKey & {
    readonly kind: SecurityEventKind;
    readonly device?: string;
    readonly detail?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await tx.query(
    `insert into security_events (institution_id, id, member_id, kind, device, detail, at)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    [
      event.institutionId,
      world.ids.next(),
      event.memberId,
      event.kind,
      event.device ?? null,
      event.detail ?? {},
      world.clock.now(),
    ],
  );
}

/**
 * Lists recent events, newest first.
 * @param given at most `limit` of them, 1 to 200
 */
export async function listSecurityEvents(
  q: Queries,
  given: MemberKey & { readonly limit: number },
): Promise<SecurityEvent[]> {
  const rows = await q.query<{
    id: string;
    kind: SecurityEventKind;
    device: string | null;
    detail: Record<string, string>;
    at: Temporal.Instant;
  }>(
    `select id, kind, device, detail, at from security_events
      where institution_id = $1 and member_id = $2 order by at desc, id desc limit $3`,
    [given.institutionId, given.memberId, given.limit],
  );
  return rows.map(({ device, ...row }) => ({ ...row, ...(device === null ? {} : { device }) }));
}

/**
 * Records a refused sign-in for the member with this number. It runs the same statement if nobody
 * has it.
 */
export async function recordRefusedSignIn(
  db: Queries,
  { world }: Pick<AccessContext, 'world'>,
  given: {
    readonly institutionId: number;
    readonly memberNumber: string;
    readonly device: string;
    readonly step: string;
  },
): Promise<void> {
  await db.query(
    `insert into security_events (institution_id, id, member_id, kind, device, detail, at)
      select $1, $2, id, 'sign_in_refused', $4, $5::jsonb, $6 from members where institution_id = $1 and number = $3`,
    [
      given.institutionId,
      world.ids.next(),
      given.memberNumber,
      given.device,
      { step: given.step },
      world.clock.now(),
    ],
  );
}
