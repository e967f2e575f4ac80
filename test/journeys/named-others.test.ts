import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

/**
 * A member who just named somebody else may still mean them. So an order that names only one side
 * gets a question first.
 */
onSampledEngines('a transfer after one to somebody else', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const outcome = async (person: number, text: string) => (await service.say(person, text)).outcome;

  it.each([
    [0, 'transfer 460 to Li', 'Transfer 20 to 0'],
    [1, 'transferir 460 a Li', 'transferir 20 a 0'],
    [2, 'virer 460 à Li', 'virement 20 vers 0'],
  ])('gets a question first: %i %s', async (person, elsewhere, order) => {
    expect(await outcome(person, elsewhere)).toMatch(/^(?:pay_not_offered|share_not_found)$/);
    expect(await outcome(person, order)).toBe('confirm_transfer');
    expect(await outcome(person, 'Transfer 460 dollars.')).toBe('confirm_transfer');
  });

  it('gets none if both sides are named, nor later, nor after one that succeeded', async () => {
    expect(await outcome(3, 'Transfer 20 to 0')).toBe('transferred');
    await outcome(4, 'transfer 460 to Li');
    expect(await outcome(4, '#trans 20 7 0')).toBe('transferred');
    expect(await outcome(4, 'Transfer 30 to 0')).toBe('transferred');
    await outcome(5, 'transfer 460 to Li');
    service.clock.advance({ minutes: 11 });
    expect(await outcome(5, 'Transfer 20 to 0')).toBe('transferred');
  });
});
