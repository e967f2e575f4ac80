import { expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';

it.each<readonly [Language, string]>([
  ['en', 'please stop payment on check 1042'],
  ['es', 'por favor detengan el pago del cheque 1042'],
  ['es', 'paren el pago del cheque 1042'],
  ['es', 'no paguen el cheque 1042'],
  ['es', 'deténgame el cheque 1042'],
  ['es', 'cancelen el cheque 1042'],
  ['es', 'que no se pague el cheque 1042'],
  ['es', 'hagan un alto al pago del cheque 55'],
  ['es', 'suspendan el pago del cheque 55'],
  ['fr', 'arrêtez le paiement du chèque 1042'],
  ['fr', 'stoppez le paiement du chèque 55'],
  ['fr', 'ne payez pas le chèque 55'],
  ['fr', 'n’encaissez pas le chèque 55'],
])('%s: “%s” asks people to stop a payment', (language, text) => {
  const { reading, stops } = read(text, { language });
  expect([reading.intent, stops]).toEqual(['agent', 'payment']);
});

it.each<readonly [Language, string]>([
  ['es', 'ya pagaron el cheque 1042?'],
  ['es', 'no pagué el cheque'],
  ['es', 'para pagar el cheque'],
  ['fr', 'le chèque 55 est passé ?'],
  ['fr', 'vous payez le chèque 55 ?'],
])('%s: “%s” stops nothing', (language, text) => {
  expect(read(text, { language }).stops).toBeUndefined();
});
