import { z } from 'zod';
import { listSessions } from '../../access/sessions.ts';
import { listDevices } from '../../push/devices.ts';
import type { MemberContext } from '../request-context.ts';

const instant = z.iso.datetime({ offset: true });

/** A member's device: one that gets pushes, or a browser that is signed in. */
export const deviceSchema = z.object({
  id: z.uuid(),
  label: z.string().describe('The member’s name for it, or the browser’s user agent.'),
  addedAt: instant,
  lastSeenAt: instant,
  push: z.boolean().describe('It gets pushes.'),
  signedIn: z.boolean().describe('It can be signed out.'),
  current: z.boolean().describe('It sent this request.'),
});

/** A device, and its session if it is signed in. */
interface Owned {
  readonly device: z.input<typeof deviceSchema>;
  readonly sessionId: string | null;
}

/** The devices of a member, the last seen first. A device that gets pushes and is signed in is one, under its own id. */
export async function devicesOf(request: MemberContext): Promise<Owned[]> {
  const whose = { institutionId: request.institution.id, memberId: request.member.id };
  const devices = await listDevices(request.db, whose);
  const sessions = await listSessions(request.db, request, whose);
  const known = devices.map(({ id, label, sessionId, addedAt, seenAt }) => {
    const session = sessions.find((one) => one.id === sessionId);
    const lastSeenAt = session ? later(session.lastSeenAt, seenAt) : seenAt;
    return { id, label, addedAt, lastSeenAt, push: true, sessionId: session?.id ?? null };
  });
  const others = sessions
    .filter(({ id }) => known.every(({ sessionId }) => sessionId !== id))
    .map(({ id, device: label, createdAt: addedAt, lastSeenAt }) => ({
      id,
      label,
      addedAt,
      lastSeenAt,
      push: false,
      sessionId: id,
    }));
  return [...known, ...others]
    .toSorted((a, b) => Temporal.Instant.compare(b.lastSeenAt, a.lastSeenAt))
    .map(({ sessionId, addedAt, lastSeenAt, ...device }) => ({
      sessionId,
      device: {
        ...device,
        addedAt: addedAt.toString(),
        lastSeenAt: lastSeenAt.toString(),
        signedIn: sessionId !== null,
        current: sessionId === request.session.id,
      },
    }));
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}
