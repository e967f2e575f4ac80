import { z } from 'zod';
import { beginEnrolment } from '../../enrollment/begin.ts';
import { openTasks } from '../../staff/tasks.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import type { XDirectory } from '../ports.ts';
import { isRefused, refuse } from '../refusals.ts';
import { disclose } from './disclose.ts';
import { recordAct } from './record-act.ts';
import { agreedField, readRights, rightsFields, rightsRefusals } from './rights.ts';

/**
 * The handle is resolved to the stable id, the institution follows the member (or people are asked to), and the one-time word is
 * drawn that the member sends by direct message from that account.
 */
export const beginXEnrolment = operation({
  id: 'beginXEnrolment',
  method: 'POST',
  path: '/enrolments/x',
  tag: 'Messages',
  summary: 'Starts enrolling an X account, or verifying one again',
  access: 'fresh',
  input: z.strictObject({
    handle: z
      .string()
      .trim()
      .transform((text) => text.replace(/^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\//i, ''))
      .transform((text) => text.replace(/^@/, ''))
      .pipe(z.string().regex(/^\w{1,15}$/))
      .describe('The name after the @.'),
    agreedTo: agreedField,
    ...rightsFields,
  }),
  output: z.object({ id: z.uuid(), expiresAt: z.string() }),
  refusals: [
    'x_not_offered',
    'handle_unknown',
    'handle_is_ours',
    'disclosures_first',
    'address_already_yours',
    'service_locked',
    ...rightsRefusals,
  ],
  run: async (request, input) => {
    const { institution, member, ports, session } = request;
    if (!ports.x || !institution.settings.x) return refuse('x_not_offered');
    if (member.lockedAt) return refuse('service_locked');
    const rights = readRights(request, input);
    if (isRefused(rights)) return rights;
    const refused = await request.db.transaction(async (tx) =>
      disclose(tx, request, { channel: 'x', agreedTo: input.agreedTo }),
    );
    if (refused) return refused;
    const user = await asked(request, async (x) => x.userByHandle(input.handle));
    if (isRefused(user)) return user;
    if (!user) return refuse('handle_unknown', { field: 'handle' });
    if (user.userId === institution.settings.x.userId)
      return refuse('handle_is_ours', { field: 'handle' });
    // Before anything moves from there we must hear when the handle passes to someone else.
    const watched = await asked(request, async (x) => x.watchHandle(user.userId));
    if (isRefused(watched)) return watched;
    const followBack = await followed(request, user.userId);
    const begun = await request.db.transaction(async (tx) => {
      const result = await beginEnrolment(tx, request, {
        institutionId: institution.id,
        memberId: member.id,
        sessionId: session.id,
        channel: 'x',
        address: user.userId,
        handle: user.handle,
        rights,
        followBack,
      });
      if ('refused' in result) return result;
      if (followBack === 'forbidden') {
        await openTasks(tx, request.world, institution, [
          {
            kind: 'follow_back',
            subject: `Follow @${user.handle} on X: X did not let us`,
            memberId: member.id,
            at: request.world.clock.now(),
          },
        ]);
      }
      await recordAct(tx, request, {
        what: 'enrolment_begun',
        subject: result.id,
        detail: { channel: 'x' },
      });
      return result;
    });
    if (!('refused' in begun)) return { id: begun.id, expiresAt: begun.expiresAt.toString() };
    if (begun.refused === 'too_many') return refuse('too_many', { retryAt: begun.retryAt });
    return refuse(begun.refused, { field: 'handle' });
  },
});

/** What X says; where it can't be asked, nothing is enrolled. */
async function asked<Answer>(
  { ports, logger }: MemberContext,
  ask: (x: XDirectory) => Promise<Answer>,
) {
  try {
    return ports.x ? await ask(ports.x) : refuse('x_not_offered');
  } catch (error) {
    logger.warn({ error }, 'X could not be asked for an enrolment');
    return refuse('unavailable');
  }
}

/** Following the member is a courtesy: where it fails, people have it as a task, and the enrolment goes on. */
async function followed(request: MemberContext, userId: string) {
  const answer = await asked(request, async (x) => x.follow(userId));
  return isRefused(answer) ? 'forbidden' : answer;
}
