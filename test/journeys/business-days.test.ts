import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

const settings = {
  businessDays: { rules: { '2026-01-03': { weekdays: [1, 2, 3, 4, 5, 6] } } },
  closures: { '2026-11-25': 'moving' },
};

/**
 * A credit union that is open on Saturdays answers earlier, and one day later if it closes for a
 * day.
 */
onSampledEngines('a dispute at a credit union with its own business days', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3, settings });
    for (const [person, language] of ['en', 'fr', 'es'].entries())
      await db().query('update members set language = $3 where institution_id = $1 and id = $2', [
        service.fixture.institution.id,
        service.fixture.members[person]?.id,
        language,
      ]);
  });

  it.each([
    [0, 'someone stole 50 dollars from my checking', '2026-12-07'],
    [1, "quelqu'un a volé 50 dollars sur mon compte", '2026-12-07'],
    [2, 'alguien me robó 50 dólares de mi cuenta', '2026-12-07'],
  ])('has due dates by them, for the task and for the case: %i %s', async (person, text, due) => {
    const asked = await service.say(person, text);
    const place = [service.fixture.institution.id, service.fixture.members[person]?.id];
    const tasks = await db().query<{ due: Temporal.PlainDate }>(
      `select due_on as due from tasks where institution_id = $1 and member_id = $2 and kind = 'possible_error'`,
      place,
    );
    expect(tasks.map((row) => row.due.toString())).toEqual([due]);
    const opened = await service.say(person, /OK \d{4}/.exec(asked.text ?? '')?.[0] ?? '');
    expect(opened.outcome).toBe('dispute_opened');
    const cases = await db().query<{ due: Temporal.PlainDate; rules: string }>(
      `select due_on as due, business_days as rules from cases where institution_id = $1 and member_id = $2`,
      place,
    );
    expect(cases.map((row) => [row.due.toString(), row.rules])).toEqual([
      [due, '123456-less-federal-holidays, closed 2026-11-25'],
    ]);
    expect(opened.text).toMatch(/\b(?:12\/7|0?7\/12)\b/);
  });
});
