import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { createDiscovery } from '../../src/access/open-id/discovery.ts';
import type { Provider } from '../../src/staff-access/single-sign-on/provider.ts';
import { recognize } from '../../src/staff-access/single-sign-on/recognize.ts';
import { beginRoundTrip, endRoundTrip } from '../../src/staff-access/single-sign-on/round-trip.ts';
import { openTestDatabase } from '../support/engines.ts';
import { furnishInvited } from '../support/identity/furnish-staff.ts';
import {
  hasKeycloak,
  keycloakPerson,
  startKeycloak,
  type Keycloak,
} from '../support/identity/keycloak.ts';
import { startService, type Service } from '../support/service.ts';

const redirectUri = 'https://console.example/sign-in/single-sign-on/back';

/** Its first start builds itself. */
const timeout = 600_000;

/** Set TMM_KEYCLOAK to the folder of Keycloak to run these. */
describe.skipIf(!hasKeycloak())('single sign-on by Keycloak (TMM_KEYCLOAK: its folder)', () => {
  const closing: AsyncDisposable[] = [];
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let service: Service;
  let keycloak: Keycloak;
  beforeAll(async () => {
    db = await openTestDatabase();
    closing.push(db);
    // Keycloak's times are real.
    service = await startService(db, { people: 1 });
    service.clock.set(Temporal.Now.instant());
    keycloak = await startKeycloak(redirectUri);
    closing.push(keycloak);
  }, timeout);
  afterAll(async () => {
    for (const one of closing.toReversed()) await one[Symbol.asyncDispose]();
  });

  it('signs an invited person in by its own page, with the role that it gives', async () => {
    const institutionId = service.fixture.institution.id;
    const context = { world: service.world, keyring: service.fixture.keyring };
    const { staffId } = await furnishInvited({ db, ...context, institutionId }, 'Olga', ['admin']);
    const provider: Provider = {
      issuer: keycloak.issuer,
      clientId: keycloak.clientId,
      clientSecret: keycloak.clientSecret,
      rolesClaim: 'roles',
      roles: { [keycloakPerson.role]: 'teller' },
    };
    const trip = { institutionId, provider, redirectUri, discover: createDiscovery(service.world) };
    const begun = await beginRoundTrip(db, context, {
      ...trip,
      purpose: { for: 'sign_in', next: '/' },
    });
    if (begun.url === undefined) throw new Error(`not begun: ${begun.refused}`);
    const back = new URL(await keycloak.signIn(begun.url));
    const { claims } = await endRoundTrip(db, context, {
      ...trip,
      token: begun.token,
      search: back.search,
    });
    expect(claims).toMatchObject({
      issuer: keycloak.issuer,
      verifiedEmail: keycloakPerson.email,
      roles: ['teller'],
    });
    const known = await db.transaction(async (tx) =>
      recognize(tx, context, {
        institutionId,
        provider,
        claims: present(claims, 'the trip succeeds'),
        from: '192.0.2.7',
      }),
    );
    expect(known.person).toMatchObject({ id: staffId, roles: ['teller'] });
  });
});
