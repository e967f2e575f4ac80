import { Hono } from 'hono';
import { z } from 'zod';
import { countBeginning } from '../../../access/attempts.ts';
import {
  authenticationOf,
  authenticationResponse,
  passkeyName,
  registrationOf,
  registrationResponse,
} from '../../../operations/access/passkey-schemas.ts';
import { wantsProof } from '../../../operations/fresh.ts';
import { isRefused, refuse, type Refused } from '../../../operations/refusals.ts';
import {
  beginActivationPasskey,
  finishActivationPasskey,
} from '../../../staff-access/activation.ts';
import { enterStaff } from '../../../staff-access/enter-staff.ts';
import { recordOwnAct } from '../../../staff-access/own-act.ts';
import { findStaff, type StaffMember } from '../../../staff-access/staff-members.ts';
import {
  beginStaffAuthentication,
  finishStaffAuthentication,
} from '../../../staff-access/staff-passkey-authentication.ts';
import {
  beginStaffRegistration,
  finishStaffRegistration,
} from '../../../staff-access/staff-passkey-registration.ts';
import { addStaffPasskey } from '../../../staff-access/staff-passkeys.ts';
import { renewStaffSession } from '../../../staff-access/staff-sessions.ts';
import { signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { problem } from '../frame/problem.ts';
import { told, visitOf, type SignInVisit } from './sign-in-visit.ts';

const used = z.object({ response: authenticationResponse });
const made = z.object({ response: registrationResponse, name: passkeyName });

/** What the pages' script asks for passkeys: challenges, and what becomes of the answers. All speak JSON. */
export function createPasskeyEndpoints(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.post('/sign-in/passkey/options', async (context) => answer(context, beginSignIn));
  app.post('/sign-in/passkey', async (context) => answer(context, finishSignIn));
  app.post('/invitation/passkey/options', async (context) => answer(context, beginFirst));
  app.post('/invitation/passkey', async (context) => answer(context, finishFirst));
  app.post('/verify/passkey/options', async (context) => answer(context, beginVerification));
  app.post('/verify/passkey', async (context) => answer(context, finishVerification));
  app.post('/you/passkeys/options', async (context) => answer(context, beginAddition));
  app.post('/you/passkeys', async (context) => answer(context, finishAddition));
  return app;
}

type Work = (visit: SignInVisit) => Promise<object | Refused>;

async function answer(context: ConsoleContext, work: Work): Promise<Response> {
  const visit = visitOf(context);
  const result = await work(visit);
  return isRefused(result)
    ? problem(context, told(visit, `console ${context.req.path}`, result))
    : context.json(result);
}

async function bodyOf<Schema extends z.ZodType>(
  { context }: SignInVisit,
  schema: Schema,
): Promise<z.output<Schema> | Refused> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const read = schema.safeParse(body);
  return read.success ? read.data : refuse('input_invalid');
}

const institutionOf = ({ request }: SignInVisit) => request.institution.id;

async function beginSignIn(visit: SignInVisit): Promise<object | Refused> {
  const { request, site } = visit;
  const institutionId = institutionOf(visit);
  const locked = await countBeginning(request.db, request, { institutionId, from: request.from });
  if (locked) return refuse('too_many', 'until' in locked ? { retryAt: locked.until } : {});
  const options = await request.db.transaction(async (tx) =>
    beginStaffAuthentication(tx, request, { institutionId, site }),
  );
  return { options };
}

async function finishSignIn(visit: SignInVisit): Promise<object | Refused> {
  const { request, site, browser, cookies } = visit;
  const body = await bodyOf(visit, used);
  if (isRefused(body)) return body;
  const institutionId = institutionOf(visit);
  const entered = await request.db.transaction(async (tx) => {
    const found = await finishStaffAuthentication(tx, request, {
      institutionId,
      site,
      response: authenticationOf(body.response),
    });
    const person =
      found && (await findStaff(tx, { institutionId, staffId: found.staffId }, { lock: true }));
    if (person?.state !== 'active') return refuse('staff_sign_in_refused');
    return enterStaff(tx, request.world, { institutionId, person, provenBy: 'passkey', browser });
  });
  if (isRefused(entered)) return entered;
  cookies.set('session', entered.token, entered.endsAt);
  return { signedIn: true };
}

async function beginFirst(visit: SignInVisit): Promise<object | Refused> {
  const { request, site, cookies } = visit;
  const options = await beginActivationPasskey(request.db, request, {
    institutionId: institutionOf(visit),
    token: cookies.read('activation') ?? '',
    site,
  });
  return options ? { options } : refuse('step_over');
}

