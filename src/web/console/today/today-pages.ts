import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { readToday } from '../../../operations/today/read-today.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { card } from '../ui/card.ts';
import { todayFigures } from './today-figures.ts';
import { todayLists } from './today-lists.ts';
import type { Today } from './today.ts';

/** The console's first page. */
export function createTodayPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/', show);
  return app;
}

async function show(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, readToday, {});
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayOf(packs[request.language].console.today);
  context.header('cache-control', 'no-store');
  return page(context, {
    title: say('title'),
    section: 'today',
    scripts: ['/static/today.js'],
    body: html`<header class="page-head today-head">
        <h1>${say('hello', { name: request.principal.name })}</h1>
        <p class="lead">
          ${dayLine(request)}
          <span id="today-at">${say('as_of', { time: timeLine(request, done.at) })}</span>
          <a href="/" data-again>${say('again')}</a>
        </p>
      </header>
      <p class="notice notice-mind" role="status" id="today-stale" hidden>${say('stale')}</p>
      ${rightOf(request.principal.roles, 'read_messages') ? nothing : findCard(request)}
      <div id="today-figures" class="figures today-figures">${todayFigures(request, done)}</div>
      <div id="today-lists" class="stack-wide">${lists(request, done)}</div>`,
  });
}

function lists(request: SignedInRequest, done: Today): Html {
  const say = sayOf(packs[request.language].console.today);
  const shown = todayLists(request, done);
  if (shown.length > 0) return html`${shown}`;
  const seesWork = done.waiting !== null || done.approvals !== null;
  return seesWork
    ? html`<section class="card">${empty(say('quiet'), say('quiet_text'))}</section>`
    : nothing;
}

/** For roles that help at the counter: their work begins with a member. */
function findCard(request: SignedInRequest): Html {
  const { language, principal } = request;
  if (!rightOf(principal.roles, 'read_members')) return nothing;
  const say = sayOf(packs[language].console.today);
  return card({
    title: say('find_title'),
    body: html`<form class="today-find" role="search" action="/members" method="get">
      <label for="today-find">${say('find_text')}</label>
      <input type="search" id="today-find" name="q" autocomplete="off" maxlength="120" />
      <button class="primary">${say('find_button')}</button>
    </form>`,
  });
}

function dayLine({ institution, language, world }: SignedInRequest): string {
  return world.clock
    .now()
    .toZonedDateTimeISO(institution.zone)
    .toPlainDate()
    .toLocaleString(packs[language].intl, { weekday: 'long', month: 'long', day: 'numeric' });
}

/** With seconds, so that people see that it is fresh. */
function timeLine({ institution, language }: SignedInRequest, at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(institution.zone)
    .toPlainTime()
    .toLocaleString(packs[language].intl, { timeStyle: 'medium' });
}
