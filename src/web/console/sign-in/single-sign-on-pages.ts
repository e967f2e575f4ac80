import { Hono } from 'hono';
import { countBeginning } from '../../../access/attempts.ts';
import { wantsProof } from '../../../operations/fresh.ts';
import { isRefused, refuse, type Refused } from '../../../operations/refusals.ts';
import { enterStaff } from '../../../staff-access/enter-staff.ts';
import { recordOwnAct } from '../../../staff-access/own-act.ts';
import {
  bindAccount,
  recognize,
  recognizeInvited,
  type Recognized,
} from '../../../staff-access/single-sign-on/recognize.ts';
import {
  beginRoundTrip,
  endRoundTrip,
  type Purpose,
} from '../../../staff-access/single-sign-on/round-trip.ts';
import type { Failed } from '../../../access/open-id/trip.ts';
import type { Claims } from '../../../staff-access/single-sign-on/claims.ts';
import type { Provider } from '../../../staff-access/single-sign-on/provider.ts';
import { findStaff, type StaffMember } from '../../../staff-access/staff-members.ts';
import { renewStaffSession } from '../../../staff-access/staff-sessions.ts';
import type { Queries } from '../../../database/database.ts';
import { nextOf } from '../../frame/form.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { refusedSignIn } from './sign-in-page.ts';
import type { ConsoleSingleSignOn } from '../frame/console-options.ts';
import { told, visitOf, type SignInVisit } from './sign-in-visit.ts';

/** The console's address to which identity providers send browsers back. */
export const backPath = '/sign-in/single-sign-on/back';

/** The ways to the institution's identity provider and back. */
export function createSingleSignOnPages(signOn: ConsoleSingleSignOn): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/sign-in/single-sign-on', async (context) =>
    goThere(context, signOn, ({ next }) => ({ for: 'sign_in', next })),
  );
  app.get('/invitation/single-sign-on', async (context) =>
    goThere(context, signOn, ({ cookies }) => ({
      for: 'activation',
      token: cookies.read('activation') ?? '',
    })),
  );
  app.get('/verify/single-sign-on', async (context) =>
    goThere(context, signOn, ({ next, request: { sessionId } }) =>
      sessionId === undefined ? undefined : { for: 'verification', sessionId, next },
    ),
  );
  app.get('/you/single-sign-on', async (context) =>
    goThere(context, signOn, ({ request: { sessionId } }) =>
      sessionId === undefined ? undefined : { for: 'binding', sessionId },
    ),
  );
  app.get(backPath, async (context) => comeBack(context, signOn));
  return app;
}

function tripOf({ request }: SignInVisit, signOn: ConsoleSingleSignOn, provider: Provider) {
  return {
    institutionId: request.institution.id,
    provider,
    redirectUri: new URL(backPath, request.consoleUrl).href,
    discover: signOn.discover,
  };
}

async function goThere(
  context: ConsoleContext,
  signOn: ConsoleSingleSignOn,
  purposeOf: (visit: SignInVisit) => Purpose | undefined,
): Promise<Response> {
  const visit = visitOf(context);
  const { request, cookies } = visit;
  const provider = signOn.providerOf(request.institution);
  const purpose = purposeOf(visit);
  if (!provider || !purpose) return context.redirect('/sign-in', 303);
  const stale = purpose.for === 'binding' ? staleIn(visit) : undefined;
  if (stale?.refused === 'verify_first')
    return context.redirect(`/verify?next=${encodeURIComponent(context.req.path)}`, 303);
  if (stale) return refusedSignIn(visit, told(visit, 'single sign-on', stale));
  const locked = await countBeginning(request.db, request, {
    institutionId: request.institution.id,
    from: request.from,
  });
  if (locked) {
    const more = 'until' in locked ? { retryAt: locked.until } : {};
    return refusedSignIn(visit, told(visit, 'single sign-on', refuse('too_many', more)));
  }
  const begun = await beginRoundTrip(request.db, request, {
    ...tripOf(visit, signOn, provider),
    purpose,
  });
  if (begun.url === undefined) return failed(visit, begun);
  cookies.set('trip', begun.token, begun.expiresAt);
  return context.redirect(begun.url, 303);
}

/** Who binds an account opens a way in, so they prove who they are: a browser left open binds nobody else's account. */
function staleIn({ request: { principal, world } }: SignInVisit): Refused | undefined {
  return principal ? wantsProof({ principal, world }) : refuse('sign_in_first');
}

