import { setTimeout } from 'node:timers/promises';
import type { Core } from '../core/core.ts';
import type { Database } from '../database/database.ts';
import type { RehearsalState } from '../kernel/vocabulary/settings-draft.ts';
import type { World } from '../kernel/world.ts';
import { loadInstitution, type Institution } from '../members/institution.ts';
import { draftedInstitution } from '../members/drafted-institution.ts';
import { maskText } from '../messages/mask-text.ts';
import { recentTexts } from '../messages/search/recent-texts.ts';
import { canonical } from '../languages/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { readDraft } from '../staff/settings-drafts/drafts.ts';
import {
  endRehearsal,
  noteRehearsed,
  runningRehearsal,
  type Rehearsal,
  type RehearsedText,
} from '../staff/settings-drafts/rehearsals.ts';
import { compareSettings, type Compared } from './compare-settings.ts';
import { maskReply, ownFigures } from './mask-reply.ts';

/** The most texts that one rehearsal looks at. */
export const textsMax = 100_000;

interface Given {
  readonly core: Core;
  readonly world: World;
  readonly institutionId: number;
  /** How many texts in one batch. */
  readonly batch?: number;
  /** How long it may take before the next job goes on, in milliseconds. */
  readonly most?: number;
}

/**
 * Goes on with the rehearsals of an institution until all are done or its time is over. It pauses
 * after each batch for as long as the batch took, so that members' messages come first.
 * @returns whether some are left
 */
export async function rehearseDrafts(db: Database, given: Given): Promise<boolean> {
  const { batch = 100, most = 240_000 } = given;
  const begun = performance.now();
  for (;;) {
    const rehearsal = await runningRehearsal(db, given.institutionId);
    if (!rehearsal) return false;
    if (performance.now() - begun > most) return true;
    const from = performance.now();
    await rehearseBatch(db, given, { rehearsal, batch });
    await setTimeout(Math.min(1_000, performance.now() - from));
  }
}

async function rehearseBatch(
  db: Database,
  { core, world, institutionId }: Given,
  { rehearsal, batch }: { readonly rehearsal: Rehearsal; readonly batch: number },
): Promise<void> {
  const end = async (state: Exclude<RehearsalState, 'running'>) =>
    endRehearsal(db, institutionId, rehearsal, { state, at: world.clock.now() });
  const institutions = await sides(db, { world, institutionId }, rehearsal);
  if (!institutions) return end('stopped');
  const { at, ref, channel } = rehearsal;
  const left = textsMax - rehearsal.lookedAt;
  const texts = await recentTexts(db, institutionId, {
    since: rehearsal.since,
    until: rehearsal.startedAt,
    after: at && ref !== null && channel !== null ? { at, ref, channel } : undefined,
    count: Math.min(batch, left),
  });
  const last = texts.at(-1);
  if (!last) return end('done');
  const compared = await compareSettings(db, { core, world }, institutions, texts);
  const other = compared.filter((one) => isReadOtherwise(one) || isAnsweredOtherwise(one));
  await db.transaction(async (tx) =>
    noteRehearsed(tx, institutionId, rehearsal, {
      last,
      now: world.clock.now(),
      lookedAt: texts.length,
      readOtherwise: other.filter(isReadOtherwise).length,
      answeredOtherwise: other.filter(isAnsweredOtherwise).length,
      texts: other.map((one) => masked(one, institutions)),
    }),
  );
}

/** The institution as it is and as it would be; `undefined` if the draft or the settings changed meanwhile. */
async function sides(
  db: Database,
  { world, institutionId }: Pick<Given, 'world' | 'institutionId'>,
  { draftId, revision }: Rehearsal,
): Promise<{ readonly before: Institution; readonly after: Institution } | undefined> {
  const draft = await readDraft(db, institutionId, draftId);
  const before = await loadInstitution(db, institutionId);
  if (!before || draft?.state !== 'open') return undefined;
  if (draft.revision !== revision || draft.baseVersion !== before.settingsVersion) return undefined;
  return { before, after: draftedInstitution(before, draft.settings, world.clock.now()) };
}

function isReadOtherwise({ before, after }: Compared): boolean {
  return JSON.stringify(before.reading) !== JSON.stringify(after.reading);
}

function isAnsweredOtherwise({ before, after }: Compared): boolean {
  return before.reply !== after.reply;
}

function masked(
  { text, before, after }: Compared,
  institutions: { readonly before: Institution; readonly after: Institution },
): RehearsedText {
  return {
    text: maskText(text),
    readBefore: readAs(before.reading),
    readAfter: readAs(after.reading),
    replyBefore: maskReply(before.reply, ownFigures(institutions.before, before.reading)),
    replyAfter: maskReply(after.reply, ownFigures(institutions.after, after.reading)),
  };
}

/** A reading in one line, with its figures masked. */
function readAs(reading: Reading): string {
  if (reading.intent === 'answer') return `answer: ${reading.topic}`;
  if (reading.intent === 'refused') return `refused: ${reading.reason}`;
  if (reading.intent === 'unknown' || reading.intent === 'ambiguous') return reading.intent;
  return `${reading.intent}: ${maskText(canonical(reading))}`;
}
