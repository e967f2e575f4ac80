import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/** What a person in trouble says is answered first, and in words that are true of where they stand. */
onBothEngines('care', (db) => {
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
      const member = present(service.town.members[1], 'person 1');
      await db().query('update addresses set state = $3 where institution_id = $1 and id = $2', [
        service.town.institution.id,
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
});
