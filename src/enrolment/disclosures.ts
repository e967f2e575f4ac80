import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { recordConsents, type NewConsent } from '../members/consents.ts';

/**
 * What a member must have been shown and agreed to before an address is enrolled, each by a tick of its own, with the version of
 * the text that was shown. A text that changes gets a new version here, and is asked for again.
 *
 * - `regulation_e`: the initial disclosures on electronic transfers (12 CFR 1005.7), before the first transfer
 * - `esign`: consent to get them electronically (15 U.S.C. 7001(c))
 * - `sms_terms`: what carriers and the TCPA want known before a text is sent: frequency, rates, STOP and HELP
 */
export const disclosureVersions = {
  regulation_e: '2026-11',
  esign: '2026-11',
  sms_terms: '2026-11',
} as const;

export type Disclosure = keyof typeof disclosureVersions;

/** What must be agreed to for an address of this channel. */
export function disclosuresFor(channel: 'x' | 'sms'): readonly Disclosure[] {
  return channel === 'sms' ? ['regulation_e', 'esign', 'sms_terms'] : ['regulation_e', 'esign'];
}

/** Which of these the member has not agreed to yet in the version that stands. */
export async function missingDisclosures(
  q: Queries,
  institutionId: number,
  { memberId, channel }: { memberId: string; channel: 'x' | 'sms' },
): Promise<Disclosure[]> {
  const rows = await q.query<{ kind: string; version: string }>(
    `select kind, version from consents
      where institution_id = $1 and member_id = $2 and kind in ('regulation_e', 'esign', 'sms_terms')`,
    [institutionId, memberId],
  );
  return disclosuresFor(channel).filter(
    (kind) => !rows.some((row) => row.kind === kind && row.version === disclosureVersions[kind]),
  );
}

/** Records that the member agreed, with version and time. */
export async function recordDisclosures(
  tx: Queries,
  world: World,
  agreed: {
    readonly institutionId: number;
    readonly memberId: string;
    readonly channel: 'x' | 'sms';
    readonly kinds: readonly Disclosure[];
    readonly how: string;
  },
): Promise<void> {
  if (agreed.kinds.length === 0) return;
  const at = world.clock.now();
  await recordConsents(
    tx,
    world,
    agreed.institutionId,
    agreed.kinds.map((kind): NewConsent => ({
      kind,
      version: disclosureVersions[kind],
      how: agreed.how,
      at,
      memberId: agreed.memberId,
      ...(kind === 'sms_terms' ? { channel: agreed.channel } : {}),
    })),
  );
}
