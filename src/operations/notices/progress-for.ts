import type { Notice } from '../../notices/many/notice.ts';
import { progressOf, type Progress } from '../../notices/many/progress.ts';
import type { StaffContext } from '../request-context.ts';

/** Of a notice to more members than these, the progress is counted once in a while. It reads each of their messages. */
const countedAnewMax = 5_000;

/** How long a count of a large notice is shown, in seconds. */
const keptSeconds = 30;

/** The most counts that a process keeps. */
const keptMax = 100;

const kept = new Map<string, { readonly at: Temporal.Instant; readonly progress: Progress[] }>();

/** Gives how far a notice has come: as it is now, or of a large one as it was a moment ago. */
export async function progressFor(
  { db, institution, world }: Pick<StaffContext, 'db' | 'institution' | 'world'>,
  { id, state, begunAt, recipients }: Notice,
): Promise<Progress[]> {
  if (begunAt === null) return [];
  const count = async () => progressOf(db, { institutionId: institution.id, id }, state);
  if ((recipients ?? 0) <= countedAnewMax) return count();
  const key = `${institution.id} ${id} ${state}`;
  const now = world.clock.now();
  const found = kept.get(key);
  if (found && now.since(found.at).total('seconds') < keptSeconds) return found.progress;
  const progress = await count();
  if (kept.size >= keptMax) kept.clear();
  kept.set(key, { at: now, progress });
  return progress;
}
