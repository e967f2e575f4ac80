import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../../kernel/fault.ts';
import { isLanguage } from '../../kernel/vocabulary/language.ts';
import { createApi } from '../api/api.ts';
import { appEventsPath, createAppEvents } from '../api/events/app-events.ts';
import { createStreams, type StreamLimits } from '../api/events/streams.ts';
import { problem } from '../api/problem.ts';
import { createApiReader } from '../api/reader.ts';
import type { WebDependencies } from '../../operations/request-context.ts';
import { contactCard, contactCardPath } from '../../enrollment/contact-card.ts';
import type { Operation } from '../../operations/operation.ts';
import { accessOperations } from '../../operations/access/index.ts';
import { accountsOperations } from '../../operations/shares/index.ts';
import { appOperations } from '../../operations/app/index.ts';
import { approvalsOperations } from '../../operations/approvals/index.ts';
import { devicesOperations } from '../../operations/devices/index.ts';
import { alertsOperations } from '../../operations/alerts/index.ts';
import { messagesOperations } from '../../operations/messages/index.ts';
import { refuse, type Refused } from '../../operations/refusals.ts';
import { fromThisSite } from '../same-site.ts';
import { createAppPages } from '../app/app-pages.ts';
import { createApprovalPages } from './approvals/approval-pages.ts';
import { createAccountPages } from './accounts/account-pages.ts';
import { agreementTexts } from './agreements/agreement-texts.ts';
import { createDemonstrationPages } from './demonstration/demonstration-pages.ts';
import { failedPage, notFoundPage, refusedPage } from '../frame/error-pages.ts';
import { formOf, nextOf } from '../frame/form.ts';
import { guard, guarded } from '../frame/guard.ts';
import { keepOutside } from '../frame/outside-page.ts';
import { tooFast } from '../frame/too-fast.ts';
import { createPace } from '../frame/pace.ts';
import { noteRefused } from '../../operations/perform.ts';
import { receive } from '../frame/receive.ts';
import { securityHeaders } from '../frame/security-headers.ts';
import { createStaticFiles, themeOf } from '../frame/static-files.ts';
import { keepLanguage } from '../frame/visit-language.ts';
import type { PortalContext, PortalEnv } from '../frame/visit.ts';
import { createEmbedPage } from './messages/embed-page.ts';
import { createPublicCommandPages } from './messages/commands-page.ts';
import { createMessagePages } from './messages/message-pages.ts';
import { createSignInPages } from './sign-in/sign-in-pages.ts';
import { signOnPath, type SiteSignOn } from './sign-in/single-sign-on-pages.ts';

/** Every operation that the site offers, by page or by API. */
export const webOperations: readonly Operation[] = [
  ...accessOperations,
  ...accountsOperations,
  ...approvalsOperations,
  ...devicesOperations,
  ...messagesOperations,
  ...appOperations,
  ...alertsOperations,
];

export interface PortalOptions extends WebDependencies {
  /** How many proxies stand before the service. */
  readonly proxies?: number;
  /** Allows one-click sign-in, and framing by pages of the same origin. For the loopback only. */
  readonly demonstration?: boolean;
  /** The other online banks from which members come. Absent: they sign in here alone. */
  readonly signOn?: SiteSignOn | undefined;
}

/** The longest request. Forms and JSON are short. */
const bodyBytesMax = 64 * 1024;

/** Streams of events that may be open at a time. A member has a few devices; a process has memory for some thousands. */
const streamLimits: StreamLimits = { ofMember: 10, ofProcess: 5_000 };

