import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` contient ce que les opérateurs exigent d'AIDE : programme, aide, fréquence, frais, STOP. */
export const frHelp: HelpTexts = {
  help: [
    '#solde 7, #historique 7, #depots, #retraits, #cheque 1042, #retenues, #virement 50 7 0. Aussi comptes, BLOQUER, #fraude, CONSEILLER. AIDE TOUT : le reste.',
    '#solde 7, #historique 7, #depots, #retraits, #cheque 1042, #retenues, #virement 50 7 0, comptes, BLOQUER, #fraude, AIDE TOUT, CONSEILLER.',
  ],
  'help.sms': [
    "{service}, {institution}. Aide : {phone}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. STOP pour arrêter.",
    "{service}. Aide : {phone}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. STOP pour arrêter.",
  ],
  'care.secrets': [
    "N'envoyez jamais de numéro de carte, de compte ou d'assurance sociale, de NIP ni de mot de passe : supprimez ce message. Nous ne les demandons pas. {phone}.",
    "N'envoyez jamais de numéro de carte, de NIP ni de mot de passe : supprimez ce message. Nous ne les demandons pas.",
  ],
  'care.emergency': [
    'Perte, vol ou piratage ? Appelez vite le {phone} : seul cet appel bloque une carte. BLOQUER arrête ce service. CONSEILLER : une personne vous écrit.',
    'Perte, vol, piratage ? Appelez vite le {phone} : seul cet appel bloque une carte. BLOQUER arrête ce service.',
  ],
  'care.crisis': [
    'Vous comptez pour nous. Aux É.-U. et au Canada, appelez ou textez le 988, jour et nuit ; danger : 911. Ici : {phone}, ou CONSEILLER.',
    'Vous comptez pour nous. Appelez ou textez le 988 (É.-U., Canada), jour et nuit ; danger : 911. Ici : {phone}, CONSEILLER.',
  ],
  'care.hello': [
    "Bonjour ! Ici {service}, un service automatisé : #solde donne vos soldes, AIDE liste les commandes, CONSEILLER pour parler à quelqu'un.",
    "Bonjour ! Ici un service automatisé : #solde donne vos soldes, AIDE liste les commandes, CONSEILLER pour parler à quelqu'un.",
  ],
  'care.thanks': [
    'Avec plaisir ! Quand vous voudrez : #solde donne vos soldes, AIDE liste tout ce que vous pouvez demander.',
  ],
};
