import type { QuestionWords } from '../../../reading/lexicon/question-words.ts';
import { frame, topics } from './topics.ts';

/** Questions in free wording, in Spanish. */
export const questions: QuestionWords = {
  topics,
  ...frame,
  all: 'todos todas',
  ownWholes: 'todas mis las',
  inWords: 'en',
  prepositions: 'en del de sobre',
  mine: 'tengo tenemos mi mis me nos debo',
  money: 'dinero plata lana saldo cuenta cuentas banco debo gaste gastado fondos',
  amounts: 'cuanto cuanta queda quedan',
  looking: 'checa checame checar revisa revisame revisar consulta consultar verifica verificar',
  spending: 'gaste gastado fue ido',
  belongs: 'mi el la un una',
  places: `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves
    viernes sabado domingo semana mes ano banco tarjeta efectivo linea dolares pesos espera proceso tramite`,
  neverNames: 'todo',
  counts: 'dos tres cuatro cinco seis siete ocho nueve diez',
};
