import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import { descriptors } from '../../channels/descriptors.ts';
import { countChosen, fixRecipients } from '../../notices/many/chosen.ts';
import { haltNotice } from '../../notices/many/halt.ts';
import type { Notice } from '../../notices/many/notice.ts';
import { progressOf } from '../../notices/many/progress.ts';
import {
  beginNotice,
  findNotice,
  resumeNotice as resume,
  type NoticeKey,
} from '../../notices/many/store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { textProblem, wrongState } from './draft-notice.ts';
import { dollarsOf } from './estimate.ts';
import { noticeIdField } from './notice-schema.ts';

/** Members come and go between asking and approving. More of a change than this is another notice. */
const toleratedShare = 0.05;

/**
 * Sends a notice to many. Takes two persons, who see the texts, the choice, the count and the cost
 * that were counted for the draft. The recipients are fixed at the second person's yes.
 */
export const sendNotice = operation({
  id: 'sendNotice',
  summary: 'Sends a notice to many members, after a second person’s yes',
  access: 'staff',
  permission: 'send_notices',
  input: z.strictObject({ noticeId: noticeIdField }),
  output: z.object({ name: z.string(), recipients: z.int() }),
  refusals: [
    'notice_unknown',
    'notice_state',
    'notice_reaches_nobody',
    'notice_count_changed',
    'keys_missing',
    'notice_text_missing',
    'notice_text_long',
    'notice_has_figure',
    'notice_has_secret',
    'notice_has_link',
    'notice_has_place',
  ],
  difference: async (request, { noticeId }) => {
    const key = { institutionId: request.institution.id, id: noticeId };
    const notice = await sendable(request, await findNotice(request.db, key));
    return isRefused(notice) ? notice : shown(notice);
  },
  run: async (request, { noticeId }) =>
    request.db.transaction(async (tx) => {
      const { institution, world } = request;
      const key = { institutionId: institution.id, id: noticeId };
      const notice = await sendable(request, await findNotice(tx, key, { lock: true }));
      if (isRefused(notice)) return notice;
      const at = world.clock.now();
      const { recipients: before } = notice.estimate;
      const { parts } = await countChosen(tx, institution, notice.choice);
      const now = parts.reduce((sum, part) => sum + part.recipients, 0);
      if (Math.abs(now - before) > Math.ceil(before * toleratedShare))
        return refuse('notice_count_changed', {
          facts: { now: String(now), before: String(before) },
        });
      const recipients = await fixRecipients(tx, institution, { ...notice, at });
      await beginNotice(tx, key, { at, by: request.principal.name, recipients });
      await recordInAuditLog(tx, request, {
        what: 'notice_begun',
        subject: notice.name,
        detail: { noticeId, recipients },
      });
      return { name: notice.name, recipients };
    }),
});

/**
 * Goes on with a notice that waits since the database was restored. Takes two persons: some members may get it twice.
 */
export const resumeNotice = operation({
  id: 'resumeNotice',
  summary: 'Goes on with a notice that waits since the database was restored',
  access: 'staff',
  permission: 'send_notices',
  input: z.strictObject({ noticeId: noticeIdField }),
  output: z.object({ name: z.string(), waiting: z.int().describe('So many get it now.') }),
  refusals: ['notice_unknown', 'notice_state', 'keys_missing'],
  difference: async (request, { noticeId }) => {
    const key = { institutionId: request.institution.id, id: noticeId };
    const notice = resumable(request, await findNotice(request.db, key));
    return isRefused(notice)
      ? notice
      : {
          subject: notice.name,
          lines: [
            { what: 'Waiting recipients', after: String(await waitingFor(request.db, key)) },
            { what: 'May be sent twice', after: 'what left after the backup' },
          ],
        };
  },
  run: async (request, { noticeId }) =>
    request.db.transaction(async (tx) => {
      const key = { institutionId: request.institution.id, id: noticeId };
      const notice = resumable(request, await findNotice(tx, key, { lock: true }));
      if (isRefused(notice)) return notice;
      const waiting = await waitingFor(tx, key);
      await resume(tx, key);
      await recordInAuditLog(tx, request, {
        what: 'notice_resumed',
        subject: notice.name,
        detail: { noticeId, waiting },
      });
      return { name: notice.name, waiting };
    }),
});

