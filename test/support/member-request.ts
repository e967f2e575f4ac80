import { enrollableChannels } from '../../src/channels/descriptors.ts';
import type { Session } from '../../src/access/session.ts';
import type { Core } from '../../src/core/core.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../src/kernel/security-log.ts';
import type { World } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { MemberContext } from '../../src/operations/request-context.ts';
import { memberPrincipal } from '../../src/operations/principal.ts';
import type { Ports } from '../../src/operations/ports.ts';
import { isRefused, type Refused } from '../../src/operations/refusals.ts';
import type { Fixture } from './fixture.ts';

/**
 * One of the fixture's members, who just signed in with their own browser: tests run operations as
 * them.
 */
export async function memberRequest(
  {
    db,
    fixture,
    world,
  }: { readonly db: Database; readonly fixture: Fixture; readonly world: World },
  person: number,
  more: {
    readonly ports?: Ports;
    readonly session?: Partial<Session>;
    readonly queued?: () => void;
    readonly core?: Core;
  } = {},
): Promise<MemberContext> {
  const { id, number } = present(fixture.members[person], 'the person lives in the fixture');
  const now = world.clock.now();
  const institution = await loadInstitution(db, fixture.institution.id);
  const member = await findMemberByNumber(db, fixture.institution.id, number);
  const session: Session = {
    id: `session-${person}`,
    institutionId: fixture.institution.id,
    memberId: id,
    device: 'a test',
    createdAt: now,
    lastSeenAt: now,
    verifiedAt: now,
    expiresAt: now.add({ hours: 12 }),
    ...more.session,
  };
  return {
    db,
    core: more.core ?? ledgerCore,
    keyring: fixture.keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    ports: more.ports ?? { channels: enrollableChannels },
    publicUrl: 'https://bank.example',
    queued: more.queued ?? (() => {}),
    institution: present(institution, 'the institution exists'),
    member: present(member, 'the member exists'),
    language: 'en',
    from: '192.0.2.1',
    device: 'a test',
    cookies: { read: () => undefined, set: () => {}, clear: () => {} },
    session,
    principal: memberPrincipal(session, { id, number }),
  };
}

/** Gives an operation's answer. @throws on a refusal */
export function allowed<Result>(result: Result): Exclude<Result, Refused> {
  if (isRefused(result)) throw new Error(`refused: ${result.refused}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a refusal threw above
  return result as Exclude<Result, Refused>;
}
