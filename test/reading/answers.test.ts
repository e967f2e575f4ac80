import { describe, expect, it } from 'vitest';
import { answerTopics, type AnswerTopic } from '../../src/kernel/vocabulary/answer-topic.ts';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { loanQuestions, type LoanQuestion } from '../../src/kernel/vocabulary/loan-question.ts';
import { read } from '../../src/languages/reading.ts';
import type { Understood } from '../../src/reading/reading.ts';
import { writtenApart } from './answers-apart.ts';

/** What members write, in each language, about each topic. `branches` is read as contact: see below. */
const asked: Readonly<
  Record<Language, Readonly<Record<Exclude<AnswerTopic, 'branches'>, readonly string[]>>>
> = {
  en: {
    fees: [
      'fees',
      'what are your fees?',
      'what is the overdraft fee',
      'do you charge for using another banks atm',
      'how much does a wire transfer cost',
      'is there a monthly fee on my checking',
    ],
    rates: [
      'rates',
      "what's your savings rate",
      'what are your cd rates today',
      'what interest rate do you offer on car loans',
      'whats the apr on your credit card',
      'Current mortgage rates?',
    ],
    loans: [
      'car loans',
      'how do i apply for a loan',
      'do you offer personal loans',
      'i want to refinance my car',
      'can i borrow money from you',
    ],
    card_replacement: [
      'new card',
      'I need a new debit card',
      'my card is cracked',
      'when will my new card arrive',
      'the atm ate my card',
      'my card expired',
    ],
    card_declined: [
      'my card was declined',
      'why did my card get declined at the store',
      "my card isn't working",
      "my debit card won't go through",
    ],
    pin: [
      'pin',
      'change my pin',
      'i forgot my pin',
      'how do i reset the pin on my debit card',
      'my pin is blocked',
    ],
    direct_deposit: [
      'routing number',
      "what's your routing number?",
      'how do i set up direct deposit',
      'where do i find my account number',
      'i need your aba number',
      'direct deposit form please',
    ],
    order_checks: [
      'order checks',
      'how do I order more checks',
      "i'm out of checks",
      'i need a new checkbook',
    ],
    app_trouble: [
      'forgot my password',
      "i can't log in",
      'the app is not working',
      'i am locked out of online banking',
      'how do i reset my password',
    ],
    is_it_you: [
      'is this really you?',
      'is this text from my credit union',
      'did you text me',
      'how do i know this is really you',
      'is this a scam',
    ],
  },
  es: {
    fees: [
      'comisiones',
      '¿cuáles son sus comisiones?',
      'cuánto cobran por una transferencia',
      'hay cargo por usar otro cajero? cuánto es la comisión',
    ],
    rates: [
      'tasas de interés',
      '¿qué tasas tienen?',
      'cuál es la tasa de ahorro',
      'qué interés pagan en ahorros',
    ],
    loans: [
      'préstamos',
      '¿cómo solicito un préstamo?',
      'quiero sacar un préstamo de auto',
      'qué requisitos hay para una hipoteca',
    ],
    card_replacement: [
      'tarjeta nueva',
      'necesito una tarjeta nueva',
      'mi tarjeta está rota',
      '¿cuándo llega mi tarjeta?',
      'el cajero se tragó mi tarjeta',
    ],
    card_declined: [
      'rechazaron mi tarjeta',
      'mi tarjeta no funciona',
      '¿por qué fue rechazada mi tarjeta?',
    ],
    pin: ['nip', 'olvidé mi pin', '¿cómo cambio mi nip?', 'mi pin está bloqueado'],
    direct_deposit: [
      'número de ruta',
      '¿cuál es el número de ruta?',
      'cómo configuro el depósito directo',
      'dónde encuentro mi número de cuenta',
    ],
    order_checks: ['chequera', 'quiero pedir más cheques', 'se me acabaron los cheques'],
    app_trouble: [
      'olvidé mi contraseña',
      'no puedo entrar a la app',
      'la aplicación no funciona',
      'no puedo iniciar sesión',
    ],
    is_it_you: [
      '¿son ustedes?',
      '¿de verdad son ustedes?',
      'es real este mensaje',
      'cómo sé que son ustedes',
    ],
  },
  fr: {
    fees: [
      'frais',
      'quels sont vos frais ?',
      'combien coûte un virement',
      'avez-vous des frais de guichet',
    ],
    rates: [
      "taux d'intérêt",
      'quels sont vos taux ?',
      "quel est le taux d'épargne",
      'quel est votre taux hypothécaire',
    ],
    loans: [
      'prêt auto',
      'comment demander un prêt',
      'je voudrais un prêt personnel',
      'je veux refinancer mon auto',
    ],
    card_replacement: [
      'nouvelle carte',
      "j'ai besoin d'une nouvelle carte",
      'ma carte est brisée',
      'quand arrive ma carte ? quand sera-t-elle remplacée, ma carte',
      'le guichet a avalé ma carte',
    ],
    card_declined: [
      'ma carte a été refusée',
      'ma carte ne fonctionne pas',
      'pourquoi ma carte ne passe pas',
    ],
    pin: ['nip', "j'ai oublié mon nip", 'comment changer mon nip', 'mon nip est bloqué'],
    direct_deposit: [
      'numéro de transit',
      "quel est le numéro d'acheminement",
      'comment mettre en place le dépôt direct',
      'où trouver mon numéro de compte',
    ],
    order_checks: ['chéquier', 'je veux commander des chèques', "je n'ai plus de chèques"],
    app_trouble: [
      "j'ai oublié mon mot de passe",
      "l'application ne fonctionne pas",
      'je ne peux pas me connecter',
      "l'app plante",
    ],
    is_it_you: [
      'est-ce vraiment vous ?',
      "c'est vous ?",
      "comment savoir si c'est vous",
      'est-ce une arnaque ?',
    ],
  },
};