async function comeBack(context: ConsoleContext, signOn: ConsoleSingleSignOn): Promise<Response> {
  const visit = visitOf(context);
  const { request, cookies } = visit;
  const provider = signOn.providerOf(request.institution);
  if (!provider) return context.redirect('/sign-in', 303);
  const ended = await endRoundTrip(request.db, request, {
    ...tripOf(visit, signOn, provider),
    token: cookies.read('trip') ?? '',
    search: new URL(context.req.url).search,
  });
  cookies.clear('trip');
  if (!ended.claims) return failed(visit, ended);
  const { claims, purpose } = ended;
  const done = await request.db.transaction(async (tx) =>
    carryOut({ tx, visit, provider, claims, purpose }),
  );
  if (isRefused(done)) return refusedSignIn(visit, told(visit, 'single sign-on', done));
  cookies.clear('activation');
  cookies.set('session', done.token, done.endsAt);
  return context.redirect(done.next, 303);
}

interface Given {
  readonly tx: Queries;
  readonly visit: SignInVisit;
  readonly provider: Provider;
  readonly claims: Claims;
  readonly purpose: Purpose;
}

interface Done {
  readonly token: string;
  readonly endsAt: Temporal.Instant;
  readonly next: string;
}

async function carryOut(given: Given): Promise<Done | Refused> {
  const { tx, visit, provider, claims, purpose } = given;
  const { request, browser } = visit;
  const institutionId = request.institution.id;
  const about = { institutionId, provider, claims, from: request.from };
  if (purpose.for === 'verification' || purpose.for === 'binding')
    return proveAgain({ ...given, purpose });
  const found =
    purpose.for === 'activation'
      ? await recognizeInvited(tx, request, { ...about, activation: purpose.token })
      : await recognize(tx, request, about);
  if (!found.person) return refusalOf(found);
  const { person } = found;
  const entered = await enterStaff(tx, request.world, {
    institutionId,
    person,
    provenBy: 'single_sign_on',
    // Absent: the provider may have signed them in this morning, so nothing that needs a fresh proof counts on it.
    provenAt: claims.signedInAt ?? longAgo,
    browser,
  });
  return { ...entered, next: purpose.for === 'sign_in' ? nextOf(purpose.next, '/') : '/' };
}

const longAgo = Temporal.Instant.fromEpochMilliseconds(0);

/** Proves in a session that it is still the same person, or binds their account to them. */
async function proveAgain(
  given: Given & { readonly purpose: Extract<Purpose, { readonly sessionId: string }> },
): Promise<Done | Refused> {
  const { tx, visit, provider, claims, purpose } = given;
  const { request } = visit;
  const { world } = request;
  const institutionId = request.institution.id;
  const staffId = request.principal?.identity;
  // Another session of this browser has begun meanwhile, or this one has ended.
  if (staffId === undefined || request.sessionId !== purpose.sessionId)
    return refuse('sign_in_first');
  const person = await findStaff(tx, { institutionId, staffId }, { lock: true });
  if (!person) return refuse('sign_in_first');
  const about = { institutionId, provider, claims, from: request.from };
  if (purpose.for === 'binding') {
    const stale = staleIn(visit);
    if (stale) return stale;
    const bound = await bindAccount(tx, request, { ...about, person });
    if (!bound.person) return refusalOf(bound);
    // An account just bound proves nothing yet about who sits here.
    const kept = { verified: false };
    const renewed = await renewStaffSession(tx, world, institutionId, purpose.sessionId, kept);
    return renewed ? { ...renewed, next: '/you' } : refuse('sign_in_first');
  }
  if (!isAccountOf(person, claims)) return refuse('staff_sign_in_refused');
  const renewed = await renewStaffSession(tx, world, institutionId, purpose.sessionId);
  if (!renewed) return refuse('sign_in_first');
  await recordOwnAct(tx, world, {
    institutionId,
    person,
    what: 'staff_verified',
    detail: { by: 'single_sign_on' },
    from: request.from,
  });
  return { ...renewed, next: nextOf(purpose.next, '/') };
}

function isAccountOf({ singleSignOn }: StaffMember, { issuer, subject }: Claims): boolean {
  return singleSignOn?.issuer === issuer && singleSignOn.subject === subject;
}

function refusalOf({ refused }: Recognized): Refused {
  if (refused === 'no_role') return refuse('single_sign_on_no_role');
  if (refused === 'not_theirs') return refuse('single_sign_on_not_theirs');
  if (refused === 'taken') return refuse('single_sign_on_taken');
  return refuse(refused === 'over' ? 'step_over' : 'single_sign_on_unknown');
}

const failures = {
  away: 'single_sign_on_away',
  over: 'step_over',
  declined: 'single_sign_on_declined',
  not_valid: 'single_sign_on_not_valid',
} as const;

async function failed(visit: SignInVisit, { refused, cause }: Failed): Promise<Response> {
  const { logger } = visit.request;
  if (refused === 'away' || refused === 'not_valid')
    logger.warn({ error: cause }, 'Single sign-on of staff failed');
  return refusedSignIn(visit, told(visit, 'single sign-on', refuse(failures[refused])));
}
