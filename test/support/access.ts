import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { beforeAll } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import { inviteMember } from '../../src/access/invitations.ts';
import { totpAt } from '../../src/access/totp.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { activateWithPasskey } from '../../src/operations/access/activate-with-passkey.ts';
import { activateWithPassword } from '../../src/operations/access/activate-with-password.ts';
import { beginActivationPasskey } from '../../src/operations/access/begin-activation-passkey.ts';
import { beginActivation } from '../../src/operations/access/begin-activation.ts';
import { beginPasskeySignIn } from '../../src/operations/access/begin-passkey-sign-in.ts';
import { finishPasskeySignIn } from '../../src/operations/access/finish-passkey-sign-in.ts';
import { readActivation } from '../../src/operations/access/read-activation.ts';
import { createAuthenticator, type Authenticator } from './authenticator.ts';
import { startService, type Service } from './service.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** The password that `activatePassword` sets. */
export const password = 'a lamp beside the harbour';

/**
 * Starts a service with thirteen members before a suite's tests.
 * @param settings of the institution, where they differ from the defaults
 * @returns helpers for the tests of access: browsers, invitations, activations and sign-ins
 */
export function accessTests(db: () => Database, settings: object = {}) {
  const stage = createStage(db, settings);
  return { ...stage, ...activations(stage) };
}

type Stage = ReturnType<typeof createStage>;

function createStage(db: () => Database, settings: object) {
  let service: Service;
  let networks = 0;
  beforeAll(async () => {
    service = await startService(db(), { people: 13, settings });
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the person lives in the fixture').id,
  });
  const clock: Pick<Service['clock'], 'now' | 'advance'> = {
    now: () => service.clock.now(),
    advance: (duration) => service.clock.advance(duration),
  };
  /** The database as the service uses it: it records changes. */
  const recorded = () =>
    recording(db(), { world: service.world, keyringOf: () => service.fixture.keyring });
  /** A browser, by default on its own network. */
  const visitor = (more: Parameters<typeof createVisitor>[1] = {}) => {
    networks += 1;
    return createVisitor(
      { db: recorded(), fixture: service.fixture, world: service.world },
      { from: `2001:db8:0:${networks.toString(16)}::1`, ...more },
    );
  };
  return {
    clock,
    context,
    recorded,
    service: () => service,
    key,
    visitor,
    device: () => createAuthenticator('https://bank.example'),
    numberOf: (person: number) => String(900_001 + person),
    invite: async (person: number) => (await inviteMember(recorded(), context(), key(person))).code,
    /** The notices on this member's channels, oldest first. */
    told: async (person: number) => {
      const rows = await db().query<{ text: string }>(
        `select o.text from outbound o join addresses a on a.institution_id = o.institution_id and a.id = o.address_id
          where o.institution_id = $1 and a.member_id = $2 and o.purpose = 'notice' order by o.id`,
        [key(person).institutionId, key(person).memberId],
      );
      return rows.map(({ text }) => text);
    },
  };
}

/** Helpers that activate access, and sign in with a passkey. */
function activations({ clock, visitor, device, numberOf, invite }: Stage) {
  const begin = async (browser: Visitor, person: number) =>
    browser.do(beginActivation, { memberNumber: numberOf(person), code: await invite(person) });
  return {
    begin,
    creationOf,
    requestOf,
    activatePasskey: async (person: number) => {
      const browser = visitor();
      const authenticator = device();
      await begin(browser, person);
      const options = await browser.do(beginActivationPasskey, {});
      await browser.do(activateWithPasskey, {
        response: authenticator.register(creationOf(options)),
        name: 'Phone',
      });
      return { browser, authenticator };
    },
    activatePassword: async (person: number) => {
      const browser = visitor();
      await begin(browser, person);
      const { totp } = await browser.do(readActivation, {});
      const { recoveryCodes } = await browser.do(activateWithPassword, {
        password,
        code: totpAt(totp.secret, clock.now()),
      });
      clock.advance({ seconds: 90 });
      return { browser, secret: totp.secret, recoveryCodes };
    },
    passkeySignIn: async (browser: Visitor, authenticator: Authenticator) => {
      const options = await browser.do(beginPasskeySignIn, {});
      return browser.refusal(finishPasskeySignIn, {
        response: authenticator.sign(requestOf(options)),
      });
    },
  };
}

/* oxlint-disable typescript/no-unsafe-type-assertion -- the library made the options, which have these types */
function creationOf({ options }: { options: unknown }): PublicKeyCredentialCreationOptionsJSON {
  return options as PublicKeyCredentialCreationOptionsJSON;
}

export function requestOf({
  options,
}: {
  options: unknown;
}): PublicKeyCredentialRequestOptionsJSON {
  return options as PublicKeyCredentialRequestOptionsJSON;
}
/* oxlint-enable typescript/no-unsafe-type-assertion */
