import type { AnswerTexts } from '../../wording/locale.ts';

/** Ce que nous répondons quand l'institution n'a pas de texte à elle. Chacun tient dans un SMS avec le code. */
export const frAnswers: AnswerTexts = {
  'answer.fees': [
    'Nos frais sont dans la grille de tarifs ; les virements entre vos comptes sont gratuits. Appelez le {phone}, {hours}, pour en savoir plus.',
    'Nos frais sont dans la grille de tarifs ; les virements entre vos comptes sont gratuits. Appelez le {phone} pour en savoir plus.',
  ],
  'answer.rates': [
    'Les taux changent : nous ne les donnons pas par message. Appelez le {phone}, {hours}, pour les taux du jour (épargne, prêts).',
    'Les taux changent : nous ne les donnons pas par message. Appelez le {phone} pour les taux du jour (épargne, prêts).',
  ],
  'answer.loans': [
    'Pour demander un prêt ou savoir si vous êtes admissible : {phone}, {hours}. PAIEMENT DU PRET vous renseigne sur celui que vous avez.',
    'Pour demander un prêt ou savoir si vous êtes admissible : {phone}. PAIEMENT DU PRET vous renseigne sur celui que vous avez.',
  ],
  'answer.card_replacement': [
    "Pour une nouvelle carte ou la remplacer : {phone}, {hours}. Perdue ou volée, appelez vite. N'envoyez jamais le numéro de la carte.",
    "Pour une nouvelle carte ou la remplacer : {phone}. Perdue ou volée, appelez vite. N'envoyez jamais le numéro de la carte.",
  ],
  'answer.card_declined': [
    'Carte refusée ? #solde donne le disponible, #retenues ce qui est retenu. Pour savoir pourquoi, appelez le {phone}.',
  ],
  'answer.pin': [
    "Pour votre sécurité, nous n'envoyons ni ne demandons jamais de NIP. Pour choisir, changer ou débloquer celui de votre carte : {phone}.",
  ],
  'answer.direct_deposit': [
    "Numéro d'acheminement : {routing}. Votre numéro de compte est le second au bas de vos chèques, ou appelez le {phone}. Ne l'envoyez pas ici.",
  ],
  'answer.direct_deposit.unset': [
    "Au bas de vos chèques : notre numéro d'acheminement, puis votre numéro de compte. Pas de chèques ? {phone}. Ne les envoyez pas ici.",
  ],
  'answer.order_checks': [
    "Pour commander des chèques : {phone}, {hours}. N'envoyez jamais votre numéro de compte. #cheques montre ceux qui sont payés.",
    "Pour commander des chèques : {phone}. N'envoyez jamais votre numéro de compte. #cheques montre ceux qui sont payés.",
  ],
  'answer.branches': [
    'Voyez {site} ou appelez le {phone}, {hours}, pour la succursale ou le guichet le plus près de vous.',
    'Voyez {site} ou appelez le {phone} pour la succursale ou le guichet le plus près de vous.',
    'Appelez le {phone} pour la succursale ou le guichet le plus près de vous.',
  ],
  'answer.app_trouble': [
    "Pas moyen d'entrer dans {portal} ou l'app ? Vérifiez la connexion, la mise à jour, réessayez. Sinon {phone}. N'envoyez jamais de mot de passe.",
    "Pas moyen d'entrer ? Vérifiez la connexion, la mise à jour, réessayez. Sinon {phone}. N'envoyez jamais de mot de passe.",
  ],
  'answer.is_it_you': [
    "Tout message de nous finit par votre code. Absent ou faux : ce n'est pas nous. Pour être sûr, voyez le message dans {portal} ou appelez le {phone}.",
    "Tout message de nous finit par votre code. Absent ou faux : ce n'est pas nous. Un doute ? {portal} ou {phone}.",
  ],
};
