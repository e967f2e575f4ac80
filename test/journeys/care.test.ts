import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

/** A person in trouble gets an answer to that first, in words that fit their situation. */
onGuardedEngines('care', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 8 });
  });
  const answer = async (person: number, text: string) => (await service.say(person, text)).text;

  it('comes before the lock: danger, loss, and secrets sent by mistake', async () => {
    await service.say(0, 'LOCK');
    expect((await service.say(0, '#bal')).outcome).toBe('member_locked');
    expect((await service.say(0, 'hello')).outcome).toBe('member_locked');
    expect(await answer(0, 'i want to kill myself')).toMatch(/988/);
    expect(await answer(0, 'i lost my card')).toMatch(/Lost, stolen or hacked/);
    expect(await answer(0, 'my pin is 4821')).toMatch(/never send/);
    expect(await answer(0, "j'ai envie de mourir")).toMatch(/988/);
  });

  it('comes before a pause and a suspension, and shows nothing of the books', async () => {
    for (const state of ['paused', 'suspended']) {
      const member = present(service.fixture.members[1], 'person 1');
      await db().query('update addresses set state = $3 where institution_id = $1 and id = $2', [
        service.fixture.institution.id,
        member.addressId,
        state,
      ]);
      expect(await answer(1, 'quiero morir')).toMatch(/988/);
      const lost = await answer(1, 'perdi mi tarjeta');
      expect(lost).toMatch(/800|LOCK/);
      expect(lost).not.toMatch(/\$/);
      expect((await service.say(1, '#bal')).outcome).toBe(`address_${state}`);
    }
  });

  it('says at once that it can’t pay others, and that it needs an amount', async () => {
    for (const text of ['send 20 to mom', 'transfer 10 to daniel', 'pay rent'])
      expect(await answer(2, text), text).toMatch(
        /^Nothing moved: you can't pay other people by message/,
      );
    expect(await answer(2, 'pagar luz')).toMatch(
      /^No se movió nada: no se puede pagar a otras personas/,
    );
    expect(await answer(2, 'payer loyer')).toMatch(
      /^Rien n'a été viré : on ne peut pas payer quelqu'un d'autre/,
    );
    expect(await answer(2, 'move all from 7 to 0')).toMatch(/^Nothing moved: tell us how much/);
    expect(await answer(2, 'trans half 7 0')).toMatch(/could not read that amount/);
    for (const text of ['#trans 5 7 1', '#trans 50 7 1'])
      expect(await answer(2, text), text).toMatch(/no account "1", so nothing was done\. Yours: /);
  });

  it('cancels the waiting transfer on request; otherwise staff get the request', async () => {
    for (const text of [
      'cancel my transfer',
      'annuler mon virement',
      'cancelar mi transferencia',
    ]) {
      const asked = await answer(3, '#trans 600 7 0');
      const code = /OK (\d{4})/.exec(asked ?? '')?.[1];
      expect((await service.say(3, text)).outcome, text).toBe('declined');
      expect((await service.say(3, `OK ${code}`)).outcome).toBe('nothing_pending');
      expect((await service.say(3, text)).outcome).toBe('agent');
    }
    await answer(3, '#trans 20 7');
    expect((await service.say(3, 'cancel my transfer')).outcome).toBe('declined');
    await answer(3, 'DISPUTE');
    expect((await service.say(3, 'cancel my transfer')).outcome).toBe('agent');
    await answer(3, '#trans 600 7 0');
    service.clock.advance({ minutes: 11 });
    expect((await service.say(3, 'cancel my transfer')).outcome).toBe('agent');
  });

  it('takes robbery for a dispute', async () => {
    for (const text of ['me robaron', 'estafa', "c'est une arnaque"])
      expect((await service.say(4, text)).outcome, text).toBe('confirm_dispute');
  });
});
