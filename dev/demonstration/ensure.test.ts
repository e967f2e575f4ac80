import { expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { testKeyring } from '../../test/support/fixture.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { ensureDemonstration } from './ensure.ts';

it('an interrupted first start resumes, even the day after', { timeout: 60_000 }, async () => {
  await using db = await openTestDatabase('postgresql');
  const clock = manualClock('2026-11-24T18:00:00Z');
  const given = {
    world: createWorld({ clock, random: seededRandom('demonstration') }),
    keyring: testKeyring(),
  };
  for (const stopAt of ['accounts', 'transactions']) {
    const stopped = ensureDemonstration(db, {
      ...given,
      onProgress: ({ stage }) => {
        if (stage === stopAt) throw new Error('power cut');
      },
    });
    await expect(stopped).rejects.toThrow('power cut');
  }
  clock.advance({ hours: 24 });
  expect(await ensureDemonstration(db, given)).toMatchObject({ isNew: true });
  const counts = await db.query<{ rows: bigint; holds: bigint; addresses: bigint }>(
    `select (select count(*) from transactions where starts_with(key, 'import:')) as rows,
        (select count(*) from holds) as holds, (select count(*) from addresses) as addresses`,
  );
  expect(counts[0]).toMatchObject({ addresses: 6n });
  expect(Number(counts[0]?.rows)).toBeGreaterThan(6_000);
  expect(Number(counts[0]?.holds)).toBeGreaterThanOrEqual(4);
  // Maya's car loan has its terms, and a payoff above what she owes.
  const [loan] = await db.query(
    `select s.loan_rate as rate, s.loan_payment as payment, s.loan_due_day as "dueDay", s.loan_due_on as "dueOn",
        s.loan_payoff - a.ledger_balance as interest
      from shares s join accounts a on a.institution_id = s.institution_id and a.id = s.account_id where s.kind = 'loan'`,
  );
  expect(loan).toMatchObject({ rate: 5490, payment: 312_00n, dueDay: 20 });
  expect(String(loan?.['dueOn'])).toMatch(/-20$/);
  expect(Number(loan?.['interest'])).toBeGreaterThan(0);
  expect(Number(loan?.['interest'])).toBeLessThan(100_00);
  expect(await ensureDemonstration(db, given)).toMatchObject({ isNew: false });
});
