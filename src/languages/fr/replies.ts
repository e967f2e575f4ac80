import { posted } from './posted.ts';
import { textsOfCommands } from '../../wording/command-texts.ts';
import { affordTexts } from './afford.ts';
import { approvalTexts } from './approvals.ts';
import { alertSayings, alertTexts } from './alerts.ts';
import { frAnswers } from './answers.ts';
import { channels } from './channels.ts';
import { frGuessed } from './guessed.ts';
import { frCommands } from './commands.ts';
import { found, foundTexts } from './found.ts';
import { frHelp } from './help.ts';
import { loanTexts, loanWords } from './loans.ts';
import { frNotices } from './notices.ts';
import { frRefusals } from './refusals.ts';
import type { PlainTexts, Locale } from '../../wording/locale.ts';

const plain: PlainTexts = {
  balance: [
    '{share}, disponible : {available} {when}.',
    '{suffix}, disponible : {available} {when}.',
  ],
  'balance.holds': [
    '{share}, disponible : {available} {when}. Solde {ledger}, moins {holds}.',
    '{suffix}, disponible : {available} {when}. Solde {ledger}, moins {holds}.',
  ],
  'balance.differs': [
    '{share}, disponible : {available} {when}. Solde {ledger}.',
    '{suffix}, disponible : {available} {when}. Solde {ledger}.',
  ],
  'balance.overdrawn': [
    '{share} : découvert de {short} {when}. Rien de disponible.',
    '{suffix} : découvert de {short} {when}.',
  ],
  'balance.loan': [
    '{share} : {owed} à rembourser, {when}.',
    '{suffix} : {owed} à rembourser, {when}.',
  ],
  balances: ['Disponible : {shares}, {when}.'],
  history: [
    '{share}, {latest} : {rows}.',
    '{share} : {rows}.',
    '{share} : {rows_short}.',
    '{suffix} : {rows_short}.',
    '{suffix} : {rows_bare}.',
  ],
  'history.more': [
    '{share}, {latest} : {rows}. Plus ancien : SUITE.',
    '{share} : {rows}. Plus ancien : SUITE.',
    '{share} : {rows_short}. Plus ancien : SUITE.',
    '{suffix} : {rows_short}. Plus ancien : SUITE.',
    '{suffix} : {rows_bare}. Plus ancien : SUITE.',
  ],
  'history.none': ['{share} : {none} à ce jour.'],
  check: ['Le chèque {number} de {amount} a été payé le {day}, {share}.'],
  'check.others': [
    'Le chèque {number} de {amount} a été payé le {day}, {share}. Autres de ce numéro : {others}. Voir #cheques {suffix}.',
    'Chèque {number} de {amount} payé le {day}, compte {suffix}. Autres de ce numéro : {others}.',
  ],
  'check.none': [
    "Le chèque {number} n'a été payé sur aucun de vos comptes. #cheques liste ceux qui l'ont été.",
  ],
  holds: [
    '{share} : {total} : {list}, {when}.',
    '{suffix} : {total} : {list}, {when}.',
    '{suffix} : {total} {when}.',
  ],
  'holds.all': ['{total} : {list}, {when}.', '{total} {when}. Un seul compte : #retenues 7.'],
  'holds.none': [
    '{share} : aucune retenue {when}. Tout le solde est disponible.',
    '{suffix} : aucune retenue {when}.',
  ],
  'holds.none_all': ['Aucune retenue sur vos comptes {when}.'],
  accounts: [
    'Vos comptes : {shares}. Écrivez le numéro, comme dans #solde {example} ; tous à la fois : #solde.',
    'Vos comptes : {shares}. Pour un seul : #solde {example}.',
    '{shares}.',
  ],
  details: [
    '{share}, disponible : {available} {when}. Solde {ledger}, retenues {held}, {overdraft}. Ouvert le {opened}, {activity}.',
    '{share}, disponible : {available} {when}. Solde {ledger}, retenues {held}, {overdraft}. Ouvert le {opened}.',
    '{suffix}, disponible : {available} {when}. Solde {ledger}, retenues {held}, {overdraft}.',
  ],
  'details.loan': [
    '{share} : {owed} à rembourser, {when}. Ouvert le {opened}, {activity}.',
    '{suffix} : {owed} à rembourser, {when}.',
  ],
  limits: [
    "Depuis {address} vous pouvez virer jusqu'à {per_transfer} à la fois et {per_day} par jour. Reste aujourd'hui : {left}.",
    "Jusqu'à {per_transfer} à la fois, {per_day} par jour. Reste aujourd'hui : {left}.",
  ],
  'limits.confirm': [
    "Depuis {address} vous pouvez virer jusqu'à {per_transfer} à la fois et {per_day} par jour. Reste aujourd'hui : {left}. Au-dessus de {confirm_above}, nous demandons confirmation.",
    "Jusqu'à {per_transfer} à la fois, {per_day} par jour. Reste aujourd'hui : {left}. Au-dessus de {confirm_above}, nous demandons confirmation.",
    "{per_transfer} à la fois, {per_day} par jour au plus. Reste aujourd'hui : {left}. Confirmation dès {confirm_above}.",
  ],
  'limits.always': [
    "Depuis {address} vous pouvez virer jusqu'à {per_transfer} à la fois et {per_day} par jour. Reste aujourd'hui : {left}. Chaque virement est à confirmer.",
    "Jusqu'à {per_transfer} à la fois, {per_day} par jour. Reste aujourd'hui : {left}. Chaque virement est à confirmer.",
  ],
  'limits.read_only': [
    'Depuis {address} vous pouvez consulter, pas virer. Pour permettre les virements, ouvrez Messages dans {portal}, en ligne.',
    'Depuis {address} vous pouvez consulter, pas virer. Pour le permettre, voyez {portal} en ligne.',
  ],
  'limits.locked': [
    'Les virements depuis {address} sont bloqués. Pour les débloquer, ouvrez Messages dans {portal}, en ligne.',
    'Les virements sont bloqués ici. Pour les débloquer, voyez {portal} en ligne.',
  ],
  confirm_transfer: [
    "Rien n'a encore été viré. Virer {amount} de {from} vers {to} ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Rien n'a encore été viré. Virer {amount} de {from_suffix} vers {to_suffix} ? Répondez OK {confirmation} avant {until}, ou NON.",
  ],
  'confirm_transfer.repeat': [
    "Vous venez de faire ce virement. Rien de plus n'a été viré. Virer encore {amount} de {from} vers {to} ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Virement déjà fait à l'instant. Rien de plus n'a été viré. Encore {amount} de {from} vers {to} ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Virement déjà fait à l'instant. Rien de plus n'a été viré. Encore {amount}, {from_suffix} vers {to_suffix} ? Répondez OK {confirmation} avant {until}, ou NON.",
  ],
  'confirm_transfer.unclear': [
    "Rien n'a encore été viré. Vouliez-vous virer {amount} de {from} vers {to} ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Rien n'a encore été viré. Virer {amount} de {from} vers {to} ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Rien n'a encore été viré. Virer {amount} de {from_suffix} vers {to_suffix} ? Répondez OK {confirmation} avant {until}, ou NON.",
  ],
  'confirm_transfer.overdraft': [
    "Rien n'a encore été viré. {amount} de {from} vers {to} utiliserait votre découvert. Continuer ? Répondez OK {confirmation} avant {until}, ou NON.",
    "Rien n'a encore été viré. {amount}, {from_suffix} vers {to_suffix}, mettrait {from_suffix} à découvert. Répondez OK {confirmation} avant {until}, ou NON.",
  ],
  transferred: [
    'Virement fait : {amount} de {from} vers {to}. Disponible : {from_suffix} : {from_available} ; {to_suffix} : {to_available}. Reçu {receipt}, {time}.',
    'Virement fait : {amount}, {from_suffix} vers {to_suffix}. Disponible : {from_suffix} : {from_available} ; {to_suffix} : {to_available}. Reçu {receipt}, {time}.',
  ],
  'transferred.found': [
    'Confirmé : {amount} viré de {from} vers {to}. Reçu {receipt}, {time}.',
    'Confirmé : {amount} viré, {from_suffix} vers {to_suffix}. Reçu {receipt}, {time}.',
  ],
  transfer_pending: [
    'Votre virement de {amount}, {from} vers {to}, est en cours. Nous vous écrirons quand ce sera fait. Ne le renvoyez pas.',
    'Votre virement de {amount}, {from_suffix} vers {to_suffix}, est en cours. Nous vous écrirons quand ce sera fait. Ne le renvoyez pas.',
  ],
  transfer_unconfirmed: [
    "Votre virement de {amount}, {from} vers {to}, n'est pas encore confirmé. Ne le renvoyez pas. Référence {reference} : nous vérifions.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, n'est pas encore confirmé. Ne le renvoyez pas. Référence {reference} : nous vérifions.",
  ],
  transfer_not_made: [
    "Votre virement de {amount}, {from} vers {to}, a été refusé : rien n'a été viré. Des questions ? Appelez le {phone}.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, a été refusé : rien n'a été viré. Des questions ? Appelez le {phone}.",
  ],
  'transfer_not_made.funds': [
    "Votre virement de {amount}, {from} vers {to}, a été refusé faute de fonds : rien n'a été viré. #solde montre le disponible.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, a été refusé faute de fonds : rien n'a été viré. #solde montre le disponible.",
  ],
  'transfer_not_made.away': [
    "Votre virement de {amount}, {from} vers {to}, n'a pas pu se faire : rien n'a été viré. Si vous le voulez toujours, renvoyez-le.",
    "Votre virement de {amount}, {from_suffix} vers {to_suffix}, n'a pas pu se faire : rien n'a été viré. Si vous le voulez toujours, renvoyez-le.",
  ],
  affirm_hint: [
    "Rien n'est encore fait : OUI ne suffit pas. Pour continuer, répondez OK {confirmation} avant {until} ; sinon, répondez NON.",
  ],
  'affirm_hint.ok': [
    "Presque : répondez OK et les quatre chiffres, OK {confirmation}, avant {until} ; sinon, NON. Rien n'est encore fait.",
  ],
  language_changed: [
    'À partir de maintenant, nous vous écrirons en français. Pour changer, envoyez ENGLISH ou ESPAÑOL, tout simplement.',
  ],
  declined: ["C'est annulé : rien n'a été fait."],
  'declined.still': [
    "C'est entendu : cette demande est annulée, rien n'a été fait. La précédente attend toujours : répondez OK {confirmation} avant {until}, ou NON.",
  ],
  nothing_pending: [
    "Rien n'attend votre OK ou NON : rien n'a été fait. #solde donne vos soldes, AIDE la liste des commandes.",
  ],
  confirmation_wrong: [
    "Ce n'est pas le numéro envoyé : rien n'a été fait. Vérifiez et répondez OK avec le bon. Il reste {tries} avant blocage des virements ici.",
    "Ce n'est pas le bon numéro : rien n'a été fait. Il reste {tries} avant blocage des virements ici.",
  ],
  confirmation_replaced: [
    "Ce numéro est celui d'une demande remplacée : rien n'a été fait. Pour celle qui attend, répondez OK {confirmation} avant {until}, ou NON.",
  ],
  confirmation_expired: [
    "Trop tard : la demande avait expiré et rien n'a été fait. Si vous le voulez toujours, renvoyez la commande.",
  ],
  money_locked_now: [
    "Cinq mauvais numéros : les virements depuis {address} sont bloqués, rien n'a été viré. Pour débloquer : {portal}, ou appelez le {phone}.",
    "Cinq mauvais numéros : virements bloqués ici, rien n'a été viré. Pour débloquer : {portal}, ou appelez le {phone}.",
  ],
  choose: ['Quel compte ? {options}. Répondez {one_of}.'],
  'choose.transfer_from': [
    "Rien n'a encore été viré. De quel compte ? {options}. Répondez {one_of}.",
  ],
  'choose.transfer_to': [
    "Rien n'a encore été viré. Vers quel compte ? {options}. Répondez {one_of}.",
  ],
  'choose.which_transfer': [
    "Rien n'a encore été viré. Lequel ? {options}. Répondez {one_of}, ou NON.",
  ],
  ...frGuessed.texts,
  choice_range: [
    "La liste va de 1 à {count}. Répondez par un de ces numéros, ou NON. Rien n'a encore été fait.",
  ],
  edit_ignored: ["Un message modifié n'est pas pris en compte. Envoyez-le comme nouveau message."],
  group_ignored: [
    "Nous ne lisons pas les clavardages de groupe : d'autres verraient vos comptes. Écrivez-nous ici, en privé.",
  ],
  choice_gone: [
    "Cette liste n'est plus active : rien n'a été fait. Reposez la question, s'il vous plaît.",
  ],
  no_more: [
    "C'est toute la liste. Pour recommencer : #historique 7, #depots 7, #retraits 7 ou #cheques 7.",
  ],
  confirm_lock: [
    'Pas encore bloqué. Arrêter les messages et tous les virements, même dans {portal} ? Répondez OK {confirmation} avant {until}, ou NON.',
  ],
  locked: [
    "Bloqué à {time} : plus d'information par message ni de virement, même dans {portal}, où vous pouvez débloquer le service. Aucune session n'est fermée. Urgent ? {phone}.",
    "Bloqué à {time} : plus aucun virement, même dans {portal}, où vous pouvez débloquer le service. Aucune session n'est fermée. Urgent ? {phone}.",
  ],
  already_locked: [
    'Le service est déjà bloqué, sans virement possible, même dans {portal}. Débloquez-le là-bas. Urgent ? Appelez le {phone}.',
  ],
  unlock_where: [
    'Par sécurité, rien ne se débloque par message. Ouvrez {portal} ({site}) et débloquez le service, ou appelez le {phone}.',
    'Par sécurité, rien ne se débloque par message. Ouvrez {portal}, ou appelez le {phone}.',
  ],
  code_where: [
    'Par sécurité, votre code ne se change que dans {portal}, jamais par message. Ouvrez Messages sur {site}. Nous ne vous le demanderons pas.',
    'Votre code ne se change que dans {portal}, jamais par message. Nous ne vous le demanderons pas.',
  ],
  confirm_dispute: [
    "Une erreur, ou ce n'est pas vous ? Pour ouvrir un dossier, répondez OK {confirmation} avant {until}, ou NON. Ou appelez le {phone}.",
    'Une erreur ? Pour ouvrir un dossier, répondez OK {confirmation} avant {until}, ou NON. Ou appelez le {phone}.',
  ],
  'confirm_dispute.loss': [
    "Perte ou vol : appelez le {call} tout de suite. Pour ouvrir aussi un dossier pour l'erreur, répondez OK {confirmation} avant {until}, ou NON. BLOQUER arrête le service.",
    "Perte ou vol : appelez vite le {call}. Pour ouvrir un dossier pour l'erreur, répondez OK {confirmation} avant {until}, ou NON.",
  ],
  dispute_opened: [
    'Dossier {reference} ouvert, reçu le {day}, {time}. Réponse au plus tard le {due}. Pour arrêter le service : BLOQUER. Questions : {phone}.',
    'Dossier {reference} ouvert, reçu le {day}, {time}. Réponse au plus tard le {due}. Pour tout arrêter : BLOQUER.',
  ],
  agent: [
    'Une personne vous répondra. Votre référence : {reference}. Heures : {hours}. Urgent ? Appelez le {phone}.',
    'Une personne vous répondra. Votre référence : {reference}. Urgent ? Appelez le {phone}.',
  ],
  not_stopped: [
    "Rien n'est encore arrêté. Appelez le {call} maintenant. Votre référence est {reference} : une personne lira aussi votre message, mais n'attendez pas.",
    "Rien n'est encore arrêté. Appelez le {call} maintenant. Référence {reference} : une personne le lira aussi.",
  ],
  'not_stopped.closed': [
    "Rien n'est encore arrêté. Appelez le {phone} dès l'ouverture : {hours}. Votre référence est {reference} : une personne lira aussi votre message.",
    "Rien n'est encore arrêté. Appelez le {phone} dès l'ouverture. Référence {reference} : une personne le lira aussi.",
  ],
  'not_stopped.card': [
    'Votre carte ne peut pas encore être bloquée ici. Pour la bloquer, appelez le {call} maintenant. Votre référence est {reference} : une personne lira aussi votre message.',
    'Votre carte ne peut pas encore être bloquée ici. Appelez le {call} maintenant. Référence {reference} : une personne le lira aussi.',
  ],
  'not_stopped.card.closed': [
    "Votre carte ne peut pas encore être bloquée ici. Appelez le {phone} dès l'ouverture : {hours}. Référence {reference} : une personne le lira aussi.",
    "Votre carte ne peut pas encore être bloquée ici. Appelez le {phone} dès l'ouverture. Référence {reference} : une personne le lira aussi.",
  ],
  stopped: [
    "Vous ne recevrez plus de messages de {service} ici, et rien ne peut être viré d'ici. Pour revenir : START. Aide : {phone}.",
    'Vous ne recevrez plus de messages de {service} ici. Pour revenir : START. Aide : {phone}.',
  ],
  started: [
    'Les messages de {service} sont activés. Envoyez AIDE pour la liste des commandes, STOP pour arrêter.',
    'Les messages sont activés. Envoyez AIDE pour la liste des commandes, STOP pour arrêter.',
  ],
  'started.sms': [
    "Les messages de {service} sont activés. Fréquence variable. Des frais de messages et données peuvent s'appliquer. Envoyez AIDE ou STOP.",
    "Les messages sont activés. Des frais de messages et données peuvent s'appliquer. Envoyez AIDE ou STOP.",
  ],
  'started.locked': [
    "Bon retour chez {service}. Pour virer de nouveau d'ici, passez d'abord par {portal}. Envoyez AIDE pour la liste des commandes, STOP pour arrêter.",
    "Bon retour. Pour virer de nouveau d'ici, passez d'abord par {portal}. Envoyez AIDE pour la liste des commandes, STOP pour arrêter.",
  ],
  'started.sms.locked': [
    "Bon retour. Pour virer d'ici, passez d'abord par {portal}. Des frais de messages et données peuvent s'appliquer. Envoyez AIDE ou STOP.",
    "Bon retour. Virements : {portal} d'abord. Des frais de messages et données peuvent s'appliquer. Envoyez AIDE ou STOP.",
  ],
  unknown: [
    "Nous n'avons pas compris : rien n'a été fait. Essayez #solde ou #historique 7 ; AIDE montre toutes les commandes. CONSEILLER : parler à quelqu'un.",
  ],
  'unknown.suggestion': [
    'Nous n\'avons pas compris : rien n\'a été fait. Vouliez-vous dire "{suggestion}" ? Si oui, envoyez-le. AIDE liste tout le reste.',
    'Rien n\'a été fait. Vouliez-vous dire "{suggestion}" ? Si oui, envoyez-le. AIDE liste tout le reste.',
  ],
  amount_missing: [
    "Rien n'a été viré : dites combien, en chiffres, comme #virement 50 7 0. #solde donne le disponible de tous vos comptes.",
  ],
  stranger: [
    "Ici {service}, de {institution}. Pour l'utiliser, ajoutez {address} dans {portal}, {site}. N'envoyez jamais de NIP ni de numéro de compte. {phone}.",
    "Ici {service}. Pour l'utiliser, ajoutez {address} dans {portal}, {site}. Questions : {phone}.",
    'Pour utiliser {service}, ajoutez {address} dans {portal}. Questions : {phone}.',
  ],
  public_warning: [
    "Vous avez publié une commande que tous peuvent lire. Nous n'en avons rien fait. Supprimez la publication et écrivez-nous ici, en message privé.",
  ],
  'public_warning.notice': [
    "Vous avez signalé une erreur en public. Notre personnel l'a reçue. Supprimez la publication et écrivez-nous ici, en privé, ou appelez le {phone}.",
  ],
  welcome: [
    "Bienvenue à {service}. Essayez #solde {example}, #historique {example} ou #retenues {example} ; AIDE : le reste. Sans votre code à la fin, un message n'est pas de nous.",
    "Bienvenue. Essayez #solde {example}, #historique {example}, #retenues {example} ou AIDE. Sans votre code à la fin, un message n'est pas de nous.",
  ],
  'welcome.sms': [
    '{service} : #solde {example}, #historique {example}, #retenues {example}. Sans code à la fin : pas de nous. Fréquence variable ; frais possibles. AIDE ; STOP pour arrêter.',
    '{service} : #solde {example}, #historique {example}, #retenues {example}. Sans code à la fin : pas de nous. Fréquence variable, frais possibles. AIDE. STOP : fin.',
    'Essayez #solde {example}, #historique {example}, #retenues {example}. Sans code à la fin : pas de nous. Fréquence variable, frais possibles. AIDE. STOP : fin.',
  ],
  failed: [
    "Une erreur s'est produite chez nous et rien n'a été fait. Réessayez dans quelques minutes. Si cela se répète, donnez la référence {reference} au {phone}.",
    "Erreur de notre côté : rien n'a été fait. Réessayez bientôt. Si cela se répète, référence {reference}, {phone}.",
  ],
};