function resumable({ keyring }: StaffContext, found: Notice | undefined): Notice | Refused {
  if (!found || found.state === 'discarded') return refuse('notice_unknown');
  if (found.state !== 'paused') return wrongState(found);
  return keyring ? found : refuse('keys_missing');
}

async function waitingFor(q: Queries, key: NoticeKey): Promise<number> {
  const progress = await progressOf(q, key, 'paused');
  return progress
    .filter(({ fate }) => fate === 'waiting')
    .reduce((sum, { count }) => sum + count, 0);
}

/** Stops a notice halfway. */
export const stopNotice = operation({
  id: 'stopNotice',
  summary: 'Stops a notice to many members: who doesn’t have it yet gets nothing',
  access: 'staff',
  permission: 'stop_notice',
  input: z.strictObject({ noticeId: noticeIdField }),
  output: z.object({
    name: z.string(),
    withdrawn: z.int().describe('So many get nothing.'),
    sent: z.int().describe('So many have it, or are getting it at this moment.'),
  }),
  refusals: ['notice_unknown', 'notice_state'],
  run: async (request, { noticeId }) =>
    request.db.transaction(async (tx) => {
      const { institution, world, principal } = request;
      const key = { institutionId: institution.id, id: noticeId };
      const notice = await findNotice(tx, key, { lock: true });
      if (!notice || notice.state === 'discarded') return refuse('notice_unknown');
      if (notice.state !== 'sending' && notice.state !== 'paused') return wrongState(notice);
      const at = world.clock.now();
      const withdrawn = await haltNotice(tx, key, { at, by: principal.name });
      const progress = await progressOf(tx, key, 'halted');
      const sent = progress
        .filter(({ fate }) => fate === 'accepted' || fate === 'waiting')
        .reduce((sum, { count }) => sum + count, 0);
      await recordInAuditLog(tx, request, {
        what: 'notice_stopped',
        subject: notice.name,
        detail: { noticeId, withdrawn, sent },
      });
      return { name: notice.name, withdrawn, sent };
    }),
});

/** A draft that may go out as it is; or why not. */
async function sendable(
  request: StaffContext,
  found: Notice | undefined,
): Promise<Notice | Refused> {
  if (!found || found.state === 'discarded') return refuse('notice_unknown');
  if (found.state !== 'draft') return wrongState(found);
  if (!request.keyring) return refuse('keys_missing');
  if (found.estimate.recipients === 0) return refuse('notice_reaches_nobody');
  return textProblem(request, found) ?? found;
}

/** What both persons see, in words that don't depend on who reads. */
function shown({ name, texts, choice, perMinute, estimate }: Notice): Shown {
  const all = (some: readonly string[]) => (some.length === 0 ? 'all' : some.join(', '));
  const microdollars = estimate.parts.reduce((sum, part) => sum + part.microdollars, 0);
  return {
    subject: name,
    lines: [
      ...Object.entries(texts).map(([language, text]) => ({
        what: `Text (${language})`,
        after: text,
      })),
      { what: 'Channels', after: choice.channels.map((one) => descriptors[one].title).join(', ') },
      { what: 'Languages', after: all(choice.languages) },
      { what: 'Accounts', after: all(choice.kinds) },
      {
        what: 'Member numbers',
        after:
          choice.numbers.length === 0
            ? 'all'
            : `${choice.numbers.length} given, such as ${choice.numbers.slice(0, 5).join(', ')}`,
      },
      { what: 'Recipients', after: String(estimate.recipients) },
      ...estimate.parts.map(({ channel, language, recipients, units, microdollars: cost }) => ({
        what: `${descriptors[channel].title} (${language})`,
        after: `${recipients} × ${units} = ${dollarsOf(cost)}`,
      })),
      { what: 'Cost', after: dollarsOf(microdollars) },
      { what: 'Pace', after: `at most ${perMinute} a minute on each channel` },
    ],
  };
}
