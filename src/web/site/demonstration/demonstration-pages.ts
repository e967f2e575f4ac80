import { Hono } from 'hono';
import { activateAccess, isActivated, waysIn } from '../../../access/accesses.ts';
import { inviteMember, withdrawInvitation } from '../../../access/invitations.ts';
import { assert } from '../../../kernel/assert.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { findMemberByNumber } from '../../../members/members.ts';
import { isMembers } from '../../../operations/request-context.ts';
import { enter as openSessionOf } from '../../../operations/access/enter.ts';
import { formOf, nextOf } from '../../frame/form.ts';
import { notFoundPage } from '../../frame/error-pages.ts';
import { page } from '../../frame/page.ts';
import type { PortalContext, PortalEnv } from '../../frame/visit.ts';
import { html } from '../../ui/html.ts';

/**
 * Serves sign-in by one click instead of a passkey, in a demonstration alone. The mounting code
 * must make sure that only this computer reaches these pages. They refuse an institution that is no
 * demonstration.
 */
export function createDemonstrationPages(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.post('/demo/sign-in', async (context) => {
    const form = await formOf(context);
    return enter(context, form['member'] ?? '', nextOf(form['next'], '/accounts'));
  });
  pages.post('/demo/verify', async (context) => {
    const request = context.get('request');
    const form = await formOf(context);
    if (!isMembers(request)) return context.redirect('/', 303);
    return enter(context, request.member.number, nextOf(form['next'], '/accounts'));
  });
  // A member without a passkey verifies by one click.
  pages.get('/verify', async (context, next) => {
    const request = context.get('request');
    if (!isMembers(request)) return next();
    const ways = await waysIn(request.db, {
      institutionId: request.institution.id,
      memberId: request.member.id,
    });
    if (ways.passkeys > 0 || ways.passwordChangedAt) return next();
    const say = sayOf(packs[request.language].site.demonstration);
    return page(context, {
      title: say('verify_title'),
      section: 'security',
      body: html`<div class="stack access">
        <h1>${say('verify_title')}</h1>
        <p class="lead">${say('verify_lead')}</p>
        <form class="card stack" method="post" action="/demo/verify">
          <input
            type="hidden"
            name="next"
            value="${nextOf(context.req.query('next'), '/accounts')}"
          />
          <button class="primary">${say('verify')}</button>
        </form>
      </div>`,
    });
  });
  return pages;
}

async function enter(context: PortalContext, number: string, next: string): Promise<Response> {
  const request = context.get('request');
  assert(request.institution.demonstration, 'only a demonstration signs in by one click');
  const member = await findMemberByNumber(request.db, request.institution.id, number);
  if (!member) return notFoundPage(context);
  const key = { institutionId: request.institution.id, memberId: member.id };
  // As if the member were invited and had activated their access, so that they can make a passkey.
  const opened = await request.db.transaction(async (tx) => {
    if (!(await isActivated(tx, key))) {
      await inviteMember(tx, request, key);
      await withdrawInvitation(tx, key);
      await activateAccess(tx, request, key);
    }
    return openSessionOf(tx, request, { memberId: member.id, way: 'demonstration' });
  });
  request.cookies.set('session', opened.token, opened.session.expiresAt);
  return context.redirect(next, 303);
}
