import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { read } from '../../src/languages/reading.ts';
import type { Understood } from '../../src/reading/reading.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

/** Texts that no rule understands. Which of them is sure enough depends on the weights, so each test takes the first that fits. */
const open: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'how much vacation have i used',
    'how do i reach customer service',
    'can i use any atm',
    'hey could u let me know whats sitting in my savings acct',
    'update me on my account',
    'account update please',
    'anything new with my money',
    'what about the stuff on my account lately',
    'my account, anything going on there money wise',
    'um how many bucks do i have thing',
    'um can my account cover thing',
    'um my income thing',
    'um chk my money thing',
    'um can i see the debits and credits thing',
  ],
  es: [
    'pasar 2 horas en el banco',
    'persona desaparecida',
    'préstame 50',
    'oye me podrias decir cuanto me queda en la cuenta de ahorros',
    'que ha entrado y salido de mi cuenta',
    'como anda mi cuenta',
    'dime algo de mi cuenta',
    'este cual es el saldo de mi tarjeta cosa',
    'um cual es el saldo de mi tarjeta thing',
    'um tendre algo en la cuenta thing',
    'um ya subio mi saldo thing',
  ],
  fr: [
    'est-ce que ma paie est rentrée',
    'entrees et sorties de mon compte',
    'comment va mon compte',
    'parle moi de mon argent',
    'ou en est mon fric',
    'um quel est le solde de ma carte thing',
    'um verifie mon compte thing',
    'mon argent va comment',
    "um combien d'argent j'ai thing",
    "um j'ai quoi sur mon compte thing",
  ],
};

function textFor(language: Language, fits: (understood: Understood) => boolean): string {
  return present(
    open[language].find((text) => fits(read(text, { language }))),
    `a text in ${language}`,
  );
}

const isOne = ({ guess }: Understood) => guess?.tier === 'ask' && guess.readings.length === 1;
const isTwo = ({ guess }: Understood) => guess?.tier === 'ask' && guess.readings.length === 2;
const isAnswered = ({ guess, reading }: Understood) =>
  guess?.tier === 'answer' && reading.intent === 'balance';

const notMeant = {
  en: /Not what you meant\? HELP/,
  es: /¿No era eso\? AYUDA/,
  fr: /Autre chose \? AIDE/,
};

/** A guess is answered with how it was read, or asked about. It acts for nobody who didn't ask. */
onGuardedEngines('guesses', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const say = async (person: number, text: string, language: Language) => {
    await db().query('update members set language = $1', [language]);
    return service.say(person, text);
  };

  it('that are sure are answered, and the answer says how to go on', async () => {
    for (const [language, begins] of [
      ['en', /^(?:Your balance: )?/],
      ['es', /^(?:Su saldo: )?/],
    ] as const) {
      const { text = '', outcome } = await say(0, textFor(language, isAnswered), language);
      expect([text, text.length <= 153]).toEqual([text, true]);
      expect(text).toMatch(begins);
      expect(text).toMatch(notMeant[language]);
      expect(outcome).toMatch(/^balances?$/);
    }
    const { text } = await say(
      0,
      textFor('fr', ({ guess }) => guess?.tier === 'answer'),
      'fr',
    );
    expect(text).toMatch(/Autre chose \? AIDE|Quel compte/);
  });

  it('that are half sure are asked, by the command to send', async () => {
    for (const language of ['en', 'es', 'fr'] as const) {
      const text = textFor(language, isOne);
      const { reading } = read(text, { language });
      const suggestion = reading.intent === 'unknown' ? reading.suggestion : '';
      const reply = await say(1, text, language);
      expect(reply.text).toContain(suggestion);
      expect(reply.outcome).toBe('ask');
    }
  });

  it('with two likely meanings are a list, and its number is answered', async () => {
    const text = textFor('en', isTwo);
    const reply = await say(2, text, 'en');
    expect(reply.text).toMatch(/^Did you mean: 1\) .+; 2\) .+\? Reply 1 or 2\./);
    const { guess } = read(text, { language: 'en' });
    const [first] = present(guess, 'it is guessed').readings;
    const chosen = await say(2, '1', 'en');
    expect(chosen.outcome).not.toBe('unknown');
    expect(first?.intent).toBeDefined();
    expect((await say(2, '2', 'en')).outcome).not.toBe('transferred');
  });

  it('are stored with how sure they were', async () => {
    const [row] = await db().query<{ reading: { by?: string; sure?: number } }>(
      "select reading from inbound where intent = 'balance' order by position desc limit 1",
    );
    expect(row?.reading.by).toBe('guess');
    expect(row?.reading.sure).toBeGreaterThan(0.2);
  });

  it('act for nobody in public, and for nobody after STOP', async () => {
    const text = textFor('en', isAnswered);
    expect((await service.say(3, text, { public: true })).outcome).toBe('public');
    await service.say(4, 'STOP');
    expect((await service.say(4, text)).outcome).toBe('opted_out');
  });

  it('order nothing, whatever is beside them', async () => {
    for (const text of [
      'could you maybe shift some cash into my savings',
      'pueden mandar algo de plata a mi hermana',
      'est-ce possible d’envoyer un peu de sous à maman',
    ]) {
      const { outcome } = await service.say(5, text);
      expect([text, outcome === 'transferred' || outcome === 'confirm_transfer']).toEqual([
        text,
        false,
      ]);
    }
  });
});
