import type { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { Fault } from '../../kernel/fault.ts';
import { draftedChanges } from '../../members/drafted-institution.ts';
import { loadInstitution, type Institution } from '../../members/institution.ts';
import { settingsOfVersion } from '../../members/settings-history.ts';
import { readDraft, type SettingsDraft } from '../../staff/settings-drafts/drafts.ts';
import { readRehearsal, type Rehearsal } from '../../staff/settings-drafts/rehearsals.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import type { draftDetailSchema, draftSchema, rehearsalSchema } from './draft-schema.ts';
import { shownChanges } from './shown-changes.ts';

/** Reads the institution as it stands now: a request has it as it was when it came. */
export async function institutionNow(q: Queries, { institution }: StaffContext) {
  return present(await loadInstitution(q, institution.id), 'the request has its institution');
}

/** Reads and locks a draft that waits. */
export async function openDraft(
  tx: Queries,
  { institution }: StaffContext,
  id: string,
): Promise<SettingsDraft | Refused> {
  const draft = await readDraft(tx, institution.id, id, { lock: true });
  if (!draft) return refuse('draft_unknown');
  return draft.state === 'open' ? draft : refuse('draft_ended');
}

export function draftOutput(
  draft: SettingsDraft,
  { settingsVersion }: Institution,
): z.input<typeof draftSchema> {
  return {
    draft: draft.id,
    state: draft.state,
    names: Object.keys(draft.settings).toSorted(),
    madeBy: draft.madeBy,
    madeAt: draft.madeAt.toString(),
    changedBy: draft.changedBy,
    changedAt: draft.changedAt.toString(),
    endedBy: draft.endedBy,
    endedAt: draft.endedAt?.toString() ?? null,
    baseVersion: draft.baseVersion,
    liveVersion: draft.liveVersion,
    isStale: isStale(draft, settingsVersion),
  };
}

export function isStale({ state, baseVersion }: SettingsDraft, settingsVersion: number): boolean {
  return state === 'open' && baseVersion !== settingsVersion;
}

/** Settings that neither change how texts are read nor what the answers say. */
const silent: ReadonlySet<string> = new Set([
  'colors',
  'logo',
  'consoleUrl',
  'console',
  'pushServices',
  'messagesKeptYears',
  'unknownTextsKeptDays',
  'keptDays',
  'oneTimeTexts',
  'silentDays',
  'errorAddress',
  'errorPhone',
  'onlineLimits',
]);

/** Tells whether a draft could change how texts are read or answered. */
export function needsRehearsal({ settings }: Pick<SettingsDraft, 'settings'>): boolean {
  return Object.keys(settings).some((name) => !silent.has(name));
}

/** Tells whether a rehearsal tried the draft as it is, to the end. */
export function isRehearsed(draft: SettingsDraft, rehearsal: Rehearsal | undefined): boolean {
  return rehearsal?.state === 'done' && rehearsal.revision === draft.revision;
}

function rehearsalOutput(
  draft: SettingsDraft,
  rehearsal: Rehearsal,
): z.input<typeof rehearsalSchema> {
  return {
    state: rehearsal.state,
    isCurrent: rehearsal.revision === draft.revision && rehearsal.state !== 'stopped',
    startedAt: rehearsal.startedAt.toString(),
    finishedAt: rehearsal.finishedAt?.toString() ?? null,
    total: rehearsal.total,
    lookedAt: rehearsal.lookedAt,
    readOtherwise: rehearsal.readOtherwise,
    answeredOtherwise: rehearsal.answeredOtherwise,
    listed: rehearsal.listed,
  };
}

/** What a draft changes, in lines. One that ended shows what it changed then. */
export async function draftDetail(
  q: Queries,
  request: StaffContext,
  draft: SettingsDraft,
): Promise<z.input<typeof draftDetailSchema>> {
  const institution = await institutionNow(q, request);
  const rehearsal = await readRehearsal(q, institution.id, draft.id);
  return {
    ...draftOutput(draft, institution),
    settings: { ...draft.settings },
    ...(await changesShown(q, request, { draft, institution })),
    needsRehearsal: needsRehearsal(draft),
    rehearsal: rehearsal ? rehearsalOutput(draft, rehearsal) : null,
  };
}

async function changesShown(
  q: Queries,
  request: StaffContext,
  { draft, institution }: { readonly draft: SettingsDraft; readonly institution: Institution },
) {
  if (draft.state !== 'open') {
    const base = (await settingsOfVersion(q, institution.id, draft.baseVersion)) ?? {};
    const names = Object.keys(draft.settings);
    const before = Object.fromEntries(names.map((name) => [name, base[name]]));
    const after = Object.fromEntries(
      Object.entries(draft.settings).map(([name, value]) => [name, value ?? undefined]),
    );
    return { lines: shownChanges(institution, before, after), problem: null };
  }
  try {
    const { before, after } = draftedChanges(
      institution,
      draft.settings,
      request.world.clock.now(),
    );
    return { lines: shownChanges(institution, before, after), problem: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { lines: [], problem: error.message };
  }
}