const loans: Readonly<Record<Language, Readonly<Record<LoanQuestion, readonly string[]>>>> = {
  en: {
    due_date: [
      'when is my loan payment due',
      'When is my car loan due?',
      'whats the due date on my loan',
      'due date on my loan',
      'when do i have to make my loan payment',
    ],
    payment: [
      'loan payment',
      'payment on my car loan',
      'how much is my loan payment',
      "what's my monthly payment on my car loan",
      'how much is my car payment',
    ],
    payoff: [
      'payoff',
      "what's the payoff on my car loan",
      'how much to pay off my loan',
      'loan payoff amount',
      'payoff on my loan',
    ],
    rate: [
      'what is the interest rate on my loan',
      'my loan rate',
      'what rate am i paying on my car loan',
    ],
  },
  es: {
    due_date: ['¿cuándo vence mi préstamo?', 'qué día tengo que pagar mi préstamo'],
    payment: [
      'pago del préstamo',
      '¿de cuánto es el pago de mi préstamo?',
      'cuánto es la mensualidad de mi carro',
    ],
    payoff: ['cuánto necesito para liquidar mi préstamo', 'liquidar mi préstamo'],
    rate: ['¿qué tasa tiene mi préstamo?', 'tasa de interés de mi préstamo'],
  },
  fr: {
    due_date: ['quand dois-je payer mon prêt', 'échéance de mon prêt'],
    payment: [
      'paiement du prêt',
      'quel est le paiement de mon prêt',
      'combien est le versement de mon prêt auto',
    ],
    payoff: ['combien pour rembourser mon prêt au complet', 'solder mon prêt'],
    rate: ['quel est le taux de mon prêt', "quel est le taux d'intérêt sur mon prêt"],
  },
};

const car = { suffix: '3', kind: 'loan', nickname: 'Car' } as const;
const home = { suffix: '5', kind: 'loan', nickname: 'Home' } as const;
const checking = { suffix: '7', kind: 'checking' } as const;

/** The topic of a fixed answer. A question for the routing number is `contact` with a text of its own. */
const topicOf = ({ reading, contactTopic }: Understood) =>
  reading.intent === 'answer' ? reading.topic : reading.intent === 'contact' && contactTopic;