async function finishFirst(visit: SignInVisit): Promise<object | Refused> {
  const { request, site, browser, cookies } = visit;
  const body = await bodyOf(visit, made);
  if (isRefused(body)) return body;
  const { entered, refused } = await finishActivationPasskey(request.db, request, {
    institutionId: institutionOf(visit),
    token: cookies.read('activation') ?? '',
    site,
    response: registrationOf(body.response),
    name: body.name,
    browser,
  });
  if (!entered) return refuse(refused === 'over' ? 'step_over' : 'passkey_refused');
  cookies.clear('activation');
  cookies.set('session', entered.token, entered.endsAt);
  return { signedIn: true };
}

/** Who asks, in which session; or that nobody is signed in. */
async function asking(
  visit: SignInVisit,
): Promise<{ readonly person: StaffMember; readonly sessionId: string } | Refused> {
  const { request } = visit;
  const { principal, sessionId } = request;
  const staffId = principal?.identity;
  if (staffId === undefined || sessionId === undefined) return refuse('sign_in_first');
  const person = await findStaff(request.db, { institutionId: institutionOf(visit), staffId });
  return person ? { person, sessionId } : refuse('sign_in_first');
}

async function beginVerification(visit: SignInVisit): Promise<object | Refused> {
  const asker = await asking(visit);
  if (isRefused(asker)) return asker;
  const { request, site } = visit;
  const session = { id: asker.sessionId, staffId: asker.person.id };
  const options = await request.db.transaction(async (tx) =>
    beginStaffAuthentication(tx, request, { institutionId: institutionOf(visit), site, session }),
  );
  return { options };
}

async function finishVerification(visit: SignInVisit): Promise<object | Refused> {
  const asker = await asking(visit);
  if (isRefused(asker)) return asker;
  const body = await bodyOf(visit, used);
  if (isRefused(body)) return body;
  const { request, site, cookies } = visit;
  const institutionId = institutionOf(visit);
  const { person, sessionId } = asker;
  const renewed = await request.db.transaction(async (tx) => {
    const found = await finishStaffAuthentication(tx, request, {
      institutionId,
      site,
      session: { id: sessionId, staffId: person.id },
      response: authenticationOf(body.response),
    });
    if (!found) return refuse('staff_sign_in_refused');
    const fresh = await renewStaffSession(tx, request.world, institutionId, sessionId);
    if (!fresh) return refuse('sign_in_first');
    await recordOwnAct(tx, request.world, {
      institutionId,
      person,
      what: 'staff_verified',
      detail: { by: 'passkey' },
      from: request.from,
    });
    return fresh;
  });
  if (isRefused(renewed)) return renewed;
  cookies.set('session', renewed.token, renewed.endsAt);
  return { verified: true };
}

async function beginAddition(visit: SignInVisit): Promise<object | Refused> {
  const asker = await asking(visit);
  if (isRefused(asker)) return asker;
  const { request, site, context } = visit;
  const stale = wantsProof(signedIn(context));
  if (stale) return stale;
  const options = await request.db.transaction(async (tx) =>
    beginStaffRegistration(tx, request, {
      institutionId: institutionOf(visit),
      person: asker.person,
      boundTo: asker.sessionId,
      site,
    }),
  );
  return { options };
}

async function finishAddition(visit: SignInVisit): Promise<object | Refused> {
  const asker = await asking(visit);
  if (isRefused(asker)) return asker;
  const { request, site, context } = visit;
  const stale = wantsProof(signedIn(context));
  if (stale) return stale;
  const body = await bodyOf(visit, made);
  if (isRefused(body)) return body;
  const institutionId = institutionOf(visit);
  const { person, sessionId } = asker;
  return request.db.transaction(async (tx) => {
    const passkey = await finishStaffRegistration(tx, request, {
      institutionId,
      person,
      boundTo: sessionId,
      site,
      response: registrationOf(body.response),
      name: body.name,
    });
    if (!passkey) return refuse('passkey_refused');
    const added = await addStaffPasskey(tx, request, {
      institutionId,
      staffId: person.id,
      passkey,
    });
    if (!added) return refuse('passkey_not_added');
    await recordOwnAct(tx, request.world, {
      institutionId,
      person,
      what: 'staff_passkey_added',
      detail: { passkey: body.name },
      from: request.from,
    });
    return { id: added.id };
  });
}
