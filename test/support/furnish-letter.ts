import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import { insertLetter } from '../../src/staff/letters.ts';

/** Gives a member a letter about a dispute. @returns its id */
export async function furnishLetter(
  db: Database,
  world: World,
  given: { readonly institutionId: number; readonly memberId: string; readonly reference: string },
): Promise<string> {
  const id = world.ids.next();
  await insertLetter(db, given.institutionId, {
    id,
    caseReference: given.reference,
    memberId: given.memberId,
    kind: 'received',
    language: 'en',
    version: 1,
    subject: 'Zeppelin: we received your notice',
    paragraphs: ['We look into the Zeppelin charge.'],
    writtenAt: world.clock.now(),
    writtenBy: 'Kim',
  });
  return id;
}
