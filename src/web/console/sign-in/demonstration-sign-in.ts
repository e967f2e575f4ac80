import { Hono } from 'hono';
import { assert } from '../../../kernel/assert.ts';
import { enterStaff } from '../../../staff-access/enter-staff.ts';
import { recordOwnAct } from '../../../staff-access/own-act.ts';
import { findStaff } from '../../../staff-access/staff-members.ts';
import { renewStaffSession } from '../../../staff-access/staff-sessions.ts';
import { formOf } from '../../frame/form.ts';
import type { ConsoleEnv } from '../frame/console-env.ts';
import { visitOf } from './sign-in-visit.ts';

/**
 * Signs staff of a demonstration in by one click. The mounting code makes sure that only this computer reaches it. It refuses an institution
 * that is no demonstration.
 */
export function createDemonstrationSignIn(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.post('/sign-in/demonstration', async (context) => {
    const form = await formOf(context);
    const { request, browser, cookies, next } = visitOf(context, form['next']);
    const { institution, world } = request;
    assert(institution.demonstration, 'only a demonstration signs in by one click');
    const key = { institutionId: institution.id, staffId: idOf(form['person']) };
    const person = await findStaff(request.db, key);
    if (person?.state !== 'active') return context.redirect('/sign-in', 303);
    const entered = await request.db.transaction(async (tx) =>
      enterStaff(tx, world, {
        institutionId: institution.id,
        person,
        provenBy: 'demonstration',
        browser,
      }),
    );
    cookies.set('session', entered.token, entered.endsAt);
    return context.redirect(next, 303);
  });
  app.post('/verify/demonstration', async (context) => {
    const form = await formOf(context);
    const { request, cookies, next } = visitOf(context, form['next']);
    const { institution, world, principal, sessionId } = request;
    assert(institution.demonstration, 'only a demonstration signs in by one click');
    if (!principal?.identity || sessionId === undefined) return context.redirect('/sign-in', 303);
    const person = { id: principal.identity, name: principal.name };
    const renewed = await request.db.transaction(async (tx) => {
      const fresh = await renewStaffSession(tx, world, institution.id, sessionId);
      if (fresh)
        await recordOwnAct(tx, world, {
          institutionId: institution.id,
          person,
          what: 'staff_verified',
          detail: { by: 'demonstration' },
          from: request.from,
        });
      return fresh;
    });
    if (!renewed) return context.redirect('/sign-in', 303);
    cookies.set('session', renewed.token, renewed.endsAt);
    return context.redirect(next, 303);
  });
  return app;
}

/** A text that is no id finds nobody. */
function idOf(text: string | undefined): string {
  return /^[0-9a-f-]{36}$/.test(text ?? '') ? (text ?? '') : '00000000-0000-0000-0000-000000000000';
}
