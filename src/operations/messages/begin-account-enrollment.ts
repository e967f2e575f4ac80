import type { Queries } from '../../database/database.ts';
import type { FollowBack } from '../../kernel/vocabulary/follow-back.ts';
import { accountChannels, descriptors, type AccountChannel } from '../../channels/descriptors.ts';
import { assert } from '../../kernel/assert.ts';
import { byName } from '../../kernel/by-name.ts';
import { capitalized } from './capitalized.ts';
import { z } from 'zod';
import { beginEnrollment } from '../../enrollment/begin.ts';
import { openTasks } from '../../staff/tasks.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { agreedField, disclose } from '../disclose.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { readRights, rightsFields, rightsRefusals } from './rights.ts';

/**
 * Makes the operation that starts to enroll an account on this channel. It resolves the handle to
 * the stable id, and has the institution follow the member, or asks staff to. It draws the one-time
 * code that the member sends from that account.
 */
function beginAccountEnrollment(channel: AccountChannel) {
  const { title, slug, account } = descriptors[channel];
  assert(account !== undefined, 'where a message from an account proves it, there are accounts');
  return operation({
    id: `begin${capitalized(slug)}Enrollment`,
    method: 'POST',
    path: `/enrollments/${slug}`,
    tag: 'Messages',
    summary: `Starts enrolling an ${title} account, or verifying one again`,
    access: 'fresh',
    input: z.strictObject({
      handle: z
        .string()
        .trim()
        .transform((text) => text.replace(account.site, ''))
        .transform((text) =>
          text.startsWith(account.mark) ? text.slice(account.mark.length) : text,
        )
        .pipe(z.string().regex(account.handle))
        .describe(`The name after the ${account.mark}.`),
      agreedTo: agreedField,
      ...rightsFields,
    }),
    output: z.object({ id: z.uuid(), expiresAt: z.string() }),
    refusals: [
      'account_not_offered',
      'handle_unknown',
      'handle_is_ours',
      'disclosures_first',
      'address_already_yours',
      'service_locked',
      ...rightsRefusals,
    ],
    run: async (request, input) => {
      const { institution, member, ports } = request;
      const own = institution.settings[channel];
      const directory = ports[channel];
      if (!directory || !own) return refuse('account_not_offered', { facts: { channel: title } });
      if (member.lockedAt) return refuse('service_locked');
      const rights = readRights(request, input);
      if (isRefused(rights)) return rights;
      const refused = await request.db.transaction(async (tx) =>
        disclose(tx, request, { channel, agreedTo: input.agreedTo }),
      );
      if (refused) return refused;
      const user = await asked(request, channel, async () => directory.userByHandle(input.handle));
      if (isRefused(user)) return user;
      if (!user)
        return refuse('handle_unknown', {
          field: 'handle',
          facts: { channel: title, mark: account.mark },
        });
      if (user.userId === own.userId) return refuse('handle_is_ours', { field: 'handle' });
      // Before money moves from there, we must learn when the handle passes to someone else.
      const watched = await asked(request, channel, async () => directory.watchHandle(user.userId));
      if (isRefused(watched)) return watched;
      // Following the member is a courtesy: if it fails, staff get a task and the enrollment
      // continues.
      const followed = await asked(request, channel, async () => directory.follow(user.userId));
      const followBack = isRefused(followed) ? 'forbidden' : followed;
      const begun = await request.db.transaction(async (tx) =>
        recordBeginning(tx, request, { channel, user, rights, followBack }),
      );
      if (!('refused' in begun)) return { id: begun.id, expiresAt: begun.expiresAt.toString() };
      if (begun.refused === 'too_many') return refuse('too_many', { retryAt: begun.retryAt });
      return refuse(begun.refused, { field: 'handle' });
    },
  });
}

/** Starts the enrollment, with a task for staff if the platform did not let us follow. */
async function recordBeginning(
  tx: Queries,
  request: MemberContext,
  begins: {
    readonly channel: AccountChannel;
    readonly user: { readonly userId: string; readonly handle: string };
    readonly rights: Parameters<typeof beginEnrollment>[2]['rights'];
    readonly followBack: FollowBack;
  },
) {
  const { institution, member, session } = request;
  const { channel, user, rights, followBack } = begins;
  const { title, account } = descriptors[channel];
  const result = await beginEnrollment(tx, request, {
    institutionId: institution.id,
    memberId: member.id,
    sessionId: session.id,
    channel,
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
        subject: `Follow ${account?.mark ?? ''}${user.handle} on ${title}: ${title} did not let us`,
        memberId: member.id,
        at: request.world.clock.now(),
      },
    ]);
  }
  await recordInAuditLog(tx, request, {
    what: 'enrolment_begun',
    subject: result.id,
    detail: { channel },
  });
  return result;
}

/** By channel, the operation that starts to enroll an account there. */
export const accountEnrollments = byName(accountChannels, beginAccountEnrollment);

/** Asks the platform for the account. If it can't answer, we enroll nothing. */
async function asked<Answer>(
  { logger }: MemberContext,
  channel: AccountChannel,
  ask: () => Promise<Answer>,
) {
  try {
    return await ask();
  } catch (error) {
    logger.warn({ error, channel }, 'A platform did not answer during an enrollment');
    return refuse('unavailable');
  }
}
