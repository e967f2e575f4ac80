import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { defaultRule, ruleName, ruleOn } from '../members/business-days-setting.ts';
import { recordConsents, type NewConsent } from '../members/consents.ts';
import type { Institution } from '../members/institution.ts';

/**
 * The texts that a member must have been shown and agreed to before an address is enrolled, each by a tick of its own. A text that
 * changes gets a new version here, and is asked for again.
 *
 * - `regulation_e`: the initial disclosures on electronic transfers (12 CFR 1005.7), before the first transfer
 * - `esign`: consent to get them electronically (15 U.S.C. 7001(c))
 * - `sms_terms`: what carriers and the TCPA want known before a text is sent: frequency, rates, STOP and HELP
 */
const textVersions = {
  regulation_e: '2026-11',
  esign: '2026-11',
  sms_terms: '2026-11',
} as const;

export type Disclosure = keyof typeof textVersions;

/**
 * The version of a disclosure as it is shown now. The one on transfers names the business days, so another rule is another version:
 * `2026-11+123456-less-federal-holidays`. Single closures and openings are not in the text and change nothing.
 */
export function disclosureVersion(
  kind: Disclosure,
  { settings, zone }: Pick<Institution, 'settings' | 'zone'>,
  now: Temporal.Instant,
): string {
  const text = textVersions[kind];
  if (kind !== 'regulation_e') return text;
  const rule = ruleName(ruleOn(settings, now.toZonedDateTimeISO(zone).toPlainDate()));
  return rule === ruleName(defaultRule) ? text : `${text}+${rule}`;
}

/** What must be agreed to for an address of this channel. */
export function disclosuresFor(channel: 'x' | 'sms'): readonly Disclosure[] {
  return channel === 'sms' ? ['regulation_e', 'esign', 'sms_terms'] : ['regulation_e', 'esign'];
}

/** Which of these the member has not agreed to yet in the version that stands. */
export async function missingDisclosures(
  q: Queries,
  institution: Pick<Institution, 'id' | 'settings' | 'zone'>,
  { memberId, channel, now }: { memberId: string; channel: 'x' | 'sms'; now: Temporal.Instant },
): Promise<Disclosure[]> {
  const rows = await q.query<{ kind: string; version: string }>(
    `select kind, version from consents
      where institution_id = $1 and member_id = $2 and kind in ('regulation_e', 'esign', 'sms_terms')`,
    [institution.id, memberId],
  );
  return disclosuresFor(channel).filter(
    (kind) =>
      !rows.some(
        (row) => row.kind === kind && row.version === disclosureVersion(kind, institution, now),
      ),
  );
}

/** Records that the member agreed, with version and time. */
export async function recordDisclosures(
  tx: Queries,
  world: World,
  agreed: {
    readonly institution: Pick<Institution, 'id' | 'settings' | 'zone'>;
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
    agreed.institution.id,
    agreed.kinds.map((kind): NewConsent => ({
      kind,
      version: disclosureVersion(kind, agreed.institution, at),
      how: agreed.how,
      at,
      memberId: agreed.memberId,
      ...(kind === 'sms_terms' ? { channel: agreed.channel } : {}),
    })),
  );
}
