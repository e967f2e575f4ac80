import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` dit ce que les opérateurs exigent d'AIDE : programme, aide, fréquence, frais, STOP. */
export const frHelp: HelpTexts = {
  help: [
    '#solde 7, #historique 7, #depots, #retraits, #cheque 1042, #retenues, #virement 50 7 0. Aussi comptes, BLOQUER, #fraude, CONSEILLER. AIDE TOUT : le reste.',
    '#solde 7, #historique 7, #depots, #retraits, #cheque 1042, #retenues, #virement 50 7 0, comptes, BLOQUER, #fraude, AIDE TOUT, CONSEILLER.',
  ],
  'help.sms': [
    "{service}, {institution}. Aide : {phone}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. STOP pour arrêter.",
    "{service}. Aide : {phone}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. STOP pour arrêter.",
  ],
  'help.all': [
    'Consulter : #solde 7, #historique 7, #depots, #retraits, #cheques, #cheque 1042, #retenues, suite, comptes, détails 7, plafonds. Virer : #virement 50 7 0, puis OK et le numéro, ou NON. Sécurité : BLOQUER, #fraude, code. Aide : CONSEILLER, contact, STOP, START. AIDE et un mot en dit plus.',
  ],
  'help.balance': [
    '#solde : tous vos comptes. #solde 7 : le compte 7, avec les retenues qui réduisent le disponible.',
  ],
  'help.history': [
    "#historique 7 : les dernières opérations du compte 7, la plus récente d'abord. SUITE montre les précédentes.",
  ],
  'help.deposits': [
    "#depots 7 : les derniers dépôts du compte 7, le plus récent d'abord. SUITE montre les précédents.",
  ],
  'help.withdrawals': [
    "#retraits 7 : les derniers retraits du compte 7, le plus récent d'abord. SUITE montre les précédents.",
  ],
  'help.checks': [
    '#cheque 1042 : le chèque 1042 a-t-il été payé ? #cheques 7 : les derniers payés ; SUITE montre les précédents.',
  ],
  'help.holds': [
    "#retenues 7 : ce qui est retenu sur le compte 7, pour quoi et jusqu'à quand. #retenues : sur tous.",
  ],
  'help.transfer': [
    '#virement 50 7 0 vire 50,00 du compte 7 au compte 0 ; "virer 50 de 7 vers 0" aussi. Si nous demandons : OK et notre numéro, ou NON.',
  ],
  'help.pay': [
    "Payer autrui par message n'est pas offert. Entre vos propres comptes : #virement 50 7 0. Questions : {phone}.",
  ],
  'help.more': [
    'SUITE : ce qui vient après la liste reçue, de #historique, #depots, #retraits ou #cheques.',
  ],
  'help.accounts': [
    'comptes : la liste de vos comptes et leurs numéros, à écrire dans les commandes, comme #solde 7.',
  ],
  'help.details': [
    'détails 7 : disponible, solde, retenues et découvert du compte 7, son ouverture et sa dernière opération.',
  ],
  'help.limits': [
    'plafonds : ce qui peut être viré depuis {address} à la fois et par jour, et ce qui en reste ce jour.',
  ],
  'help.confirm': [
    "Si nous demandons d'abord, répondez OK et les quatre chiffres envoyés, ou NON pour annuler. OUI tout seul ne fait rien.",
  ],
  'help.lock': [
    "BLOQUER : rien n'est montré par message ni viré, même dans {portal}. Aucune session n'est fermée. Pour débloquer : {portal} ou {phone}.",
  ],
  'help.code': [
    "Votre code termine chacun de nos messages. Absent ou faux : pas nous. Juste : sans doute nous ; pour être sûr, voyez {portal}. Vous l'y changez à volonté.",
    "Votre code termine nos messages. Absent ou faux : pas nous. Pour être sûr, voyez {portal} ; vous l'y changez à volonté.",
  ],
  'help.dispute': [
    "#fraude signale ce qui n'est pas de vous. Nous demandons une fois, puis ouvrons un dossier avec référence et dates. Urgent ? {phone}.",
  ],
  'help.agent': [
    'CONSEILLER : une personne vous répond, et vous avez une référence. Horaires : {hours}. Urgent ? Appelez le {phone}.',
    'CONSEILLER : une personne vous répond, et vous avez une référence. Urgent ? Appelez le {phone}.',
  ],
  'help.contact': [
    'contact : notre téléphone, nos horaires et notre adresse en ligne. CONSEILLER : une personne vous écrit.',
  ],
  'care.secrets': [
    "N'envoyez jamais de numéro de carte, de compte ou d'assurance sociale, de NIP ni de mot de passe : supprimez ce message. Jamais demandé par nous. {phone}.",
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
    "Bonjour ! Ici {service}, qui répond tout seul : #solde donne vos soldes, AIDE liste les commandes, CONSEILLER pour parler à quelqu'un.",
    "Bonjour ! Ce service répond tout seul : #solde donne vos soldes, AIDE liste les commandes, CONSEILLER pour parler à quelqu'un.",
  ],
  'care.thanks': [
    'Avec plaisir ! Quand vous voudrez : #solde donne vos soldes, AIDE liste tout ce que vous pouvez demander.',
  ],
  'help.stop': [
    'STOP : plus aucun message de nous ici. START : ils reviennent. BLOQUER arrête le service partout.',
  ],
};
