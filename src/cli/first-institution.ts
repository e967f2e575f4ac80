import type { Database } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import { createInstitution, listInstitutions, type Institution } from '../members/institution.ts';
import { chooseInstitution } from './choose-institution.ts';
import { print } from './print.ts';

/**
 * Finds the institution of this short name, or the only one. If there is none at all, makes one in
 * this machine's zone, so that an import needs no configuration. `tmm institution set` then gives
 * it a name and settings.
 */
export async function chooseOrMakeInstitution(
  db: Database,
  world: World,
  { slug, actor }: { slug: string | undefined; actor: Actor },
): Promise<Institution> {
  if (slug !== undefined || (await listInstitutions(db)).length > 0)
    return chooseInstitution(db, slug);
  const made = await db.transaction(async (tx) => {
    const institution = await createInstitution(tx, world, {
      slug: 'main',
      name: 'Credit Union',
      zone: Temporal.Now.timeZoneId(),
      currency: 'USD',
      who: actor.who,
    });
    await recordInAuditLog(tx, world, {
      institutionId: institution.id,
      ...actor,
      what: 'institution_created',
      subject: institution.slug,
    });
    return institution;
  });
  print(
    `There was no institution, so this created ‘${made.slug}’ (${made.name}, ${made.zone}, ${made.currency})`,
  );
  return made;
}
