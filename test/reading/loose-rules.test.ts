import { expect, it } from 'vitest';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { readByRules } from '../../src/languages/reading.ts';

function intent(text: string, language: Language): string {
  return readByRules(text, { language }).reading.intent;
}

// Samples of kinds: words that nearly everybody writes, each a letter or two from a command's word.
it.each<[Language, string[]]>([
  [
    'en',
    [
      'nice',
      'Nice!',
      'Needing',
      'site',
      'movie',
      'helps',
      'codes',
      'neck',
      'value',
      'player',
      'prayer',
      'hits',
      'acts',
      'translation',
      'stat',
    ],
  ],
  [
    'es',
    [
      'lista',
      'listo',
      'perdon',
      'pasa',
      'paga',
      'saludos',
      'humana',
      'mire',
      'choque',
      'historia',
      'quita',
      'ayudan',
    ],
  ],
  [
    'fr',
    [
      'chaque',
      'site',
      'argent',
      'liste',
      'morte',
      'confirme',
      'retraite',
      'sens',
      'vire',
      'solide',
      'accès',
    ],
  ],
])('no everyday word alone is mended into a command, in %s', (language, words) => {
  const mended = words.filter((word) => intent(word, language) !== 'unknown');
  expect(mended).toEqual([]);
});

it.each([
  ['depsoits', 'deposits'],
  ['hsitory', 'history'],
  ['balanse', 'balance'],
  ['blance', 'balance'],
  ['witdrawals', 'withdrawals'],
])('%s alone is still a typo of %s', (text, meant) => {
  expect(intent(text, 'en')).toBe(meant);
});

it('reads a shortened thanks as thanks', () => {
  expect(readByRules('Thks!', {}).reading).toEqual({ intent: 'unknown', care: 'thanks' });
});

it.each<[Language, string]>([
  ['en', 'what is left to do today'],
  ['en', "what's left to do"],
  ['en', 'what is left'],
  ['en', 'how much is it'],
  ['en', 'how much do you know about me'],
  ['en', 'what have i got on my to-do list'],
  ['en', 'what do i have left to do on my list'],
  ['en', 'what have i got today'],
  ['es', 'que queda por hacer hoy'],
  ['es', 'cuanto es'],
  ['es', 'cuanto hay'],
  ['fr', "qu'est-ce qu'il reste à faire"],
])('asks for no balance without a word of money, in %s: %s', (language, text) => {
  expect(intent(text, language)).toBe('unknown');
});

it.each<[Language, string]>([
  ['en', 'how much do i have left'],
  ['en', 'how much is left'],
  ['en', 'how much money is left'],
  ['en', 'how much is left in savings'],
  ['es', 'cuánto me queda'],
  ['es', 'cuanto dinero hay'],
  ['fr', 'combien il me reste'],
  ['fr', 'il reste combien'],
  ['fr', "combien d'argent il reste"],
])('asks for a balance with one, in %s: %s', (language, text) => {
  expect(intent(text, language)).toBe('balance');
});

it.each<[Language, string, string]>([
  ['en', 'check my checking account', 'checking'],
  ['en', 'check my checking', 'checking'],
  ['en', 'can you check my savings account', 'savings'],
  ['en', 'please check my savings', 'savings'],
  ['es', 'revisa mi cuenta corriente', 'checking'],
  ['es', 'checa mis ahorros', 'savings'],
  ['fr', 'vérifie mon compte courant', 'checking'],
  ['fr', 'pouvez-vous regarder mon épargne', 'savings'],
])('takes a look at an account as its balance, in %s: %s', (language, text, account) => {
  expect(readByRules(text, { language }).reading).toEqual({ intent: 'balance', account });
});

it('still takes CHECK with a share as its checks', () => {
  expect(readByRules('check chk', {}).reading).toEqual({ intent: 'checks', account: 'checking' });
  expect(readByRules('checks 7', {}).reading).toEqual({ intent: 'checks', account: '7' });
});

it('takes a phone that is only to be found for no loss, but a lost card always', () => {
  const care = (text: string) => {
    const { reading } = readByRules(text, { language: 'en' });
    return reading.intent === 'unknown' ? reading.care : reading.intent;
  };
  expect(care('i lost my phone, help me find it')).toBeUndefined();
  expect(care('the airline lost my bag on the flight')).toBeUndefined();
  expect(care('i lost my phone')).toBe('emergency');
  expect(care('help me find my lost card')).toBe('emergency');
});
