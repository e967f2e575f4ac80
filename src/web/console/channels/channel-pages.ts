import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { readChannels } from '../../../operations/today/read-channels.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { channelsBody } from './channels-body.ts';

/** The channels that members write on, and the keys of those that are encrypted. */
export function createChannelPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/channels', async (context) => {
    const { done, refused } = await look(context, readChannels, {});
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: sayOf(packs[request.language].console.channels)('title'),
      section: 'channels',
      body: channelsBody(request, done.channels),
    });
  });
  return app;
}
