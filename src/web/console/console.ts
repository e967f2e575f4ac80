import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { Fault } from '../../kernel/fault.ts';
import { isLanguage } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { sayOf } from '../../languages/say.ts';
import { refuse, type Refused } from '../../operations/refusals.ts';
import { noteRefused, tell } from '../../operations/perform.ts';
import { formOf, nextOf } from '../frame/form.ts';
import { createPace } from '../frame/pace.ts';
import { themeOf } from '../frame/static-files.ts';
import { networkOf } from '../../kernel/network.ts';
import { fromThisSite } from '../same-site.ts';
import { createStaffApi } from './api.ts';
import { createProgramApi } from './program-api.ts';
import { isSignedIn, type ConsoleContext, type ConsoleEnv } from './frame/console-env.ts';
import { consoleHeaders } from './frame/headers.ts';
import { plainPage } from './frame/page.ts';
import { problem } from './frame/problem.ts';
import type { ConsoleOptions } from './frame/console-options.ts';
import { languageCookie, receiveConsole } from './frame/receive.ts';
import { createConsoleFiles } from './frame/static-files.ts';
import { addConsolePages, openPaths } from './pages.ts';

/** The longest request. A list of recipients is the longest form. */
const bodyBytesMax = 1024 * 1024;

/** Builds the staff console: pages and API, with their guards. */
export function createConsole(options: ConsoleOptions): Hono<ConsoleEnv> {
  const pace = createPace(options.world.clock);
  const app = new Hono<ConsoleEnv>();
  app.use(...consoleHeaders());
  app.route('/', createConsoleFiles());
  app.use(receiveConsole(options));
  app.use(
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: async (context: ConsoleContext) => no(context, refuse('too_large')),
    }),
  );
  // Programs first: what follows is for browsers and their cookies.
  app.route('/api/v1', createProgramApi(pace));
  app.use(async (context, next) => {
    const request = context.get('request');
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isRead && !fromThisSite(context.req.raw, request.consoleUrl))
      return no(context, refuse('cross_site'));
    const visitor = request.sessionId ?? `from ${networkOf(request.from)}`;
    const retryAt = pace.take(visitor, isRead ? 'read' : 'write');
    return retryAt ? no(context, refuse('too_many', { retryAt })) : next();
  });
  app.get('/static/theme.css', (context) =>
    context.body(themeOf(context.get('request')), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=60',
    }),
  );
  app.post('/language', async (context) => {
    const form = await formOf(context);
    const chosen = form['language'] ?? '';
    const secure = context.get('request').consoleUrl.startsWith('https:');
    if (isLanguage(chosen))
      setCookie(context, languageCookie, chosen, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: 365 * 24 * 3600,
      });
    return context.redirect(nextOf(form['next'], '/'), 303);
  });
  app.use(async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    if (isSignedIn(context.get('request')) || openPaths.some((open) => isUnder(pathname, open)))
      return next();
    if (isApi(context)) return no(context, refuse('sign_in_first'));
    const target = context.req.method === 'GET' ? `${pathname}${search}` : '/';
    return context.redirect(`/sign-in?next=${encodeURIComponent(target)}`, 303);
  });
  const { demonstration = false, singleSignOn } = options;
  addConsolePages(app, { demonstration, singleSignOn });
  app.route('/api/v1', createStaffApi());
  app.notFound(async (context) => {
    if (isApi(context)) return no(context, refuse('not_found'));
    const say = sayOf(packs[context.get('request').language].console.frame);
    return plainPage(context, {
      title: say('not_found'),
      text: say('not_found_text'),
      status: 404,
    });
  });
  app.onError(async (error, context) => failed(error, context));
  return app;
}

function isUnder(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

function isApi(context: ConsoleContext): boolean {
  return context.req.path.startsWith('/api/');
}

/** A refusal before any page: as JSON for a program, as a page for a person. */
async function no(context: ConsoleContext, refused: Refused): Promise<Response> {
  const request = context.get('request');
  noteRefused(request, 'request', refused.refused);
  const told = tell(request, refused);
  if (told.retryAt) {
    const seconds = request.world.clock.now().until(told.retryAt).total('seconds');
    context.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  }
  if (isApi(context)) return problem(context, told);
  const say = sayOf(packs[request.language].console.frame);
  const status =
    told.status === 413 || told.status === 429 || told.status === 503 ? told.status : 403;
  return plainPage(context, { title: say('refused'), text: told.text, status });
}

/** Reports an error honestly: a temporary fault, or a bug of ours with its number in the log. */
async function failed(error: Error, context: ConsoleContext): Promise<Response> {
  const request = context.get('request');
  if (request === undefined)
    return context.text('The console is not available. Try again in a few minutes.', 503, {
      'retry-after': '60',
    });
  const { world, logger, metrics } = request;
  metrics.count('faults', { where: 'console' });
  if (error instanceof Fault && error.retryable) {
    logger.warn({ error, path: context.req.routePath }, 'A request failed on a temporary fault');
    return no(context, refuse('unavailable', { retryAt: world.clock.now().add({ seconds: 60 }) }));
  }
  const id = world.ids.next();
  logger.error({ error, id, path: context.req.routePath }, 'A request failed');
  if (isApi(context)) return no(context, refuse('failed', { facts: { id } }));
  const say = sayOf(packs[request.language].console.frame);
  return plainPage(context, {
    title: say('failed'),
    text: say('failed_text', { id }),
    status: 500,
  });
}
