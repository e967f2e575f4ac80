import type { CommandEntries } from '../command-entries.ts';

/** Each command: the words that start it, its name, what it does, its help text, and its answer if one text answers it. */
export const frCommands: CommandEntries = {
  balance: {
    begins: 'solde soldes',
    suggestion: '#solde',
    name: 'Solde',
    what: 'Ce que vous avez maintenant : votre solde disponible, votre solde et les retenues.',
    help: [
      '#solde : tous vos comptes. #solde 7 : le compte 7, avec les retenues qui réduisent le disponible.',
    ],
  },
  history: {
    begins: 'historique mouvements operations releve',
    suggestion: '#historique',
    name: 'Historique',
    what: 'Les dernières opérations d’un compte. Ajoutez un nombre pour en voir plus.',
    help: [
      "#historique 7 : les dernières opérations du compte 7, la plus récente d'abord. SUITE montre les précédentes.",
    ],
  },
  deposits: {
    begins: 'depot depots',
    suggestion: '#depots',
    name: 'Dépôts',
    word: 'depots',
    what: 'Les dernières entrées d’argent.',
    help: [
      "#depots 7 : les derniers dépôts du compte 7, le plus récent d'abord. SUITE montre les précédents.",
    ],
  },
  withdrawals: {
    begins: 'retrait retraits',
    suggestion: '#retraits',
    name: 'Retraits',
    word: 'retraits',
    what: 'Les dernières sorties d’argent.',
    help: [
      "#retraits 7 : les derniers retraits du compte 7, le plus récent d'abord. SUITE montre les précédents.",
    ],
  },
  checks: {
    suggestion: '#cheques',
    name: 'Chèques',
    word: 'cheques',
    what: 'Les derniers chèques payés, ou si un certain chèque l’a été.',
    help: [
      '#cheque 1042 : le chèque 1042 a-t-il été payé ? #cheques 7 : les derniers payés ; SUITE montre les précédents.',
    ],
  },
  holds: {
    begins: 'retenue retenues',
    suggestion: '#retenues',
    name: 'Retenues',
    word: 'retenues',
    what: 'L’argent retenu, pour quoi et jusqu’à quand.',
    help: [
      "#retenues 7 : ce qui est retenu sur le compte 7, pour quoi et jusqu'à quand. #retenues : sur tous.",
    ],
  },
  accounts: {
    begins: 'comptes compte',
    suggestion: 'comptes',
    name: 'Comptes',
    what: 'Vos comptes et leurs noms courts pour les messages.',
    help: [
      'comptes : la liste de vos comptes et leurs numéros, à écrire dans les commandes, comme #solde 7.',
    ],
  },
  details: {
    suggestion: 'details 7',
    name: 'Détails',
    what: 'Tout sur un compte : solde, retenues, découvert autorisé et date d’ouverture.',
    help: [
      'détails 7 : disponible, solde, retenues et découvert du compte 7, son ouverture et sa dernière opération.',
    ],
  },
  more: {
    begins: 'suite',
    suggestion: 'suite',
    name: 'Suite',
    what: 'La suite de la liste que vous venez de recevoir.',
    help: ['SUITE : le reste de la liste reçue de #historique, #depots, #retraits ou #cheques.'],
  },
  transfer: {
    begins: 'virement virer transferer transfert',
    suggestion: 'aide virement',
    name: 'Virement',
    what: 'Vire de l’argent entre vos propres comptes : montant, de, vers.',
    help: [
      '#virement 50 7 0 vire 50,00 du compte 7 au compte 0 ; "virer 50 de 7 vers 0" aussi. Si nous demandons : OK et notre numéro, ou NON.',
    ],
  },
  pay: {
    begins: 'payer',
    suggestion: 'aide payer',
    help: [
      "On ne peut pas payer quelqu'un d'autre par message. Entre vos comptes : #virement 50 7 0. Questions : {phone}.",
    ],
  },
  confirm: {
    begins: "d'accord daccord confirmer",
    suggestion: 'aide confirmer',
    name: 'Confirmer',
    what: 'Quand nous demandons d’abord : OK et les quatre chiffres que nous avons envoyés.',
    help: [
      "Si nous demandons d'abord, répondez OK et les quatre chiffres envoyés, ou NON pour annuler. OUI tout seul ne fait rien.",
    ],
  },
  decline: {
    begins: 'non annuler annule annulez',
    name: 'Refuser',
    what: 'Annule ce qui attend votre OK.',
  },
  affirm: {
    begins: 'oui',
  },
  limits: {
    begins: 'plafonds plafond',
    suggestion: 'plafonds',
    name: 'Plafonds',
    what: 'Combien vous pouvez virer d’ici, et combien il en reste aujourd’hui.',
    help: [
      "plafonds : ce que vous pouvez virer depuis {address} à la fois et par jour, et ce qu'il en reste aujourd'hui.",
    ],
  },
  afford: {
    begins: 'permettre',
    name: 'Puis-je me le permettre',
    what: 'Ce que vous pouvez dépenser, selon ce que nous savons de vos paiements et de votre paie.',
    help: [
      "#permettre 60 : reste-t-il 60 $ après les paiements connus ? Aussi : combien puis-je dépenser d'ici lundi.",
    ],
  },
  alert: {
    begins: 'alerte hebdo hebdomadaire',
    suggestion: 'aide alerte',
    name: 'Alerte',
    word: 'alerte',
    what: 'Vous écrit quand il se passe quelque chose : solde bas, dépôt, retrait, chèque, retenue, échéance.',
    help: [
      '#alerte bas 7 100, dep 7 500, retrait 7 200, paie, chèque 7, retenue, échéance 3 ; #hebdo ven. #alertes : les vôtres. #alerte off 2. #silence 21h 7h.',
    ],
  },
  alerts: {
    begins: 'alertes',
    suggestion: 'alertes',
    name: 'Alertes',
    what: 'Vos alertes, avec les numéros pour les retirer.',
  },
  quiet: {
    begins: 'silence',
    suggestion: 'aide alerte',
    name: 'Heures de silence',
    what: 'Les heures sans alerte.',
  },
  lock: {
    begins: 'bloquer verrouiller geler',
    suggestion: '#bloquer',
    name: 'Bloquer',
    what: 'Arrête aussitôt tout le service, sur tous les canaux.',
    help: [
      "BLOQUER : plus d'information par message ni de virement, même dans {portal}. Aucune session n'est fermée. Pour débloquer : {portal} ou {phone}.",
    ],
  },
  unlock: {
    begins: 'debloquer deverrouiller',
    suggestion: '#debloquer',
    name: 'Débloquer',
    what: 'Vous dit comment. Le déblocage se fait seulement en ligne.',
  },
  code: {
    suggestion: '#code',
    name: 'Code',
    what: 'Vous dit où changer votre code. Cela ne se fait pas par message.',
    help: [
      "Nos messages se terminent par votre code. Absent ou faux : pas nous. Juste : sans doute nous ; pour être sûr, voyez {portal}. Vous pouvez l'y changer.",
      "Nos messages se terminent par votre code. Absent ou faux : pas nous. Pour être sûr, voyez {portal}. Vous pouvez l'y changer.",
    ],
  },
  dispute: {
    begins: 'fraude',
    suggestion: '#fraude',
    name: 'Contester',
    what: 'Signale une opération qui n’est pas de vous. Nous demandons une fois, puis ouvrons un dossier.',
    help: [
      "#fraude signale ce qui n'est pas de vous. Nous demandons une fois, puis ouvrons un dossier avec référence et dates. Urgent ? {phone}.",
    ],
  },
  agent: {
    begins: 'conseiller conseillere',
    suggestion: '#conseiller',
    name: 'Une personne',
    what: 'Une personne vous répond.',
    help: [
      'CONSEILLER : une personne vous répond, et vous avez une référence. Heures : {hours}. Urgent ? Appelez le {phone}.',
      'CONSEILLER : une personne vous répond, et vous avez une référence. Urgent ? Appelez le {phone}.',
    ],
  },
  contact: {
    begins: 'horaires',
    suggestion: 'horaires',
    name: 'Contact',
    word: 'contact',
    what: 'Notre téléphone, nos heures et notre adresse.',
    help: [
      'contact : notre téléphone, nos horaires et notre adresse en ligne. CONSEILLER : une personne vous écrit.',
    ],
    answer: [
      "{institution} : {phone}, {hours}. {portal} : {site}. Pour parler à quelqu'un : CONSEILLER.",
      "{institution} : {phone}, {hours}. Pour parler à quelqu'un : CONSEILLER.",
      "Appelez le {phone}. Pour parler à quelqu'un : CONSEILLER.",
    ],
  },
  help: {
    begins: 'aide',
    suggestion: 'aide',
    name: 'Aide',
    what: 'Toutes les commandes en un message. Ajoutez le nom d’une commande pour en savoir plus.',
    all: [
      'Consulter : #solde 7, #historique 7, #depots, #retraits, #cheques, #cheque 1042, #retenues, suite, comptes, détails 7, plafonds. Virer : #virement 50 7 0, puis OK et le numéro, ou NON. Sécurité : BLOQUER, #fraude, code. Aide : CONSEILLER, contact, STOP, START. Plus : AIDE et la commande.',
    ],
  },
  stop: {
    begins: 'arret arretez arreter',
    name: 'Stop',
    word: 'stop',
    what: 'Plus aucun message de notre part.',
    help: [
      'STOP : plus aucun message de nous ici. START : les réactive. BLOQUER arrête le service partout.',
    ],
  },
  start: {
    name: 'Start',
    what: 'Réactive nos messages.',
  },
};
