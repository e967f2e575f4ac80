import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { openCases } from './cases.ts';
import { decideOrCreditBy, noticeDay, ordinary } from './clocks.ts';
import type { EntryPlace } from './new-case.ts';
import { addWords, onceAtATime, openCaseAbout } from './open-case-about.ts';
import { openTasks } from './tasks.ts';

type Place = Pick<Institution, 'id' | 'zone' | 'settings'>;

interface Asking {
  readonly institution: Place;
  readonly memberId: string;
  readonly about: EntryPlace;
  /** The member's words, without secrets. */
  readonly words: string;
}

/**
 * Opens a dispute about one entry. A member who disputes the entry again gets the open dispute, which
 * gets the new words with their time.
 * @returns its reference, and whether it was open already
 */
export async function disputeEntry(
  tx: Queries,
  world: World,
  { institution, memberId, about, words }: Asking,
): Promise<{ readonly reference: string; readonly already: boolean }> {
  await onceAtATime(tx, about);
  const now = world.clock.now();
  const open = await openCaseAbout(tx, institution.id, { memberId, about });
  if (open) {
    const { reference } = open;
    await addWords(tx, institution.id, { reference, words: timed(now, words) });
    return { reference, already: true };
  }
  const [opened] = await openCases(tx, world, institution, [
    { memberId, receivedAt: now, about, words },
  ]);
  return { reference: present(opened, 'one case was opened').reference, already: false };
}

/**
 * Opens a task for a question about one entry, or adds to the open one. A request for clarification
 * of a transfer is a notice of error by law (12 CFR 1005.11(a)(1)(vii)), so its clock runs.
 * @param subject says in staff's words which entry it is
 */
export async function questionEntry(
  tx: Queries,
  world: World,
  { institution, memberId, about, words, subject }: Asking & { readonly subject: string },
): Promise<{ readonly reference: string }> {
  await onceAtATime(tx, about);
  const now = world.clock.now();
  const [opened] = await openTasks(tx, world, institution, [
    {
      kind: 'possible_error',
      subject,
      detail: timed(now, words),
      memberId,
      at: now,
      receivedAt: now,
      dueOn: decideOrCreditBy(institution.settings, noticeDay(now, institution.zone), ordinary),
      about,
    },
  ]);
  return present(opened, 'one task was opened');
}

function timed(at: Temporal.Instant, words: string): string {
  return `${at.toString({ smallestUnit: 'second' })} ${words}`;
}