/** Builds the member site: pages and API, with their guards. */
export function createPortal(options: PortalOptions): Hono<PortalEnv> {
  const { publicUrl, world } = options;
  const demonstration = options.demonstration ?? false;
  const pace = createPace(world.clock);
  const streams = createStreams({ ...options, limits: streamLimits });
  const app = new Hono<PortalEnv>();
  const [headers, policy] = securityHeaders({ publicUrl, framed: demonstration });
  app.use(headers);
  app.use(policy);
  app.route('/', createStaticFiles());
  app.use(receive(options, options.proxies ?? 0));
  app.use(
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: async (context: Context<PortalEnv>) => {
        const response = await no(context, refuse('too_large'));
        // We don't read the rest, so the connection can't carry another request.
        response.headers.set('connection', 'close');
        return response;
      },
    }),
  );
  app.use(async (context, next) => {
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    const isInitiated = context.req.path === signOnPath;
    if (!isRead && !isInitiated && !fromThisSite(context.req.raw, context.get('request').publicUrl))
      return no(context, refuse('cross_site'));
    const request = context.get('request');
    const retryAt = await tooFast(request, pace, isRead ? 'read' : 'write');
    return retryAt ? no(context, refuse('too_many', { retryAt })) : next();
  });
  app.use(keepOutside);
  for (const path of guarded) {
    app.use(path, guard);
    app.use(`${path}/*`, guard);
  }
  app.get('/', (context) =>
    context.redirect('member' in context.get('request') ? '/accounts' : '/sign-in', 303),
  );
  app.route('/', createInstitutionFiles());
  app.post('/language', async (context) => {
    const form = await formOf(context);
    const chosen = form['language'] ?? '';
    if (isLanguage(chosen))
      keepLanguage(context, chosen, context.get('request').publicUrl.startsWith('https:'));
    return context.redirect(nextOf(form['next'], '/'), 303);
  });
  addPages(app, options);
  app.route(`/api/v1${appEventsPath}`, createAppEvents(streams));
  app.route('/api/v1', createApi({ operations: webOperations }));
  app.route('/api', createApiReader({ operations: webOperations }));
  app.notFound(async (context) =>
    isApi(context) ? problem(context, refuse('not_found')) : notFoundPage(context),
  );
  app.onError(async (error, context) => failed(error, context));
  return app;
}

/** Serves what is made of an institution's settings: its theme and its contact card. */
function createInstitutionFiles(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get('/static/theme.css', (context) =>
    context.body(themeOf(context.get('request')), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=60',
    }),
  );
  app.get(contactCardPath, (context) => {
    const { institution, publicUrl } = context.get('request');
    return context.body(contactCard(institution, publicUrl), 200, {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': 'attachment; filename="contact.vcf"',
      'cache-control': 'public, max-age=3600',
    });
  });
  return app;
}

/** Adds the pages of each section, and the app. */
function addPages(
  app: Hono<PortalEnv>,
  { demonstration, signOn }: Pick<PortalOptions, 'demonstration' | 'signOn'>,
): void {
  if (demonstration) app.route('/', createDemonstrationPages());
  app.route('/', createAppPages(agreementTexts));
  app.route('/', createSignInPages(signOn));
  app.route('/', createPublicCommandPages());
  app.route('/', createEmbedPage());
  app.route('/', createMessagePages());
  app.route('/', createApprovalPages());
  app.route('/', createAccountPages());
}

function isApi(context: PortalContext): boolean {
  return context.req.path.startsWith('/api/');
}

async function no(context: PortalContext, refused: Refused): Promise<Response> {
  noteRefused(context.get('request'), 'request', refused.refused);
  return isApi(context) ? problem(context, refused) : refusedPage(context, refused);
}

/** Reports an error honestly: a temporary fault, or a bug of ours with its number in the log. */
async function failed(error: Error, context: PortalContext): Promise<Response> {
  const request = context.get('request');
  // We don't know the institution yet, so we can't answer in its frame.
  if (request === undefined)
    return context.text('The service is not available. Try again in a few minutes.', 503, {
      'retry-after': '60',
    });
  const { world, logger, metrics } = request;
  if (error instanceof Fault && error.retryable) {
    logger.warn({ error, path: context.req.routePath }, 'A request failed on a temporary fault');
    metrics.count('faults', { where: 'web' });
    return no(context, refuse('unavailable', { retryAt: world.clock.now().add({ seconds: 60 }) }));
  }
  const id = world.ids.next();
  logger.error({ error, id, path: context.req.routePath }, 'A request failed');
  metrics.count('faults', { where: 'web' });
  return isApi(context)
    ? problem(context, refuse('failed', { facts: { id } }))
    : failedPage(context, id);
}
