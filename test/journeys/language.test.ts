import { beforeAll, expect, it } from 'vitest';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

/** We answer a question once in its own language. The member's chosen language stays. */
onGuardedEngines('the language of an answer', (db) => {
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

  it('is the chosen one if a single word could be in any language', async () => {
    for (const text of ['saldo', 'solde', '#saldo', 'solde checking'])
      expect(await answer(text), text).not.toMatch(/^Disponible/);
  });

  it.each([
    ['español', 'es', /^Desde ahora/],
    ['in english please', 'en', /^From now on/],
    ['en français s’il vous plaît', 'fr', /^À partir/],
    ['idioma español', 'es', /^Desde ahora/],
    ['language french', 'fr', /^À partir/],
    ['spanish', 'es', /^Desde ahora/],
    ['inglés por favor', 'en', /^From now on/],
  ])('can be changed by message: %s', async (text, language, said) => {
    const { text: reply, outcome } = await service.say(1, text);
    expect(outcome).toBe('language_changed');
    expect(reply).toMatch(said);
    const [member] = await db().query<{ language: string }>(
      'select language from members where id = $1',
      [service.fixture.members[1]?.id],
    );
    expect(member?.language).toBe(language);
  });

  it.each(['what is english breakfast', 'spanish restaurant charge', 'do you speak french fries'])(
    'does not change when a message only names one: %s',
    async (text) => {
      expect((await service.say(1, text)).outcome).not.toBe('language_changed');
    },
  );
});
