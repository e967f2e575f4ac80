import { expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import { everyday } from './corpora.ts';

it.each(
  `freeze my card|please freeze my debit card|lock my card|lock card|block my card|block my visa card|suspend my card|deactivate my card|disable my debit card
  |cancel my card|stop my card|stop my debit card now|pause my card|turn off my card|turn my card off|shut off my card|put a hold on my card|put a freeze on my debit card
  |can you freeze my card|i need to block my card|i want my card to be blocked|my card needs to be frozen|how can i freeze my debit card|freeze both cards|kill my card
  |i lost my card please block it|someone has my card, freeze it|my card was stolen, block my card|block the card ending 1234
  |bloquea mi tarjeta|bloquee mi tarjeta|bloqueen mi tarjeta|bloquear tarjeta|bloqueen la tarjeta por favor|congele mi tarjeta|congelar mi tarjeta|cancelar mi tarjeta|cancelen mi tarjeta
  |suspender mi tarjeta|desactivar mi tarjeta|quiero bloquear mi tarjeta|necesito bloquear mi tarjeta de débito|detengan mi tarjeta|me robaron la tarjeta, bloqueen mi tarjeta
  |bloque ma carte|bloquez ma carte|bloquer ma carte|bloquer carte|gelez ma carte|geler ma carte|suspendez ma carte|suspendre ma carte|désactivez ma carte|annulez ma carte|annuler ma carte
  |opposition sur ma carte|faire opposition à ma carte|je veux bloquer ma carte|il faut bloquer ma carte|verrouillez ma carte|arrêtez ma carte|ma carte doit être bloquée`
    .split('|')
    .map((text) => text.trim()),
)('a card is to be blocked, by people: %s', (text) => {
  expect(read(text, {})).toMatchObject({ reading: { intent: 'agent' }, stops: 'card' });
});

it.each(
  `stop payment on check 1050|stop payment|STOP PAYMENT check 1050|put a stop payment on check 1050|cancel check 1050|please stop the payment to netflix|stop ach payment|stop autopay
  |void check 1042|arrêter le paiement du chèque 1050|opposition au chèque 1050|annuler le chèque 1050|arrêtez le prélèvement|detener el pago del cheque 1050|cancelar cheque 1050|pare el pago|anular el cheque 1042`
    .split('|')
    .map((text) => text.trim()),
)('a payment is to be stopped, by people: %s', (text) => {
  expect(read(text, {})).toMatchObject({ reading: { intent: 'agent' }, stops: 'payment' });
});

it.each([
  'is my card blocked',
  'why is my card blocked',
  'why did you block my card',
  'did you freeze my card',
  "don't block my card",
  'unblock my card',
  'unfreeze my card',
  'cancel my credit card application',
  'ne bloquez pas ma carte',
  'débloquez ma carte',
  'no bloqueen mi tarjeta',
  'desbloquear mi tarjeta',
  'por qué bloquearon mi tarjeta',
  'freeze my account',
  'lock',
  'bloquear',
  'bloquer mon compte',
])('asks to block no card: %s', (text) => {
  expect(read(text, {}).stops).not.toBe('card');
});

it('no text about a card is LOCK', () => {
  for (const text of ['lock my card', 'lock card', 'bloquer ma carte', 'bloquear tarjeta'])
    expect(read(text, {}).reading.intent).not.toBe('lock');
});

it('no everyday text asks to block a card', () => {
  const asked = /^(?:how do|can) i (?:lock|freeze) my card/;
  const taken = everyday().filter(
    ({ text }) => read(text, {}).stops === 'card' && !asked.test(text),
  );
  expect(taken).toEqual([]);
});
