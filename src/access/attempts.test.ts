import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import {
  countAttempt,
  countBeginning,
  forgiveAttempt,
  refundAttempt,
  type Attempt,
} from './attempts.ts';

onSampledEngines('attempts', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  let networks = 0;
  const attempt = (account: string, from?: string) => {
    networks += 1;
    return {
      institutionId: service.fixture.institution.id,
      account,
      from: from ?? `2001:db8:${networks.toString(16)}::1`,
    };
  };
  const count = async (given: Attempt) => (await countAttempt(db(), context(), given)).locked;

  it('lock an account after the fifth, twice as long each time, whether it exists or not', async () => {
    for (const account of ['900001', 'nobody']) {
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await count(attempt(account))).toBeUndefined();
      }
      for (const minutes of [1, 2, 4, 8]) {
        const until = service.clock.now().add({ minutes });
        expect(await count(attempt(account))).toEqual({ until });
        // Attempts during the lock don't extend it.
        expect(await count(attempt(account))).toEqual({ until });
        service.clock.advance({ minutes });
        expect(await count(attempt(account))).toBeUndefined();
      }
    }
    expect(await count(attempt('900002'))).toBeUndefined();
  });

  it('are forgiven by success', async () => {
    for (let tries = 0; tries < 4; tries += 1) await count(attempt('forgiven'));
    const good = attempt('forgiven');
    expect(await count(good)).toBeUndefined();
    await forgiveAttempt(db(), context(), good);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await count(attempt('forgiven'))).toBeUndefined();
    }
    expect(await count(attempt('forgiven'))).toBeDefined();
  });

  it('with a correct first factor are refunded, but a wrong one’s lock stays', async () => {
    for (let tries = 0; tries < 4; tries += 1) await count(attempt('two-factors'));
    const first = attempt('two-factors');
    const inOrder = await countAttempt(db(), context(), first);
    expect(inOrder).toEqual({ inRow: 5 });
    await refundAttempt(db(), context(), { ...first, inRow: 5 });
    expect(await countAttempt(db(), context(), attempt('two-factors'))).toEqual({ inRow: 5 });
    await refundAttempt(db(), context(), { ...first, inRow: 4 });
    expect(await count(attempt('two-factors'))).toHaveProperty('until');
  });

  it('made at the same moment are all counted', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, async () => count(attempt('at-once'))),
    );
    expect(all.filter((locked) => locked === undefined)).toHaveLength(5);
  });

  it('lock for a day at most, and close the account to strangers at eighty', async () => {
    let allowed = 0;
    for (;;) {
      const locked = await count(attempt('stubborn'));
      if (!locked) {
        allowed += 1;
        continue;
      }
      if ('closed' in locked) break;
      const wait = service.clock.now().until(locked.until);
      expect(wait.total('hours')).toBeLessThanOrEqual(24);
      service.clock.advance({ seconds: Math.ceil(wait.total('seconds')) });
    }
    expect(allowed).toBe(80);
    service.clock.advance({ hours: 1_000 });
    expect(await count(attempt('stubborn'))).toEqual({ closed: true });
    // The member's own browsers and sessions have the other twenty of a hundred (NIST SP 800-63B-4
    // section 3.2.2).
    let own = 0;
    for (let browser = 0; browser < 30; browser += 1) {
      const by = browser % 2 === 0 ? ('device' as const) : ('session' as const);
      const proven = { by, id: `own-${browser}` };
      if (!(await count({ ...attempt('stubborn'), proven }))) own += 1;
    }
    expect(own).toBe(20);
  });

  it('from a known browser or a session count only for it', async () => {
    const own = { ...attempt('apart'), proven: { by: 'device' as const, id: 'own browser' } };
    const session = { ...attempt('apart'), proven: { by: 'session' as const, id: 'own session' } };
    while (!(await count(attempt('apart'))));
    for (const one of [own, session]) {
      for (let tries = 0; tries < 5; tries += 1) expect(await count(one)).toBeUndefined();
      expect(await count(one)).toHaveProperty('until');
    }
    const other = { ...own, proven: { by: 'device' as const, id: 'another browser' } };
    expect(await count(other)).toBeUndefined();
    // A success in it resets its own counter and the account's.
    await forgiveAttempt(db(), context(), other);
    expect(await count(attempt('apart'))).toBeUndefined();
    expect(await count(own)).toHaveProperty('until');
  });

  it('with activation codes count only by network', async () => {
    const from = '198.51.100.77';
    const guess = { institutionId: service.fixture.institution.id, from, isActivation: true };
    for (let tries = 0; tries < 31; tries += 1)
      expect((await countAttempt(db(), context(), guess)).locked).toBeUndefined();
    expect((await countAttempt(db(), context(), guess)).locked).toHaveProperty('until');
    const elsewhere = { ...guess, from: '198.51.100.78' };
    expect((await countAttempt(db(), context(), elsewhere)).locked).toBeUndefined();
    // They don't lock sign-ins from the same address either.
    expect(await count(attempt('beside', from))).toBeUndefined();
  });

  it('lock a network address after thirty for any accounts, until a quiet hour', async () => {
    const from = '198.51.100.1';
    for (let tries = 0; tries < 31; tries += 1) {
      expect(await count(attempt(`spray-${tries}`, from))).toBeUndefined();
    }
    expect(await count(attempt('spray', from))).toHaveProperty('until');
    expect(await count(attempt('spray', '198.51.100.2'))).toBeUndefined();
    service.clock.advance({ minutes: 61 });
    expect(await count(attempt('spray-after', from))).toBeUndefined();
    expect(await count(attempt('spray-after', from))).toBeUndefined();
  });

  it('that succeed never lock a shared address', async () => {
    const from = '203.0.113.77';
    for (let tries = 0; tries < 30; tries += 1) await count(attempt(`some-${tries}`, from));
    for (let member = 0; member < 40; member += 1) {
      const first = attempt(`member-${member}`, from);
      const counted = await countAttempt(db(), context(), first);
      expect(counted).toEqual({ inRow: 1 });
      await refundAttempt(db(), context(), { ...first, inRow: 1 });
      expect(await count(first)).toBeUndefined();
      await forgiveAttempt(db(), context(), first);
    }
  });

  it('that succeed for one member don’t allow more guesses at others', async () => {
    const from = '203.0.113.9';
    const own = attempt('own', from);
    for (let tries = 0; tries < 31; tries += 1) {
      expect(await count(attempt(`other-${tries}`, from))).toBeUndefined();
      if (tries < 10) {
        await count(own);
        await forgiveAttempt(db(), context(), own);
      }
    }
    expect(await count(attempt('other', from))).toHaveProperty('until');
  });

  it('store neither member number nor address as plain text', async () => {
    const rows = await db().query<{ row: string }>('select a::text as row from sign_in_attempts a');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/198\.51|stubborn|900001/);
  });

  it('to begin a step are limited by address', async () => {
    const from = { institutionId: service.fixture.institution.id, from: '192.0.2.200' };
    for (let tries = 0; tries < 301; tries += 1) {
      expect(await countBeginning(db(), context(), from)).toBeUndefined();
    }
    expect(await countBeginning(db(), context(), from)).toHaveProperty('until');
  });
});
