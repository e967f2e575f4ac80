import { Hono } from 'hono';
import { endProgram } from '../../../operations/programs/end-program.ts';
import { listPrograms } from '../../../operations/programs/list-programs.ts';
import { makeProgramToken } from '../../../operations/programs/make-program-token.ts';
import { perform } from '../../../operations/perform.ts';
import { createProgram } from '../../../operations/staff-operations.ts';
import { formOf } from '../../frame/form.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { secretOnce } from '../ui/secret-once.ts';
import { programList } from './list-view.ts';
import { programDetail } from './program-detail.ts';
import { sayIn } from './program-words.ts';
import { tickedIn } from './tick-fields.ts';
import { createWebhookPages } from './webhook-pages.ts';

/** The pages of programs: their tokens with scopes, and webhooks with their deliveries. */
export function createProgramPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/programs', list);
  app.post('/programs', add);
  app.route('/', createWebhookPages());
  app.get('/programs/:id', program);
  app.post('/programs/:id/token', token);
  app.post('/programs/:id/end', async (context) => {
    const performed = await act(context, endProgram, { program: context.req.param('id') });
    const said = sayIn(signedIn(context).language)('program_ended');
    return answer(context, performed, { to: pathOf(context), said });
  });
  return app;
}

function pathOf(context: ConsoleContext): string {
  return `/programs/${context.req.param('id') ?? ''}`;
}

async function list(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listPrograms, {});
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  return page(context, {
    title: sayIn(request.language)('title'),
    section: 'programs',
    body: programList(request, done.programs),
  });
}

async function add(context: ConsoleContext): Promise<Response> {
  const form = await formOf(context);
  const request: SignedInRequest = { ...signedIn(context), why: form['why'] ?? '' };
  const performed = await perform(request, createProgram, {
    name: form['name'],
    scopes: [...tickedIn(form, 'scope'), form['operations'] ?? ''].join(','),
    ...(form['days'] ? { days: form['days'] } : {}),
  });
  return answer(context, performed, {
    to: '/programs',
    said: sayIn(request.language)('program_asked'),
  });
}

async function program(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listPrograms, {});
  if (refused) return refusedLook(context, refused);
  const found = done.programs.find(({ id }) => id === context.req.param('id'));
  if (!found) return context.notFound();
  return page(context, {
    title: found.name,
    section: 'programs',
    body: programDetail(signedIn(context), found),
  });
}

async function token(context: ConsoleContext): Promise<Response> {
  const performed = await act(context, makeProgramToken, { program: context.req.param('id') });
  const say = sayIn(signedIn(context).language);
  const { done } = performed;
  if (!done) return answer(context, performed, { to: pathOf(context), said: '' });
  return secretOnce(context, {
    title: say('token_made', { name: done.name }),
    text: say('token_made_text'),
    secrets: [{ label: say('token'), value: done.token }],
    until: done.expiresAt,
    back: pathOf(context),
    section: 'programs',
  });
}
