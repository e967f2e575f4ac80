import { z } from 'zod';
import { listDrafts, readDraft } from '../../staff/settings-drafts/drafts.ts';
import { listRehearsed } from '../../staff/settings-drafts/rehearsals.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { draftDetail, draftOutput, institutionNow } from './draft-of.ts';
import { draftDetailSchema, draftField, draftSchema } from './draft-schema.ts';

/** Lists drafts of settings, those that wait first. */
export const listSettingsDrafts = operation({
  id: 'listSettingsDrafts',
  summary: 'Lists drafts of settings',
  access: 'staff',
  permission: 'read_settings',
  input: z.strictObject({}),
  output: z.object({ drafts: z.array(draftSchema) }),
  refusals: [],
  run: async (request) => {
    const institution = await institutionNow(request.db, request);
    const drafts = await listDrafts(request.db, institution.id);
    return { drafts: drafts.map((one) => draftOutput(one, institution)) };
  },
});

/** Shows one draft: what it changes, and how far its rehearsal is. */
export const readSettingsDraft = operation({
  id: 'readSettingsDraft',
  summary: 'Shows a draft of settings and its rehearsal',
  access: 'staff',
  permission: 'read_settings',
  input: z.strictObject({ draft: draftField }),
  output: draftDetailSchema,
  refusals: ['draft_unknown'],
  run: async (request, { draft: id }) => {
    const draft = await readDraft(request.db, request.institution.id, id);
    return draft ? draftDetail(request.db, request, draft) : refuse('draft_unknown');
  },
});

/** Lists the texts that a draft reads or answers otherwise, side by side, masked and without their members. */
export const listRehearsedTexts = operation({
  id: 'listRehearsedTexts',
  summary: 'Lists texts that a draft would read or answer otherwise',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    draft: draftField,
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  output: z.object({
    texts: z.array(
      z.object({
        text: z.string(),
        times: z.int(),
        readBefore: z.string(),
        readAfter: z.string(),
        replyBefore: z.string(),
        replyAfter: z.string(),
      }),
    ),
    more: z.boolean().describe('There are more than this list.'),
  }),
  refusals: ['draft_unknown'],
  run: async ({ db, institution }, { draft: draftId, limit }) => {
    if (!(await readDraft(db, institution.id, draftId))) return refuse('draft_unknown');
    const texts = await listRehearsed(db, institution.id, { draftId, count: limit + 1 });
    return { texts: texts.slice(0, limit), more: texts.length > limit };
  },
});
