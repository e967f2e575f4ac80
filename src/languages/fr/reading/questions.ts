import type { QuestionWords } from '../../../reading/lexicon/question-words.ts';
import { frame, topics } from './topics.ts';

/** Questions in free wording, in French. */
export const questions: QuestionWords = {
  topics,
  ...frame,
  all: 'tous',
  ownWholes: 'tous mes nos les',
  inWords: 'sur dans en',
  prepositions: 'sur dans de du en',
  mine: 'ai mon ma mes me',
  money: 'argent compte comptes solde banque fonds sous depense',
  amounts: 'combien reste',
  looking: 'verifie verifier verifiez regarde regarder regardez consulte consulter consultez',
  spending: 'depense',
  belongs: 'mon ma le la un une',
  places: `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
    samedi dimanche semaine mois annee banque carte especes attente ligne euros ville poche`,
  neverNames: 'tout',
  counts: 'deux trois quatre cinq six sept huit neuf dix',
};
