import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { ForeignService } from './foreign-service.ts';

/** What journeys with a foreign core check. */
export function foreignJourney(db: () => Database, service: () => ForeignService) {
  const institutionId = () => service().fixture.institution.id;
  return {
    answer: async (person: number, text: string) => (await service().say(person, text)).text,
    checking: (person = 0) =>
      present(service().fixture.members[person], 'they live there').checkingAccountId,
    states: async () => {
      const rows = await db().query<{ state: string }>(
        'select state from core_orders where institution_id = $1 order by asked_at, key',
        [institutionId()],
      );
      return rows.map(({ state }) => state);
    },
    tasks: async () =>
      db().query<{ kind: string; urgent: boolean; detail: string }>(
        'select kind, urgent, detail from tasks where institution_id = $1',
        [institutionId()],
      ),
    wait: (seconds: number) => service().clock.advance({ seconds }),
  };
}
