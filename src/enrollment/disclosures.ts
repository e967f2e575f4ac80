import { descriptors } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { transferDisclosures, type Disclosure } from '../kernel/vocabulary/disclosure.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { defaultRule, ruleName, ruleOn } from '../members/business-days-setting.ts';
import { recordConsents, type NewConsent } from '../members/consents.ts';
import type { Institution } from '../members/institution.ts';

/** The member agrees to each with its own checkbox. A changed text gets a new version here, and members are asked again. */
const textVersions: Readonly<Record<Disclosure, string>> = {
  regulation_e: '2026-11',
  esign: '2026-11',
  sms_terms: '2026-11',
};

/**
 * The current version of a disclosure. The one on transfers names the business days, so another rule makes another version:
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

/** The disclosures required for an address of this channel; without a channel, those for transfers on the site. */
export function disclosuresFor(channel?: ChannelName): readonly Disclosure[] {
  return channel === undefined ? transferDisclosures : descriptors[channel].disclosures;
}

/** The disclosures for an address of this channel whose current version the member has not agreed to. */
export async function missingDisclosures(
  q: Queries,
  institution: Pick<Institution, 'id' | 'settings' | 'zone'>,
  {
    channel,
    ...who
  }: { memberId: string; channel?: ChannelName | undefined; now: Temporal.Instant },
): Promise<Disclosure[]> {
  return notYetAgreed(q, institution, { ...who, kinds: disclosuresFor(channel) });
}

/** Which of these disclosures the member has not agreed to in the current version. */
export async function notYetAgreed(
  q: Queries,
  institution: Pick<Institution, 'id' | 'settings' | 'zone'>,
  {
    memberId,
    kinds,
    now,
  }: { memberId: string; kinds: readonly Disclosure[]; now: Temporal.Instant },
): Promise<Disclosure[]> {
  const rows = await q.query<{ kind: string; version: string }>(
    `select kind, version from consents
      where institution_id = $1 and member_id = $2 and kind = any($3::text[])`,
    [institution.id, memberId, kinds],
  );
  return kinds.filter(
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
    readonly channel?: ChannelName | undefined;
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
      // A disclosure for all channels is stored once, without a channel.
      ...(transferDisclosures.some((one) => one === kind) || !agreed.channel
        ? {}
        : { channel: agreed.channel }),
    })),
  );
}
