import { z } from 'zod';
import { limits } from '../../access/limits.ts';
import type { Session } from '../../access/session.ts';
import { neverProven } from '../../access/sessions.ts';

const instant = z.iso.datetime({ offset: true });

/** A session as its member sees it, without its token. */
export const sessionSchema = z.object({
  id: z.uuid(),
  device: z.string().describe('The browser’s user agent, shortened.'),
  current: z.boolean().describe('The session that sent this request.'),
  createdAt: instant,
  lastSeenAt: instant,
  verifiedAt: instant
    .nullable()
    .describe(
      'When the member last proved their identity here. Null: another online bank signed them in, and they have not.',
    ),
  idleUntil: instant.describe('When it ends unless it is used before.'),
  expiresAt: instant.describe('When it ends in any case.'),
});

/** @param currentId the session that makes the request */
export function sessionOutput(session: Session, currentId: string): z.input<typeof sessionSchema> {
  return {
    id: session.id,
    device: session.device,
    current: session.id === currentId,
    createdAt: session.createdAt.toString(),
    lastSeenAt: session.lastSeenAt.toString(),
    verifiedAt: session.verifiedAt.equals(neverProven) ? null : session.verifiedAt.toString(),
    idleUntil: session.lastSeenAt.add({ minutes: limits.session.idleMinutes }).toString(),
    expiresAt: session.expiresAt.toString(),
  };
}
