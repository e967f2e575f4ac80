import { Hono } from 'hono';
import type { PortalEnv } from '../../frame/visit.ts';
import { visitOf } from '../messages/section.ts';
import { approvalsPage, postDecline } from './approvals-page.ts';
import { devicesPage, postRemoveDevice, postSignOutDevice } from './devices-page.ts';

/** Routes of the message section for approvals and devices. The frame guards them. */
export function createApprovalPages(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.get('/messages/approvals', async (context) => approvalsPage(visitOf(context)));
  pages.post('/messages/approvals/:id/decline', async (context) =>
    postDecline(visitOf(context), context.req.param('id')),
  );
  pages.get('/messages/devices', async (context) => devicesPage(visitOf(context)));
  pages.post('/messages/devices/:id/remove', async (context) =>
    postRemoveDevice(visitOf(context), context.req.param('id')),
  );
  pages.post('/messages/devices/:id/sign-out', async (context) =>
    postSignOutDevice(visitOf(context), context.req.param('id')),
  );
  return pages;
}
