import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/**
 * Whole stories in the members' own words, each message with its answer (without the code, which
 * `stampCode` adds).
 */
onBothEngines('a member with savings 0 ($500.00) and checking 7 ($1,000.00)', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 12 });
  });
  const answer = async (person: number, text: string) => (await service.say(person, text)).text;

  it('asks for balances', async () => {
    expect(await answer(0, '#bal')).toBe(
      'Available: Savings 0 $500.00; Checking 7 $1,000.00. Now, 10:42am.',
    );
    expect(await answer(0, '#bal 7')).toBe('Checking 7: $1,000.00 available now, 10:42am.');
    expect(await answer(0, 'bal savings')).toBe('Savings 0: $500.00 available now, 10:42am.');
    expect(await answer(0, 'solde 7')).toMatch(/^Courant 7, disponible : 1 000,00 \$/);
    expect(await answer(0, 'bal 9')).toMatch(/no account "9"/i);
  });

  it('moves money, confirms it with both balances, and sees it in history', async () => {
    expect(await answer(0, '#trans 50 7 0')).toBe(
      'Moved $50.00, Checking 7 to Savings 0. Now available: 7: $950.00; 0: $550.00. Receipt 2-2, 10:42am.',
    );
    expect(await answer(0, '#hist 7')).toMatch(/-\$50\.00/);
    expect(await answer(0, '#bal 0')).toMatch(/\$550\.00/);
  });

  it('asks OK for a repeat, once, and only with the right code', async () => {
    const asked = await answer(0, '#trans 50 7 0');
    const code = /OK (\d{4})/.exec(asked ?? '')?.[1];
    expect(asked).toMatch(/nothing/i);
    expect(await answer(0, 'yes')).toMatch(new RegExp(`OK ${code}`));
    expect(await answer(0, code === '1111' ? 'OK 2222' : 'OK 1111')).toMatch(/4 /);
    expect(await answer(0, `ok ${code}`)).toMatch(/^Moved \$50\.00/);
    expect(await answer(0, `ok ${code}`)).toMatch(/nothing/i);
    expect(await answer(0, '#bal 7')).toMatch(/\$900\.00/);
  });

  it('is refused with the reason, and nothing moves', async () => {
    expect(await answer(1, '#trans 5000 7 0')).toMatch(/\$2,000\.00/);
    expect(await answer(1, '#trans 1500 7 0')).toMatch(/\$1,000\.00/);
    expect(await answer(1, '#trans 50 7 7')).toMatch(/twice/);
    expect(await answer(1, '#trans -5 7 0')).toMatch(/more than zero/);
    expect(await answer(1, '#trans 50.505 7 0')).toMatch(/could not read that amount/);
    expect(await answer(1, '#bal')).toMatch(/Savings 0 \$500\.00; Checking 7 \$1,000\.00/);
  });

  it('gets a question for each doubt', async () => {
    expect(await answer(2, '#trans 600 7 0')).toMatch(/OK \d{4}/);
    expect(await answer(2, 'NO')).toMatch(/nothing/i);
    expect(await answer(2, '#trans 5 7 0')).toMatch(/^Moved \$5\.00/);
    const listed = await answer(2, '#trans 20 7');
    expect(listed).toMatch(/1.*2/);
    expect(await answer(2, '2')).toMatch(
      /Nothing moved yet.*from Checking 7 to Savings 0.*OK \d{4}/,
    );
    expect(await answer(2, '2')).toBeDefined();
    expect(await answer(2, 'trasn 20 7 0')).toMatch(/OK \d{4}/);
  });

  it('moves money once for a message delivered twice', async () => {
    const first = await service.say(3, '#trans 10 7 0', { externalId: 'twice' });
    const second = await service.say(3, '#trans 10 7 0', { externalId: 'twice' });
    expect(first.outcome).toBe('transferred');
    expect(second).toMatchObject({ duplicate: true });
    expect(await answer(3, '#bal 7')).toMatch(/\$990\.00/);
  });

  it('moves nothing for a late message, or for one without a time until it is confirmed', async () => {
    const sentAt = service.clock.now().subtract({ minutes: 11 });
    expect((await service.say(4, '#trans 10 7 0', { sentAt })).text).toMatch(
      /too late.*#trans 10\.00 7 0/,
    );
    expect((await service.say(4, '#trans 10 7 0', { sentAt: null })).text).toMatch(/OK \d{4}/);
    expect(await answer(4, '#bal 7')).toMatch(/\$1,000\.00/);
  });

  it('locks money movement after five wrong confirmations', async () => {
    const asked = await answer(5, '#trans 600 7 0');
    const right = /OK (\d{4})/.exec(asked ?? '')?.[1] ?? '';
    const wrong = right === '1234' ? '4321' : '1234';
    for (let count = 0; count < 4; count += 1)
      expect((await service.say(5, `OK ${wrong}`)).outcome).toBe('confirmation_wrong');
    expect((await service.say(5, `OK ${wrong}`)).outcome).toBe('money_locked_now');
    expect((await service.say(5, `OK ${right}`)).outcome).toBe('nothing_pending');
    expect((await service.say(5, '#trans 1 7 0')).outcome).toBe('money_locked');
    expect((await service.say(5, '#bal')).outcome).toBe('balances');
  });

  it('locks the service everywhere with LOCK, opens a case with DISPUTE, reaches staff with AGENT', async () => {
    expect((await service.say(6, '#lock')).outcome).toBe('locked');
    expect((await service.say(6, '#bal')).outcome).toBe('member_locked');
    const asked = (await service.say(6, "this wasn't me")).text ?? '';
    const code = /OK (\d{4})/.exec(asked)?.[1];
    const opened = (await service.say(6, `OK ${code}`)).text;
    expect(opened).toMatch(/D-1123-\d{4}/);
    expect(opened).toMatch(/12\/8/);
    const reference = /T-1123-\d{4}/;
    const [task] = reference.exec((await service.say(6, 'agent')).text ?? '') ?? [];
    expect(task).toBeDefined();
    expect((await service.say(6, 'please call me back')).text).toContain(task);
    const stopping = (await service.say(6, 'stop payment on check 1050')).text ?? '';
    expect(stopping).toMatch(reference);
    expect(stopping).not.toContain(task);
  });

  it('is silent after STOP but for one confirmation, until START', async () => {
    await service.say(7, '#trans 600 7 0');
    expect((await service.say(7, 'please stop texting me')).outcome).toBe('stopped');
    expect((await service.say(7, '#bal')).outcome).toBe('opted_out');
    expect((await service.say(7, 'STOP')).outcome).toBe('opted_out');
    const back = await service.say(7, 'START');
    expect(back.outcome).toBe('started');
    expect(back.text).toContain('To move money from here again, sign in');
    expect((await service.say(7, '#bal')).outcome).toBe('balances');
    expect((await service.say(7, '#trans 1 7 0')).outcome).toBe('money_locked');
  });

  it('hears of no lock if START finds none', async () => {
    const { outcome, text } = await service.say(0, 'START');
    expect(outcome).toBe('started');
    expect(text).not.toContain('sign in');
  });

  it('learns that the pages after MORE are older', async () => {
    expect((await service.say(0, '#hist 7 1')).text).toContain('last 1');
    const older = (await service.say(0, 'MORE')).text;
    expect(older).toMatch(/older/);
    expect(older).not.toContain('last 1');
  });

  it('answers a stranger once a day with the same sentence, and a command in public with one private warning', async () => {
    const stranger = { address: '777' };
    expect((await service.say(0, '#bal', stranger)).outcome).toBe('stranger');
    expect((await service.say(0, '#trans 50 7 0', stranger)).outcome).toBe('stranger_again');
    expect((await service.say(8, '@myvcu #bal 7', { public: true })).outcome).toBe(
      'public_warning',
    );
    expect((await service.say(8, '@myvcu #bal 7', { public: true })).outcome).toBe('warned_again');
    expect((await service.say(0, '@myvcu #bal 7', { public: true, address: '778' })).outcome).toBe(
      'public',
    );
  });

  it('lets confirmations expire', async () => {
    const asked = await answer(9, '#trans 600 7 0');
    const code = /OK (\d{4})/.exec(asked ?? '')?.[1];
    service.clock.advance({ minutes: 11 });
    expect((await service.say(9, `OK ${code}`)).outcome).toBe('confirmation_expired');
    expect(await answer(9, '#bal 7')).toMatch(/\$1,000\.00/);
  });

  it('gets a true answer to bad input', async () => {
    for (const text of [
      'x'.repeat(10_000),
      '🎉🎉🎉',
      'مرحبا كيف الحال',
      'a\0b',
      '\ud800',
      '',
      ' ',
      '#trans ٥٠ 7 0',
      "'; drop table members; --",
    ]) {
      const outcome = await service.say(10, text);
      expect(outcome.duplicate).toBe(false);
      expect(outcome.text).toBeDefined();
    }
    expect(await answer(10, '#bal')).toMatch(/Savings 0 \$500\.00; Checking 7 \$1,000\.00/);
  });

  it('asks OK for a repeat behind many other transfers; the way back is none', async () => {
    expect(await answer(11, '#trans 17 7 0')).toMatch(/^Moved/);
    for (let cents = 10; cents < 22; cents += 1)
      expect(await answer(11, `#trans 1.${cents} 7 0`)).toMatch(/^Moved/);
    expect(await answer(11, '#trans 17 0 7')).toMatch(/^Moved/);
    expect(await answer(11, '#trans 17 7 0')).toMatch(/OK \d{4}/);
    expect(await answer(11, 'NO')).toMatch(/nothing/i);
    service.clock.advance({ seconds: 121 });
    expect(await answer(11, '#trans 17 7 0')).toMatch(/^Moved/);
  });
});
