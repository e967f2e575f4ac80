import type { Hono } from 'hono';
import { placeHold, releaseHold } from '../../../../operations/books/holds.ts';
import { postFee } from '../../../../operations/books/post-fee.ts';
import { correctEntry, reverseEntry } from '../../../../operations/books/undo-entry.ts';
import type { StaffOperation } from '../../../../operations/operation.ts';
import type { ConsoleBookTexts } from '../../../../languages/console-texts.ts';
import { act, answer, signedIn } from '../../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../../frame/console-env.ts';
import { sayBooks } from '../say.ts';
import { entryPage } from './entry-page.ts';
import { sharePage, sharePath } from './share-page.ts';

/** Adds the pages of a member's books: an account with its entries and holds, an entry. */
export function addBookPages(app: Hono<ConsoleEnv>): void {
  const share = '/members/:number/shares/:suffix';
  app.get(share, sharePage);
  app.get(`${share}/:entry`, entryPage);
  app.post(`${share}/hold`, async (context) => post(context, placeHold, 'place_done'));
  app.post(`${share}/fee`, async (context) => post(context, postFee, 'fee_done'));
  app.post(`${share}/holds/:id/release`, async (context) =>
    post(context, releaseHold, 'release_done', { holdId: context.req.param('id') ?? '' }),
  );
  app.post(`${share}/:entry/reverse`, async (context) =>
    onEntry(context, reverseEntry, 'reverse_done'),
  );
  app.post(`${share}/:entry/correct`, async (context) =>
    onEntry(context, correctEntry, 'correct_done'),
  );
}

async function onEntry(
  context: ConsoleContext,
  operation: StaffOperation,
  said: keyof ConsoleBookTexts,
): Promise<Response> {
  const entry = context.req.param('entry') ?? '';
  return post(context, operation, said, { entry }, `/${entry}`);
}

async function post(
  context: ConsoleContext,
  operation: StaffOperation,
  said: keyof ConsoleBookTexts,
  more: object = {},
  next = '',
): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const suffix = context.req.param('suffix') ?? '';
  const performed = await act(context, operation, { number, suffix, ...more });
  const say = sayBooks(signedIn(context));
  return answer(context, performed, {
    to: `${sharePath(number, suffix)}${next}`,
    said: say(said),
  });
}