describe.each(languages)('in %s', (language) => {
  it.each(answerTopics.filter((topic) => topic !== 'branches'))('%s is asked about', (topic) => {
    for (const text of asked[language][topic])
      for (const shares of [undefined, [checking, car]])
        expect([text, topicOf(read(text, { shares }))]).toEqual([text, topic]);
  });

  it.each(loanQuestions)('a loan’s %s is asked about', (ask) => {
    for (const text of loans[language][ask]) {
      expect([text, read(text, {}).reading]).toEqual([text, { intent: 'loan', ask }]);
      const own = read(text, { shares: [checking, car] }).reading;
      expect([text, own]).toEqual([text, { intent: 'loan', ask, account: '3' }]);
    }
  });

  it('says the language of the words', () => {
    for (const text of asked[language].fees)
      expect([text, read(text, {}).language]).toEqual([text, language]);
  });
});

it('reads questions that were written apart', () => {
  for (const { text, ...meant } of writtenApart) {
    const understood = read(text, { shares: [checking, car] });
    const found = 'topic' in meant ? { topic: topicOf(understood) } : understood.reading;
    expect([text, found]).toMatchObject([text, meant]);
  }
});

describe('a loan of several', () => {
  const shares = [checking, car, home];

  it.each([
    ['when is my home loan due', { intent: 'loan', ask: 'due_date', account: '5' }],
    ['whats the payoff on my loan 3', { intent: 'loan', ask: 'payoff', account: '3' }],
    // A figure that names no loan is no share.
    ['when is my loan payment due in 7 days', { intent: 'loan', ask: 'due_date' }],
    ['how much is my loan payment', { intent: 'loan', ask: 'payment' }],
  ])('is named: %s', (text, reading) => {
    expect(read(text, { shares }).reading).toEqual(reading);
  });
});

describe('a question about places', () => {
  it.each([
    'where is the nearest branch',
    'is there an atm near me',
    '¿dónde hay un cajero?',
    'où est la succursale',
  ])('is contact, and asks about places only: %s', (text) => {
    expect(read(text, {})).toMatchObject({
      reading: { intent: 'contact' },
      contactTopic: 'branches',
    });
  });

  it.each(['hours', 'what is your phone number', 'horario', 'vos horaires'])(
    'is not every contact: %s',
    (text) => {
      expect(read(text, {}).reading).toEqual({ intent: 'contact' });
      expect(read(text, {})).not.toHaveProperty('contactTopic');
    },
  );
});

describe('a topic that is only mentioned', () => {
  it.each([
    // Statements, stories and other things.
    'i paid the fee already',
    'my pin is 4417',
    'lovely weather at the branch',
    'i pinned the map to my wall, do you like it',
    'please pin this message',
    'what is the exchange rate of the euro',
    'how do you rate this song',
    'is this song really good',
    'the gym charges a fee for parking, is that ok',
    'i got a birthday card, when should i reply',
    'do you take notes',
    'are there any loaner cars',
    'hice la tarea de mi hijo',
    'es tu ready ?',
    'le pain frais est bon',
    'je suis prêt à partir',
    // A card that the member has, for a phone or an app.
    'how do I link a new card in the app',
    'where do I go to add a new card',
    'cómo agrego mi tarjeta nueva a la app',
    'comment ajouter ma nouvelle carte au téléphone',
    // Questions of a command.
    'what is my balance',
    'did my direct deposit come in',
    'did check 1042 clear',
    'show my last 5 checks',
    'do i have any pending charges',
    'how much do i owe on my loan',
    '¿cuánto debo de mi préstamo?',
    'last 3 deposits',
    '¿llegó mi depósito directo?',
    'mon dépôt direct est-il rentré',
    // Orders and safety.
    'move $20 from checking to savings',
    'pay 50 to my loan from checking',
    'i lost my card',
    'block my card',
    'someone stole my card, i need a new one',
    'stop payment on check 1042',
    'STOP',
  ])('is not asked about: %s', (text) => {
    const { intent } = read(text, { shares: [checking, car] }).reading;
    expect(['answer', 'loan']).not.toContain(intent);
  });
});
