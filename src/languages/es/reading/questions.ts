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
  mine: 'tengo mi mis',
  spending: 'gaste gastado',
  belongs: 'mi el la un una',
  places: `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves
    viernes sabado domingo semana mes ano banco tarjeta efectivo linea dolares pesos`,
  neverNames: 'todo',
  counts: 'dos tres cuatro cinco seis siete ocho nueve diez',
};
