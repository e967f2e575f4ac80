import type { ReaderTexts } from '../../site-texts.ts';

/** La page qui décrit l’API. */
export const reader: ReaderTexts = {
  title: 'Interface de programmation',
  lead: 'Un programme peut faire tout ce que les membres font ici, en JSON, avec les mêmes contrôles et les mêmes refus. Le témoin de session identifie l’appelant.',
  description: 'Description OpenAPI 3.1',
  contents: 'Sommaire',
  input: 'Requête',
  output: 'Réponse',
  refusals: 'Refus',
  access_anyone: 'pour tout le monde',
  access_member: 'pour les membres connectés',
  access_fresh: 'pour les membres qui ont confirmé leur identité dans les cinq dernières minutes',
};
