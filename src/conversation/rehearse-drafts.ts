import { setTimeout } from 'node:timers/promises';
import type { Core } from '../core/core.ts';
import type { Database } from '../database/database.ts';
import type { RehearsalState } from '../kernel/vocabulary/settings-draft.ts';
import type { World } from '../kernel/world.ts';
import { loadInstitution } from '../members/institution.ts';
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
import { createComparison, type Compare, type Compared } from './compare-settings.ts';
import type { Sides } from './read-both.ts';
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
  const { batch = 500, most = 240_000 } = given;
  const begun = performance.now();
  const comparing = keptComparison(db, given);
  for (;;) {
    const rehearsal = await runningRehearsal(db, given.institutionId);
    if (!rehearsal) return false;
    if (performance.now() - begun > most) return true;
    const from = performance.now();
    await rehearseBatch(db, given, { rehearsal, batch, comparing });
    await setTimeout(Math.min(1_000, performance.now() - from));
  }
}

async function rehearseBatch(
  db: Database,
  { world, institutionId }: Given,
  {
    rehearsal,
    batch,
    comparing,
  }: {
    readonly rehearsal: Rehearsal;
    readonly batch: number;
    readonly comparing: KeptComparison;
  },
): Promise<void> {
  const end = async (state: Exclude<RehearsalState, 'running'>) =>
    endRehearsal(db, institutionId, rehearsal, { state, at: world.clock.now() });
  const now = await comparing(rehearsal);
  if (!now) return end('stopped');
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
  const other = await now.compare(texts);
  await db.transaction(async (tx) =>
    noteRehearsed(tx, institutionId, rehearsal, {
      last,
      now: world.clock.now(),
      lookedAt: texts.length,
      readOtherwise: other.filter(isReadOtherwise).length,
      answeredOtherwise: other.filter(isAnsweredOtherwise).length,
      texts: other.map((one) => masked(one, now.sides)),
    }),
  );
}

/** Gives the comparison of a rehearsal; `undefined` if the draft or the settings changed meanwhile. */
type KeptComparison = (
  rehearsal: Rehearsal,
) => Promise<{ readonly sides: Sides; readonly compare: Compare } | undefined>;

/**
 * Keeps the comparison from batch to batch. It knows how words are read, which takes long to prepare, and the texts that it has read.
 */
function keptComparison(
  db: Database,
  { core, world, institutionId }: Pick<Given, 'core' | 'world' | 'institutionId'>,
): KeptComparison {
  let kept: { readonly of: string; readonly sides: Sides; readonly compare: Compare } | undefined;
  return async ({ draftId, revision }) => {
    const draft = await readDraft(db, institutionId, draftId);
    const before = await loadInstitution(db, institutionId);
    if (!before || draft?.state !== 'open') return undefined;
    if (draft.revision !== revision || draft.baseVersion !== before.settingsVersion)
      return undefined;
    const of = `${draftId} ${revision} ${before.settingsVersion}`;
    if (kept?.of === of) return kept;
    const sides = {
      before,
      after: draftedInstitution(before, draft.settings, world.clock.now()),
    };
    kept = { of, sides, compare: createComparison(db, { core, world }, sides) };
    return kept;
  };
}

function isReadOtherwise({ before, after }: Compared): boolean {
  return JSON.stringify(before.reading) !== JSON.stringify(after.reading);
}

function isAnsweredOtherwise({ before, after }: Compared): boolean {
  return before.reply !== after.reply;
}

function masked({ text, before, after }: Compared, sides: Sides): RehearsedText {
  return {
    text: maskText(text),
    readBefore: readAs(before.reading),
    readAfter: readAs(after.reading),
    replyBefore: maskReply(before.reply, ownFigures(sides.before, before.reading)),
    replyAfter: maskReply(after.reply, ownFigures(sides.after, after.reading)),
  };
}

/** A reading in one line, with its figures masked. */
function readAs(reading: Reading): string {
  if (reading.intent === 'answer') return `answer: ${reading.topic}`;
  if (reading.intent === 'refused') return `refused: ${reading.reason}`;
  if (reading.intent === 'unknown' || reading.intent === 'ambiguous') return reading.intent;
  return `${reading.intent}: ${maskText(canonical(reading))}`;
}
