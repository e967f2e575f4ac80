import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/** A question is answered once in the language it is asked in; what the member has chosen stays. */
onBothEngines('the language of an answer', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    await db().query("update members set language = 'en'");
  });
  const answer = async (text: string) => (await service.say(0, text)).text;

  it('is that of the question, and the next is in the chosen one again', async () => {
    expect(await answer('¿cuánto dinero tengo?')).toMatch(/^Disponible/);
    expect(await answer('#bal')).toMatch(/^Available/);
    expect(await answer('quel est le solde de mon compte ?')).toMatch(
      /^Disponible|^Compte|^Chèques|^Solde/,
    );
    expect(await answer('what is my balance')).toMatch(/^Available/);
    const [member] = await db().query<{ language: string }>(
      'select distinct language from members',
    );
    expect(member?.language).toBe('en');
  });

  it('is the chosen one where a word alone could be anyone’s', async () => {
    for (const text of ['saldo', 'solde', '#saldo', 'solde checking'])
      expect(await answer(text), text).not.toMatch(/^Disponible/);
  });
});
