import type { Database } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { recordInAuditLog, type Actor } from '../../members/audit-log.ts';
import { createInstitution, type Institution } from '../../members/institution.ts';
import type { Answers } from './questions.ts';

/** Creates the institution with what was answered, in one transaction with its line in the audit log. */
export async function makeInstitution(
  db: Database,
  { world, actor, answers }: { world: World; actor: Actor; answers: Answers },
): Promise<Institution> {
  const { slug = '', name = '', zone = '', currency = '', phone = '' } = answers;
  const settings = { phone, sms: { number: answers['sms-number'] } };
  return db.transaction(async (tx) => {
    const institution = await createInstitution(tx, world, {
      slug,
      name,
      zone,
      currency,
      settings,
      who: actor.who,
    });
    await recordInAuditLog(tx, world, {
      institutionId: institution.id,
      ...actor,
      what: 'institution_created',
      subject: slug,
    });
    return institution;
  });
}
