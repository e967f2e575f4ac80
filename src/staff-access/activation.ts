import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { AccessContext } from '../access/access-context.ts';
import type { Site } from '../access/passkey-site.ts';
import { beginStep, lockStep, readStep, takeStep } from '../access/steps.ts';
import type { Database, Queries } from '../database/database.ts';
import { enterStaff, type EnteredStaff, type StaffBrowser } from './enter-staff.ts';
import { recordOwnAct } from './own-act.ts';
import { checkInvitationCode, findInvited, useInvitation } from './staff-invitations.ts';
import { findStaff, type StaffMember } from './staff-members.ts';
import { beginStaffRegistration, finishStaffRegistration } from './staff-passkey-registration.ts';
import { addStaffPasskey } from './staff-passkeys.ts';

/** An activation under way: its token is in the browser's cookie. */
interface Activation {
  readonly institutionId: number;
  readonly token: string;
}

/**
 * Begins the first sign-in of an invited person, who has the link and the code.
 * @returns the token for the browser's cookie, valid for half an hour; `undefined` for a wrong code or link
 */
export async function beginActivation(
  db: Queries,
  context: AccessContext,
  given: { readonly institutionId: number; readonly link: string; readonly code: string },
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant } | undefined> {
  const staffId = await checkInvitationCode(db, context, given);
  if (staffId === undefined) return undefined;
  // The link again: another one that is made meanwhile ends this activation.
  return beginStep(db, context, {
    institutionId: given.institutionId,
    kind: 'staff_activation',
    content: `${staffId} ${given.link}`,
  });
}

/**
 * Tells whose activation this is.
 * @returns `undefined` if it is over, or another link was made since
 */
export async function readActivation(
  q: Queries,
  context: AccessContext,
  { institutionId, token }: Activation,
): Promise<StaffMember | undefined> {
  const step = await readStep(q, context, { institutionId, kind: 'staff_activation', token });
  return personOf(q, context, { institutionId, content: step?.content });
}

/**
 * Uses an activation up, in the transaction that gives the person their way to sign in. They are active afterwards.
 * @returns `undefined` if it is over
 */
export async function takeActivation(
  tx: Queries,
  context: AccessContext,
  { institutionId, token }: Activation,
): Promise<StaffMember | undefined> {
  const name = { institutionId, kind: 'staff_activation', token } as const;
  const step = await lockStep(tx, context, name);
  const person = await personOf(tx, context, { institutionId, content: step?.content });
  if (!person || !(await useInvitation(tx, context, { institutionId, staffId: person.id })))
    return undefined;
  await takeStep(tx, context, name);
  return person;
}

async function personOf(
  q: Queries,
  context: AccessContext,
  given: { readonly institutionId: number; readonly content: string | undefined },
): Promise<StaffMember | undefined> {
  const { institutionId } = given;
  const [staffId = '', link = ''] = (given.content ?? '').split(' ');
  const invited = await findInvited(q, context, { institutionId, link });
  return invited && invited.staffId === staffId
    ? findStaff(q, { institutionId, staffId })
    : undefined;
}

/** Returns the options for the first passkey of an invited person. `undefined`: the activation is over. */
export async function beginActivationPasskey(
  db: Database,
  context: AccessContext,
  given: Activation & { readonly site: Site },
): Promise<PublicKeyCredentialCreationOptionsJSON | undefined> {
  const { institutionId, token, site } = given;
  return db.transaction(async (tx) => {
    const person = await readActivation(tx, context, { institutionId, token });
    return (
      person && beginStaffRegistration(tx, context, { institutionId, person, boundTo: token, site })
    );
  });
}

/** The outcome: a session, or why not. */
export type Activated =
  | { readonly entered: EnteredStaff; readonly refused?: undefined }
  | { readonly entered?: undefined; readonly refused: 'over' | 'passkey' };

/** Stores the first passkey of an invited person, makes them active and signs them in. */
export async function finishActivationPasskey(
  db: Database,
  context: AccessContext,
  given: Activation & {
    readonly site: Site;
    readonly response: RegistrationResponseJSON;
    readonly name: string;
    readonly browser: StaffBrowser;
  },
): Promise<Activated> {
  const { institutionId, token, site, response, name, browser } = given;
  return db
    .transaction(async (tx): Promise<Activated> => {
      const invited = await readActivation(tx, context, { institutionId, token });
      if (!invited) return { refused: 'over' };
      const passkey = await finishStaffRegistration(tx, context, {
        institutionId,
        person: invited,
        boundTo: token,
        site,
        response,
        name,
      });
      if (!passkey) return { refused: 'passkey' };
      const person = await takeActivation(tx, context, { institutionId, token });
      if (!person) return { refused: 'over' };
      const key = { institutionId, staffId: person.id };
      if (!(await addStaffPasskey(tx, context, { ...key, passkey }))) throw new PasskeyTaken();
      await recordOwnAct(tx, context.world, {
        institutionId,
        person,
        what: 'staff_activated',
        detail: { by: 'passkey', passkey: name },
        from: browser.from,
      });
      const entered = await enterStaff(tx, context.world, {
        institutionId,
        person,
        provenBy: 'passkey',
        browser,
      });
      return { entered };
    })
    .catch((error: unknown) => {
      if (error instanceof PasskeyTaken) return { refused: 'passkey' } as const;
      throw error;
    });
}

/** Undoes an activation whose passkey somebody has already. */
class PasskeyTaken extends Error {}
