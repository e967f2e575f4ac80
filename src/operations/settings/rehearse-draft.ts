import { z } from 'zod';
import { textsMax } from '../../conversation/rehearse-drafts.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { countRecentTexts } from '../../messages/search/recent-texts.ts';
import { beginRehearsal } from '../../staff/settings-drafts/rehearsals.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { draftField } from './draft-schema.ts';
import { institutionNow, isStale, openDraft } from './draft-of.ts';

/** How far back the texts reach. */
const days = 30;

/** Begins the rehearsal of a draft on the texts of the last 30 days. A job carries it out. */
export const rehearseSettingsDraft = operation({
  id: 'rehearseSettingsDraft',
  summary: 'Tries a draft on the texts of the last 30 days',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: draftField }),
  output: z.object({ total: z.int().describe('How many texts it looks at.') }),
  refusals: ['draft_unknown', 'draft_ended', 'draft_stale', 'draft_empty'],
  run: async (request, { draft: id }) => {
    const { world, principal } = request;
    return request.db.transaction(async (tx) => {
      const draft = await openDraft(tx, request, id);
      if (isRefused(draft)) return draft;
      const institution = await institutionNow(tx, request);
      if (isStale(draft, institution.settingsVersion)) return refuse('draft_stale');
      if (Object.keys(draft.settings).length === 0) return refuse('draft_empty');
      const until = world.clock.now();
      const since = until.subtract({ hours: 24 * days });
      const total = await countRecentTexts(tx, institution.id, { since, until, most: textsMax });
      await beginRehearsal(tx, institution.id, {
        draftId: id,
        revision: draft.revision,
        since,
        startedAt: until,
        total,
        by: principal.name,
      });
      await enqueue(tx, world, [
        {
          job: 'rehearse-drafts',
          data: { institutionId: institution.id },
          key: String(institution.id),
        },
      ]);
      return { total };
    });
  },
});
