import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import {
  changesOf,
  draftedChanges,
  draftedInstitution,
} from '../../members/drafted-institution.ts';
import {
  changeSettings,
  lockInstitution,
  renameInstitution,
  type Institution,
} from '../../members/institution.ts';
import { endDraft, readDraft, type SettingsDraft } from '../../staff/settings-drafts/drafts.ts';
import { readRehearsal, type Rehearsal } from '../../staff/settings-drafts/rehearsals.ts';
import { actorOf, recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { assertTexts } from '../staff/own-texts.ts';
import { draftField } from './draft-schema.ts';
import { institutionNow, isRehearsed, isStale, needsRehearsal, openDraft } from './draft-of.ts';
import { shownChanges } from './shown-changes.ts';

/**
 * Makes a draft the settings that stand. Takes two persons, who both see each value before and
 * after and what the rehearsal found. Another change in between makes the draft stale.
 */
export const makeDraftLive = operation({
  id: 'makeDraftLive',
  summary: 'Makes a draft of settings live',
  access: 'staff',
  permission: 'change_settings',
  input: z.strictObject({ draft: draftField }),
  output: z.object({ version: z.int() }),
  refusals: [
    'draft_unknown',
    'draft_ended',
    'draft_stale',
    'draft_empty',
    'draft_not_rehearsed',
    'institution_invalid',
    'texts_unusable',
  ],
  difference: async (request, { draft: id }) => {
    const { db, institution: of, world } = request;
    const draft = await readDraft(db, of.id, id);
    if (!draft) return refuse('draft_unknown');
    const institution = await institutionNow(db, request);
    const rehearsal = await readRehearsal(db, of.id, id);
    const refused = notReady({ draft, institution, rehearsal });
    if (refused) return refused;
    const now = world.clock.now();
    assertTexts(draftedInstitution(institution, draft.settings, now), now);
    const { before, after } = draftedChanges(institution, draft.settings, now);
    return {
      subject: Object.keys(draft.settings).toSorted().join(', ').slice(0, 200),
      lines: [
        ...shownChanges(institution, before, after),
        ...rehearsalLine(draft, rehearsal),
        // Another version in between makes another difference.
        {
          what: 'version',
          before: String(institution.settingsVersion),
          after: String(institution.settingsVersion + 1),
        },
      ],
    };
  },
  run: async (request, { draft: id }) =>
    request.db.transaction(async (tx) => {
      // The institution first, as every change of settings locks it.
      const institution = present(
        await lockInstitution(tx, request.institution.id),
        'the request has its institution',
      );
      const draft = await openDraft(tx, request, id);
      if (isRefused(draft)) return draft;
      const rehearsal = await readRehearsal(tx, institution.id, id);
      const refused = notReady({ draft, institution, rehearsal });
      if (refused) return refused;
      const version = await apply(tx, request, { draft, institution });
      await endDraft(tx, institution.id, {
        id,
        by: request.approved?.by ?? request.principal.name,
        at: request.world.clock.now(),
        liveVersion: version,
      });
      await recordInAuditLog(tx, request, {
        what: 'settings_draft_live',
        subject: id,
        detail: { version },
      });
      return { version };
    }),
});

async function apply(
  tx: Parameters<typeof changeSettings>[0],
  request: StaffContext,
  { draft, institution }: { readonly draft: SettingsDraft; readonly institution: Institution },
): Promise<number> {
  const { world } = request;
  const place = { institutionId: institution.id, actor: actorOf(request) };
  const { patch, renamed } = changesOf(institution, draft.settings);
  if (Object.keys(renamed).length > 0)
    await renameInstitution(tx, world, { ...place, changes: renamed });
  if (Object.keys(patch).length > 0) {
    const after = await changeSettings(tx, world, { ...place, changes: patch });
    assertTexts(after, world.clock.now());
  }
  const now = await lockInstitution(tx, institution.id);
  return present(now, 'it was locked before').settingsVersion;
}

function notReady({
  draft,
  institution,
  rehearsal,
}: {
  readonly draft: SettingsDraft;
  readonly institution: Institution;
  readonly rehearsal: Rehearsal | undefined;
}): Refused | undefined {
  if (draft.state !== 'open') return refuse('draft_ended');
  if (isStale(draft, institution.settingsVersion)) return refuse('draft_stale');
  if (Object.keys(draft.settings).length === 0) return refuse('draft_empty');
  if (needsRehearsal(draft) && !isRehearsed(draft, rehearsal)) return refuse('draft_not_rehearsed');
  return undefined;
}

function rehearsalLine(draft: SettingsDraft, rehearsal: Rehearsal | undefined) {
  if (!rehearsal || !isRehearsed(draft, rehearsal)) return [];
  const { lookedAt, readOtherwise, answeredOtherwise } = rehearsal;
  return [
    {
      what: `of ${lookedAt} texts of the last month`,
      after: `${readOtherwise} read otherwise, ${answeredOtherwise} answered otherwise`,
    },
  ];
}