/** French, as written in Canada and in France. */
export const fr: Locale = {
  language: 'fr',
  commands: frCommands,
  texts: {
    ...plain,
    ...approvalTexts,
    ...affordTexts,
    ...alertTexts,
    ...foundTexts,
    ...loanTexts,
    ...textsOfCommands(frCommands),
    ...frRefusals,
    ...frAnswers,
    ...frHelp,
    ...frNotices,
  },
  amounts: () => ({ group: ' ', point: ',', isSignFirst: false }),
  clock: ({ hour, minute }) => `${hour} h ${String(minute).padStart(2, '0')}`,
  isMonthFirst: false,
  // `Par ici` does not mean a channel.
  here: { word: 'ici', notAfter: 'par ' },
  kinds: { checking: 'courant', savings: 'épargne', certificate: 'certificat', loan: 'prêt' },
  channels,
  elide: (text) => text.replace(/\b([dD])e (?=épargne )/gu, "$1'"),
  dropped: 'Virement en attente annulé.',
  readAs: frGuessed.readAs,
  notMeant: frGuessed.notMeant,
  separator: ' ; ',
  colon: ' : ',
  latest: {
    history: (count) => (count === 1 ? 'la dernière' : `les ${count} dernières`),
    deposits: (count) => (count === 1 ? 'dernier dépôt' : `${count} derniers dépôts`),
    withdrawals: (count) => (count === 1 ? 'dernier retrait' : `${count} derniers retraits`),
    checks: (count) => (count === 1 ? 'dernier chèque' : `${count} derniers chèques`),
  },
  older: 'plus ancien',
  atMost: (count) => `${count} au plus`,
  none: {
    history: 'aucune opération',
    deposits: 'aucun dépôt',
    withdrawals: 'aucun retrait',
    checks: 'aucun chèque payé',
  },
  found,
  check: (number) => `chèque ${number}`,
  checkShort: (number) => `no ${number}`,
  posted,
  toShare: (share) => `Vers ${share}`,
  fromShare: (share) => `De ${share}`,
  holdWord: (count) => (count === 1 ? 'retenue' : 'retenues'),
  holdsTotal: (count, amount) => `${count} ${count === 1 ? 'retenue' : 'retenues'}, ${amount}`,
  knownPayments: (count, amount) =>
    `${count} ${count === 1 ? 'paiement connu' : 'paiements connus'}, ${amount}`,
  aCheck: 'un chèque',
  comingIn: (amount) => `, moins ${amount} à recevoir`,
  payday: (day) => `${day}, jour de paie`,
  till: (day) => `jusqu'au ${day}`,
  andMore: (count) => (count === 1 ? 'et 1 de plus' : `et ${count} de plus`),
  owed: (amount) => `${amount} à rembourser`,
  loan: loanWords,
  alerts: alertSayings,
  defaultWord: 'par défaut',
  move: (amount, from, to) => `${amount} de ${from} vers ${to}`,
  oneOf: (count) => (count < 3 ? (count < 2 ? '1' : '1 ou 2') : `un chiffre de 1 à ${count}`),
  tries: (count) => (count === 1 ? '1 essai' : `${count} essais`),
  activity: (day) =>
    day === undefined ? 'aucune opération encore' : `dernière opération le ${day}`,
  overdraft: (amount) => (amount === undefined ? 'sans découvert' : `découvert permis ${amount}`),
  when: (time, { day, isAsOf }) => {
    const moment = day === undefined ? time : `${time} le ${day}`;
    return `${isAsOf ? 'selon les données de' : 'à'} ${moment}`;
  },
  until: (time, { day }) => (day === undefined ? time : `${time} le ${day}`),
};
