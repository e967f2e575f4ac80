import { describe, expect, it } from 'vitest';
import { canonical, read } from '../../src/languages/reading.ts';
import type { Reading, ReadingContext } from '../../src/reading/reading.ts';

const shares: ReadingContext['shares'] = [
  { suffix: '0', kind: 'savings' },
  { suffix: '7', kind: 'checking' },
  { suffix: 'L1', kind: 'loan', nickname: 'Car' },
];
const today = Temporal.PlainDate.from('2026-11-23');

const reading = (text: string, more: Partial<ReadingContext> = {}) =>
  read(text, { shares, currency: 'USD', today, ...more }).reading;

const low: Reading = { intent: 'alert', kind: 'low', account: '7', amount: '100.00' };

describe('commands for alerts', () => {
  it.each<[string, Reading]>([
    ['ALERT LOW 7 100', low],
    ['#alert low 7 $100.00', low],
    ['alert low balance 7 below 100 dollars', low],
    ['alert low checking 100', { ...low, account: 'checking' }],
    ['ALERTA BAJO 7 100', low],
    ['#alerta bajo 7 100', low],
    ['ALERTE BAS 7 100', low],
    // A space between thousands, or an account and an amount: the member has an account 7.
    ['ALERTE BAS 7 100,00', low],
    ['alerta bajo 7 100,00 $', low],
    ['alerte bas 5 100,00', { intent: 'alert', kind: 'low', amount: '5100.00' }],
    ['alerte bas 7100,00', { intent: 'alert', kind: 'low', amount: '7100.00' }],
    ['alerte bas 7 1 250,00', { ...low, amount: '1250.00' }],
    ['alert low 100', { intent: 'alert', kind: 'low', amount: '100.00' }],
    ['ALERT DEP 7 500', { intent: 'alert', kind: 'deposit', account: '7', amount: '500.00' }],
    ['alert dep 500', { intent: 'alert', kind: 'deposit', amount: '500.00' }],
    ['ALERTA DEP 7 500', { intent: 'alert', kind: 'deposit', account: '7', amount: '500.00' }],
    ['alerte dépôt 7 500', { intent: 'alert', kind: 'deposit', account: '7', amount: '500.00' }],
    ['ALERT OUT 7 200', { intent: 'alert', kind: 'withdrawal', account: '7', amount: '200.00' }],
    [
      'alerta retiro 7 200',
      { intent: 'alert', kind: 'withdrawal', account: '7', amount: '200.00' },
    ],
    [
      'alerte retrait 7 200',
      { intent: 'alert', kind: 'withdrawal', account: '7', amount: '200.00' },
    ],
    ['ALERT CHECK 7', { intent: 'alert', kind: 'check', account: '7' }],
    ['alerta cheque', { intent: 'alert', kind: 'check' }],
    ['alerte chèque 7', { intent: 'alert', kind: 'check', account: '7' }],
    ['ALERT HOLD', { intent: 'alert', kind: 'hold' }],
    ['alerta retención', { intent: 'alert', kind: 'hold' }],
    ['alerte retenue 7', { intent: 'alert', kind: 'hold', account: '7' }],
    ['alert pay', { intent: 'alert', kind: 'pay' }],
    ['alerta nómina 7', { intent: 'alert', kind: 'pay', account: '7' }],
    ['alerte paie', { intent: 'alert', kind: 'pay' }],
    ['ALERT DUE 3', { intent: 'alert', kind: 'due', days: 3 }],
    ['alert due', { intent: 'alert', kind: 'due', days: 3 }],
    ['alert due car 5', { intent: 'alert', kind: 'due', account: 'L1', days: 5 }],
    ['alerta vence 3', { intent: 'alert', kind: 'due', days: 3 }],
    ['alerte échéance 0', { intent: 'alert', kind: 'due', days: 0 }],
    // A French filler too.
    ['WEEKLY MON', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['alert weekly mon', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['alerte hebdo mon compte', { intent: 'alert', kind: 'weekly' }],
    ['weekly mon please', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['WEEKLY FRI', { intent: 'alert', kind: 'weekly', weekday: 5 }],
    ['weekly mon', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['alert weekly mon', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['alert weekly monday', { intent: 'alert', kind: 'weekly', weekday: 1 }],
    ['semanal vie', { intent: 'alert', kind: 'weekly', weekday: 5 }],
    ['hebdo ven', { intent: 'alert', kind: 'weekly', weekday: 5 }],
    ['ALERTS', { intent: 'alerts' }],
    ['alert', { intent: 'alerts' }],
    ['alertas', { intent: 'alerts' }],
    ['alertes', { intent: 'alerts' }],
    ['ALERT OFF 2', { intent: 'alert_off', number: 2 }],
    ['alert 2 off', { intent: 'alert_off', number: 2 }],
    ['alert off all', { intent: 'alert_off', all: true }],
    ['alert low off', { intent: 'alert_off', kind: 'low' }],
    ['weekly off', { intent: 'alert_off', kind: 'weekly' }],
    ['alerta off 2', { intent: 'alert_off', number: 2 }],
    ['alerta quitar 2', { intent: 'alert_off', number: 2 }],
    ['alerte off 2', { intent: 'alert_off', number: 2 }],
    ['alerte retirer 2', { intent: 'alert_off', number: 2 }],
  ])('%s', (text, expected) => {
    expect(reading(text)).toEqual(expected);
  });

  it.each<[string, Reading]>([
    ['alert low 7', { intent: 'alert', kind: 'low' }],
    ['alert low', { intent: 'alert', kind: 'low' }],
    ['alert low 7 -5', { intent: 'alert', kind: 'low' }],
    ['alert low 7 0', { intent: 'alert', kind: 'low' }],
    ['alert low 7 1.234.5', { intent: 'alert', kind: 'low' }],
    ['alert low 7 100 0 50', { intent: 'alert', kind: 'low' }],
    ['alert due 9', { intent: 'alert', kind: 'due' }],
    ['alert weekly someday', { intent: 'alert', kind: 'weekly' }],
  ])('%s lacks something: the answer says how', (text, expected) => {
    expect(reading(text)).toEqual(expected);
  });

  it.each<[string, Reading]>([
    ['QUIET 9PM 7AM', { intent: 'quiet', from: '21:00', to: '07:00' }],
    ['quiet 9 pm to 7:30 am', { intent: 'quiet', from: '21:00', to: '07:30' }],
    ['quiet 22 7', { intent: 'quiet', from: '22:00', to: '07:00' }],
    ['quiet 21:00-07:00', { intent: 'quiet', from: '21:00', to: '07:00' }],
    ['quiet midnight to noon', { intent: 'quiet', from: '00:00', to: '12:00' }],
    ['silencio 9pm 7am', { intent: 'quiet', from: '21:00', to: '07:00' }],
    ['silencio de 21 a 7', { intent: 'quiet', from: '21:00', to: '07:00' }],
    ['silence 21h 7h', { intent: 'quiet', from: '21:00', to: '07:00' }],
    ['silence 21 h 30 à 7 h', { intent: 'quiet', from: '21:30', to: '07:00' }],
    ['quiet off', { intent: 'quiet', off: true }],
    ['silencio off', { intent: 'quiet', off: true }],
    ['silence off', { intent: 'quiet', off: true }],
    ['#quiet', { intent: 'quiet' }],
    // Which half of the day?
    ['quiet 9 7', { intent: 'quiet' }],
    ['quiet 9pm', { intent: 'quiet' }],
    ['quiet 9pm 9pm', { intent: 'quiet' }],
    ['quiet 25 7', { intent: 'quiet' }],
    ['quiet 13pm 7am', { intent: 'quiet' }],
  ])('%s', (text, expected) => {
    expect(reading(text)).toEqual(expected);
  });

  it.each(['quiet', 'weekly', 'be quiet', 'silence', 'weekly report please'])(
    '%s is everyday talk',
    (text) => {
      expect(['quiet', 'alert', 'alerts']).not.toContain(reading(text, { rulesOnly: true }).intent);
    },
  );
});

describe('wishes in free wording ask back, and set nothing', () => {
  it.each<[string, string]>([
    ['let me know when my balance drops below 100', 'low'],
    ['alert me if checking goes under $50', 'low'],
    ['text me when my paycheck comes in', 'pay'],
    ['notify me when a deposit comes in', 'deposit'],
    ['tell me when a check clears', 'check'],
    ['warn me if more than 200 leaves checking', 'withdrawal'],
    ['i want a low balance alert', 'low'],
    ['send me a weekly summary alert', 'weekly'],
    ['avíseme cuando mi saldo baje de 100', 'low'],
    ['avísame si hay un retiro de más de 200', 'withdrawal'],
    ['quiero una alerta cuando llegue mi nómina', 'pay'],
    ['avertissez-moi quand mon solde passe sous 100', 'low'],
    ['prévenez-moi si un chèque est encaissé', 'check'],
    ['je veux être avisé quand ma paie arrive', 'pay'],
  ])('%s', (text, kind) => {
    expect(reading(text)).toEqual({ intent: 'alert', kind });
  });

  it.each([
    'stop sending me alerts',
    'stop alerts',
    'do you have fraud alerts',
    "i got an alert for a charge i didn't make",
    'let me know my balance',
    'when does my check clear',
  ])('%s is none', (text) => {
    expect(['alert', 'alerts', 'alert_off']).not.toContain(reading(text).intent);
  });
});

it.each<Reading>([
  low,
  { intent: 'alert', kind: 'deposit', amount: '500.00' },
  { intent: 'alert', kind: 'check', account: '7' },
  { intent: 'alert', kind: 'due', days: 3 },
  { intent: 'alert', kind: 'weekly', weekday: 5 },
  { intent: 'alert_off', number: 2 },
  { intent: 'alert_off', all: true },
  { intent: 'alert_off', kind: 'hold' },
  { intent: 'quiet', from: '21:00', to: '07:00' },
  { intent: 'quiet', off: true },
])('what we write for $intent $kind is read as the same', (one) => {
  expect(reading(canonical(one))).toEqual(one);
});

describe('questions for the alerts that a member has', () => {
  it.each([
    'my alerts',
    'show me all my alerts please',
    'what alerts do i have?',
    'are there any alerts on my account',
    'mis alertas',
    '¿cuáles son mis alertas?',
    'qué alertas tengo',
    'muéstrame mis alertas',
    'mes alertes',
    'quelles alertes ai-je ?',
    'quelles sont mes alertes actives',
    'montrez-moi mes alertes',
  ])('%s', (text) => {
    expect(reading(text)).toEqual({ intent: 'alerts' });
  });

  it.each([
    'what are alerts',
    'my alerts are wrong',
    'weather alerts',
    'my alerts stopped coming',
    'mis alertas no llegan',
    'mes alertes ne viennent plus',
  ])('not in “%s”', (text) => {
    expect(reading(text).intent).not.toBe('alerts');
  });

  it('and no wish for a flight', () => {
    const text = 'would you let me know what flights there are to miami for under $450';
    expect(reading(text).intent).toBe('unknown');
    expect(reading('dígame menos de 100').intent).toBe('history');
  });

  it.each([
    'avísame bajo 100',
    'avísenme por debajo de $100',
    'prévenez-moi sous 100',
    'préviens moi à moins de 50',
    'prévenez-moi en dessous de 100 $',
  ])('and a wish for one without WHEN: %s', (text) => {
    expect(reading(text)).toEqual({ intent: 'alert', kind: 'low' });
  });
});
