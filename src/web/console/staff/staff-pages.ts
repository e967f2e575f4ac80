import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { changeStaffRoles } from '../../../operations/identity/change-roles.ts';
import { endStaff } from '../../../operations/identity/end-staff.ts';
import { makeStaffCode, makeStaffLink } from '../../../operations/identity/hand-out.ts';
import { inviteStaff } from '../../../operations/identity/invite-staff.ts';
import { listStaff } from '../../../operations/identity/list-staff.ts';
import { signOutStaff } from '../../../operations/identity/sign-out-staff.ts';
import type { StaffOperation } from '../../../operations/operation.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { secretOnce } from '../ui/secret-once.ts';
import { rolesOf } from './role-fields.ts';
import { personDetail, staffList } from './staff-views.ts';

/** The pages of the people of the staff: who may do what here, and who is invited. */
export function createStaffPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/staff', list);
  app.post('/staff', async (context) =>
    changed(context, inviteStaff, { to: '/staff', said: 'invited' }),
  );
  app.get('/staff/:id', person);
  app.post('/staff/:id/roles', async (context) =>
    changed(context, changeStaffRoles, ofPerson(context, 'roles_changed')),
  );
  app.post('/staff/:id/end', async (context) =>
    changed(context, endStaff, ofPerson(context, 'ended')),
  );
  app.post('/staff/:id/sign-out', async (context) =>
    changed(context, signOutStaff, ofPerson(context, 'signed_out')),
  );
  app.post('/staff/:id/link', link);
  app.post('/staff/:id/code', code);
  return app;
}

type Said = 'invited' | 'roles_changed' | 'ended' | 'signed_out';

function sayIn(context: ConsoleContext) {
  return sayOf(packs[context.get('request').language].console.staff);
}

function ofPerson(context: ConsoleContext, said: Said) {
  return { to: `/staff/${context.req.param('id') ?? ''}`, said };
}

async function list(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listStaff, {});
  if (refused) return refusedLook(context, refused);
  return page(context, {
    title: sayIn(context)('title'),
    section: 'staff',
    body: staffList(signedIn(context), done.staff),
  });
}

async function person(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listStaff, {});
  if (refused) return refusedLook(context, refused);
  const found = done.staff.find(({ id }) => id === context.req.param('id'));
  if (!found) return context.notFound();
  return page(context, {
    title: found.name,
    section: 'staff',
    body: personDetail(signedIn(context), found),
  });
}

async function changed(
  context: ConsoleContext,
  operation: StaffOperation,
  { to, said }: { readonly to: string; readonly said: Said },
): Promise<Response> {
  const id = context.req.param('id');
  const roles = await rolesOf(context);
  const performed = await act(context, operation, {
    ...(id === undefined ? {} : { person: id }),
    ...(roles.length === 0 ? {} : { roles }),
  });
  return answer(context, performed, { to, said: sayIn(context)(said) });
}

async function link(context: ConsoleContext): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const performed = await act(context, makeStaffLink, { person: id });
  const say = sayIn(context);
  const { done } = performed;
  if (!done) return answer(context, performed, { to: `/staff/${id}`, said: '' });
  return secretOnce(context, {
    title: say('link_made', { name: done.name }),
    text: say('link_made_text'),
    secrets: [{ label: say('link'), value: `${context.get('request').consoleUrl}${done.path}` }],
    until: done.until,
    back: `/staff/${id}`,
    section: 'staff',
  });
}

async function code(context: ConsoleContext): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const performed = await act(context, makeStaffCode, { person: id });
  const say = sayIn(context);
  const { done } = performed;
  if (!done) return answer(context, performed, { to: `/staff/${id}`, said: '' });
  return secretOnce(context, {
    title: say('code_made', { name: done.name }),
    text: say('code_made_text'),
    secrets: [{ label: say('code'), value: done.code }],
    until: done.until,
    back: `/staff/${id}`,
    section: 'staff',
  });
}
