import { z } from 'zod';
import { limits } from '../../access/limits.ts';
import type { Session } from '../../access/session.ts';

const instant = z.iso.datetime({ offset: true });

/** A session as its member sees it; never with its token. */
export const sessionSchema = z.object({
  id: z.uuid(),
  device: z.string().describe('What the browser calls itself.'),
  current: z.boolean().describe('The one that asks.'),
  createdAt: instant,
  lastSeenAt: instant,
  verifiedAt: instant.describe('When the member last proved to be it.'),
  idleUntil: instant.describe('When it ends if nothing is asked in it until then.'),
  expiresAt: instant.describe('When it ends whatever happens.'),
});

/** @param currentId the session that asks */
export function sessionOutput(session: Session, currentId: string): z.input<typeof sessionSchema> {
  return {
    id: session.id,
    device: session.device,
    current: session.id === currentId,
    createdAt: session.createdAt.toString(),
    lastSeenAt: session.lastSeenAt.toString(),
    verifiedAt: session.verifiedAt.toString(),
    idleUntil: session.lastSeenAt.add({ minutes: limits.session.idleMinutes }).toString(),
    expiresAt: session.expiresAt.toString(),
  };
}
