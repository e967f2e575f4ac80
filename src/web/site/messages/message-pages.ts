import {
  accountChannels,
  enrollableChannels,
  phoneChannels,
} from '../../../channels/descriptors.ts';
import { Hono } from 'hono';
import type { PortalEnv } from '../../frame/visit.ts';
import { addressPage, postRemove, postRights, postUnlockMoney } from './address-page.ts';
import { alertsPage, postAlert, postQuiet, postRemoveAlert } from './alerts-page.ts';
import { checkPage, postCheck } from './check-page.ts';
import { codePage, postCode } from './code-page.ts';
import { commandsPage } from './commands-page.ts';
import { disputePage, disputesPage, postWithdraw } from './disputes-page.ts';
import {
  enrollPhoneForm,
  enrollPhoneState,
  postEnrollPhone,
  postFinishPhone,
} from './enroll-phone-page.ts';
import {
  enrollAccountForm,
  enrollAccountState,
  postCancel,
  postEnrollAccount,
} from './enroll-account-page.ts';
import { homePage, toggleAddress } from './home-page.ts';
import { letterFilePage, letterPage, lettersPage } from './letters-page.ts';
import { limitsPage } from './limits-page.ts';
import { lockPage, postLock, postUnlock } from './lock-page.ts';
import { logPage } from './log-page.ts';
import { enrollPath, visitOf } from './section.ts';
import { postTimeZone, timeZonePage } from './time-zone-page.ts';
import { postTry, tryPage } from './try-page.ts';

/**
 * Routes of the message section for signed-in members: addresses and their rights, enrolling
 * accounts and phones, codes, checking a message, commands, the log, alerts, limits, the lock, disputes.
 * The frame guards them.
 */
export function createMessagePages(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.get('/messages', async (context) => homePage(visitOf(context)));

  routeEnrollments(pages);

  pages.get('/messages/addresses/:id', async (context) =>
    addressPage(visitOf(context), { id: context.req.param('id') }),
  );
  pages.post('/messages/addresses/:id/rights', async (context) =>
    postRights(visitOf(context), context.req.param('id')),
  );
  for (const what of ['pause', 'resume'] as const) {
    pages.post(`/messages/addresses/:id/${what}`, async (context) =>
      toggleAddress(visitOf(context), { id: context.req.param('id'), what }),
    );
  }
  pages.post('/messages/addresses/:id/remove', async (context) =>
    postRemove(visitOf(context), context.req.param('id')),
  );
  pages.post('/messages/addresses/:id/unlock', async (context) =>
    postUnlockMoney(visitOf(context), context.req.param('id')),
  );
  pages.get('/messages/addresses/:id/code', async (context) =>
    codePage(visitOf(context), { id: context.req.param('id') }),
  );
  pages.post('/messages/addresses/:id/code', async (context) =>
    postCode(visitOf(context), context.req.param('id')),
  );

  pages.get('/messages/check', async (context) => checkPage(visitOf(context)));
  pages.post('/messages/check', async (context) => postCheck(visitOf(context)));
  pages.get('/messages/commands', async (context) => commandsPage(visitOf(context)));
  pages.get('/messages/try', async (context) => tryPage(visitOf(context)));
  pages.post('/messages/try', async (context) => postTry(visitOf(context)));
  pages.get('/messages/log', async (context) => logPage(visitOf(context)));
  pages.get('/messages/alerts', async (context) => alertsPage(visitOf(context)));
  pages.post('/messages/alerts', async (context) => postAlert(visitOf(context)));
  pages.post('/messages/alerts/quiet', async (context) => postQuiet(visitOf(context)));
  pages.post('/messages/alerts/:id/remove', async (context) =>
    postRemoveAlert(visitOf(context), context.req.param('id')),
  );
  pages.get('/messages/limits', async (context) => limitsPage(visitOf(context)));
  pages.get('/messages/time-zone', async (context) => timeZonePage(visitOf(context)));
  pages.post('/messages/time-zone', async (context) => postTimeZone(visitOf(context)));
  pages.get('/messages/lock', async (context) => lockPage(visitOf(context)));
  pages.post('/messages/lock', async (context) => postLock(visitOf(context)));
  pages.post('/messages/lock/off', async (context) => postUnlock(visitOf(context)));
  pages.get('/messages/disputes', async (context) => disputesPage(visitOf(context)));
  pages.get('/messages/disputes/:reference', async (context) =>
    disputePage(visitOf(context), { reference: context.req.param('reference') }),
  );
  pages.get('/messages/letters', async (context) => lettersPage(visitOf(context)));
  pages.get('/messages/letters/:file{[0-9a-f-]+\\.pdf}', async (context) =>
    letterFilePage(visitOf(context), context.req.param('file').replace(/\.pdf$/, '')),
  );
  pages.get('/messages/letters/:id', async (context) =>
    letterPage(visitOf(context), context.req.param('id')),
  );
  pages.post('/messages/disputes/:reference/withdraw', async (context) =>
    postWithdraw(visitOf(context), context.req.param('reference')),
  );
  return pages;
}

/** Routes for enrolling an address. They depend on how the channel proves its addresses. */
function routeEnrollments(pages: Hono<PortalEnv>): void {
  for (const channel of accountChannels) {
    const path = enrollPath(channel);
    pages.get(path, async (context) => enrollAccountForm(visitOf(context), channel));
    pages.post(path, async (context) => postEnrollAccount(visitOf(context), channel));
    pages.get(`${path}/:id`, async (context) =>
      enrollAccountState(visitOf(context), channel, context.req.param('id')),
    );
  }
  for (const channel of phoneChannels) {
    const path = enrollPath(channel);
    pages.get(path, async (context) => enrollPhoneForm(visitOf(context), channel));
    pages.post(path, async (context) => postEnrollPhone(visitOf(context), channel));
    pages.get(`${path}/:id`, async (context) =>
      enrollPhoneState(visitOf(context), { id: context.req.param('id') }),
    );
    pages.post(`${path}/:id`, async (context) =>
      postFinishPhone(visitOf(context), context.req.param('id')),
    );
  }
  for (const channel of enrollableChannels) {
    pages.post(`${enrollPath(channel)}/:id/cancel`, async (context) =>
      postCancel(visitOf(context), context.req.param('id')),
    );
  }
}
