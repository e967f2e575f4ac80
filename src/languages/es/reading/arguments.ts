import type { ArgumentWords } from '../../../reading/lexicon/argument-words.ts';

/** Shares, amounts and the words between them, in Spanish. */
export const argumentWords: ArgumentWords = {
  kinds: {
    checking: 'corriente',
    savings: 'ahorro ahorros',
    certificate: 'certificado',
    loan: 'prestamo',
    all: 'todo todos todas',
  },
  fillers: 'a de en mi mis el la los las del cuenta con por favor numero',
  from: 'de desde',
  to: 'a hacia para al en',
  between: 'entre',
  and: 'y e',
  howMuch: 'todo toda todos mitad resto',
  thanks: 'gracias',
  courtesies: 'hola',
  units: 'euro euros dolares dolar pesos peso',
  silent: 'mi mis el los las la cuenta una favor por monto suma cantidad sufijo',
  forAmount: 'de por',
  of: 'de del',
};
