import { z } from 'zod';
import { findNotice, listNotices as list } from '../../notices/many/store.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { progressFor } from './progress-for.ts';
import { noticeIdField, noticeOut, noticeSchema, progressSchema } from './notice-schema.ts';

const pageMax = 50;

/** Lists notices to many, the newest first. */
export const listNotices = operation({
  id: 'listNotices',
  summary: 'Lists notices to many members, drafts included',
  access: 'staff',
  permission: 'read_notices',
  input: z.strictObject({
    before: z.iso
      .datetime({ precision: -1 })
      .or(z.iso.datetime())
      .optional()
      .describe('For the next page: `madeAt` of the last.'),
  }),
  output: z.object({ notices: z.array(noticeSchema), more: z.boolean() }),
  refusals: [],
  run: async ({ db, institution }, { before }) => {
    const rows = await list(db, institution.id, {
      before: before === undefined ? undefined : Temporal.Instant.from(before),
      most: pageMax + 1,
    });
    return { notices: rows.slice(0, pageMax).map(noticeOut), more: rows.length > pageMax };
  },
});

/** Reads one notice, and how far it has come. */
export const readNotice = operation({
  id: 'readNotice',
  summary: 'Reads a notice to many members, and how far it has come',
  access: 'staff',
  permission: 'read_notices',
  input: z.strictObject({ noticeId: noticeIdField }),
  output: z.object({ notice: noticeSchema, progress: z.array(progressSchema) }),
  refusals: ['notice_unknown'],
  run: async (request, { noticeId }) => {
    const { db, institution } = request;
    const key = { institutionId: institution.id, id: noticeId };
    const notice = await findNotice(db, key);
    if (!notice) return refuse('notice_unknown');
    return { notice: noticeOut(notice), progress: await progressFor(request, notice) };
  },
});
