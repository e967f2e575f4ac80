import { Hono } from 'hono';
import {
  downloadSearch,
  exportSearch,
  listSearches,
  readSearch,
  searchMessages,
} from '../../../operations/search/search-messages.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { resultsBody } from './results.ts';
import { searchBody } from './search-form.ts';
import { searchSay } from './search-words.ts';

/** The search over all messages: the form, its results, and their file. */
export function createSearchPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/search', async (context) => formPage(context, {}));
  app.post('/search', async (context) => {
    const performed = await act(context, searchMessages);
    const { done, refused, form } = performed;
    if (done) return context.redirect(`/search/${done.searchId}`, 303);
    // What was typed is not lost.
    if (refused.status === 422 || refused.status === 404)
      return formPage(context, { form, wrong: refused.text });
    return answer(context, performed, { to: '/search', said: '' });
  });
  app.get('/search/:id', async (context) => {
    const before = context.req.query('before');
    const { done, refused } = await look(context, readSearch, {
      searchId: context.req.param('id'),
      ...(before ? { before } : {}),
    });
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: searchSay(request)('results'),
      section: 'search',
      body: resultsBody(request, done),
    });
  });
  app.post('/search/:id/export', async (context) => {
    const searchId = context.req.param('id');
    const performed = await act(context, exportSearch, { searchId });
    return answer(context, performed, {
      to: `/search/${searchId}`,
      said: searchSay(signedIn(context))('export_done'),
    });
  });
  app.get('/search/:id/messages.csv', async (context) => {
    const { done, refused } = await look(context, downloadSearch, {
      searchId: context.req.param('id'),
    });
    if (refused) return refusedLook(context, refused);
    return context.body(done.csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="messages.csv"',
    });
  });
  return app;
}

async function formPage(
  context: ConsoleContext,
  given: { readonly form?: Readonly<Record<string, string>>; readonly wrong?: string },
): Promise<Response> {
  const { done, refused } = await look(context, listSearches, {});
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  return page(context, {
    title: searchSay(request)('title'),
    section: 'search',
    ...(given.wrong ? { status: 422 as const } : {}),
    body: searchBody(request, { searches: done.searches, ...given }),
  });
}
