import type { Page } from 'playwright-core';
import type { Hono } from 'hono';
import type { ConsoleEnv } from '../../src/web/console/frame/console-env.ts';

/** An address of the console as one person got it. */
export interface Crawled {
  /** The route that answered, such as `/tasks/:reference`. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** How many addresses of one route a person opens. */
const most = 3;

/** Lists the routes that answer to GET, as the router has them. */
export function readRoutes(app: Hono<ConsoleEnv>): readonly string[] {
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !/^\/(?:static|api)\//.test(path)).toSorted();
}

/**
 * Follows all links from these pages, as a person does who clicks on everything.
 * @returns each address once, three of a route at most
 */
export async function crawlConsole(
  page: Page,
  given: {
    readonly url: string;
    readonly routes: readonly string[];
    readonly from: readonly string[];
  },
): Promise<Crawled[]> {
  const patterns = given.routes.map((route) => ({ route, pattern: patternOf(route) }));
  // A fixed path first: `/settings/drafts` is none of `/settings/:any`.
  patterns.sort((a, b) => places(a.route) - places(b.route));
  const found: Crawled[] = [];
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting = [...given.from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const [bare = ''] = path.split('?');
    const route = patterns.find(({ pattern }) => pattern.test(bare))?.route;
    const count = counts.get(route ?? '') ?? 0;
    const isAsked = given.from.includes(path);
    if (route === undefined || seen.has(path) || (count >= most && !isAsked)) continue;
    seen.add(path);
    counts.set(route, count + 1);
    const answer = await page.context().request.get(`${given.url}${path}`, { maxRedirects: 0 });
    const body = await answer.body();
    const type = answer.headers()['content-type'] ?? '';
    found.push({ route, path, status: answer.status(), type, body });
    if (type.startsWith('text/html')) waiting.push(...linksIn(body.toString('utf8')));
  }
  return found;
}

const places = (route: string) => route.split(':').length - 1;

/** `/tasks/:reference` → a pattern of its addresses. */
function patternOf(route: string): RegExp {
  const parts = route
    .split('/')
    .map((part) =>
      part.startsWith(':')
        ? (/\{(.*)\}$/.exec(part)?.[1] ?? '[^/]+')
        : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^${parts.join('/')}$`);
}

/** Links, and forms that only ask, with what they offer first. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !href.startsWith('/static/'));
}
