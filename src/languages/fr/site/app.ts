import type { AppTexts } from '../../site-texts.ts';

/** L’application pour l’écran d’accueil, en français du Québec. */
export const app: AppTexts = {
  description: 'Vos comptes et vos messages avec nous.',
  loading: 'Chargement',
  no_script: 'L’application a besoin de JavaScript. Le site fonctionne sans lui :',
  offline: 'Aucune connexion',
  offline_text: 'Nous l’afficherons dès le retour de la connexion.',
  failed: 'Ça n’a pas fonctionné. Réessayez.',
  unreached: 'Aucune réponse n’est venue. Vérifiez votre connexion et réessayez.',
  unsure:
    'Aucune réponse n’est venue : nous ne savons pas si ça a fonctionné. Vérifiez votre connexion et réessayez.',
  try_again: 'Réessayer',
  close: 'Fermer',
  back: 'Retour',
  refreshed: 'À jour',
  update_ready: 'Une nouvelle version est prête.',
  update_now: 'Mettre à jour',

  sections: 'Sections de l’application',
  tab_messages: 'Messages',
  tab_accounts: 'Comptes',
  tab_move: 'Virer de l’argent',
  tab_move_short: 'Virer',
  tab_you: 'Vous',

  welcome: 'Heureux de vous voir',
  session_over: 'Nous avons fermé votre session pour protéger votre argent. Ouvrez-la de nouveau.',
  outbox_waits: 'À envoyer après l’ouverture de session : {count}',
  demo_verify: 'Continuer sans clé d’accès (démonstration)',

  conversation: 'Conversation avec {name}',
  conversation_empty: 'Demandez-nous ce que vous voulez',
  conversation_empty_text: 'Choisissez une suggestion, ou écrivez dans vos propres mots.',
  message: 'Message',
  send: 'Envoyer',
  suggestions: 'Suggestions',
  answers: 'Répondre',
  typing: '{name} répond',
  sending: 'Envoi…',
  delivered: 'Remis',
  waits: 'Attend la connexion',
  not_sent: 'Non envoyé',
  send_again: 'Renvoyer',
  discard: 'Supprimer',
  copy: 'Copier',
  copied: 'Copié',
  from_you: 'Vous, {time} :',
  from_us: '{name}, {time} :',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  newest: 'Aller au message le plus récent',
  message_long: 'Utilisez au plus {most} caractères.',
  open_title: 'Votre caisse par message, ici même',
  open_text:
    'Demandez un solde, virez de l’argent ou écrivez-nous. Chaque réponse finit par votre code : vous savez qu’elle vient de nous.',
  open_begin: 'Commencer',
  notify_title: 'Sachez quand nous répondons',
  notify_text:
    'Votre cellulaire vous annonce un nouveau message, sans montant, sans nom et sans code.',
  notify_yes: 'Activer les notifications',
  notify_later: 'Pas maintenant',
  notify_off: 'Les notifications sont désactivées. Permettez-les dans les réglages du cellulaire.',
  notify_on: 'Les notifications sont activées.',

  total: 'Total disponible',
  total_owed: 'Vous devez',
  recent: 'Opérations récentes',
  older: 'Voir les plus anciennes',
  hold_for: 'Retenu jusqu’au {day}',

  move_lead: 'Entre vos propres comptes. Vous vérifiez tout avant que l’argent bouge.',
  move_pick: 'Choisissez un compte',
  move_swap: 'Inverser les comptes',
  move_review: 'Vérifier',
  move_now: 'Maintenant',
  move_then: 'Ensuite',
  move_amount_first: 'Entrez un montant.',

  transfer_unsure_title: 'Nous ne le savons pas encore',
  transfer_unsure:
    'Aucune réponse n’est venue : {amount} de {from} à {to} a peut-être été viré, ou non. Renvoyez-le pour le savoir : l’argent n’est viré qu’une fois.',
  transfer_again: 'Le renvoyer',

  code_title: 'Votre code',
  code_text:
    'Chacun de nos messages finit par ce code. S’il manque ou s’il diffère, le message ne vient pas de nous.',
  code_show: 'Afficher mon code',
  code_hide: 'Masquer',
  code_spelled: 'Votre code : {code}',
  code_new: 'Obtenir un autre code',
  code_new_text: 'Le code actuel cessera de fonctionner.',
  code_changed: 'Voici votre nouveau code.',
  code_none: 'Vous recevrez un code quand vous commencerez à nous écrire ici.',

  rights_title: 'Argent par message',
  rights_text:
    'Les messages dans l’application peuvent virer de l’argent entre vos propres comptes, jusqu’à vos limites.',
  rights_switch: 'Virer de l’argent par message',

  saved: 'Enregistré.',
  alert_removed: 'Retirée.',
  quiet_off: 'Retirer les heures de silence',

  device_push: 'Notifications activées',
  device_no_push: 'Notifications désactivées',
  device_seen: 'Vu la dernière fois : {when}',

  approval_unsure:
    'Aucune réponse n’est venue : nous ne savons pas encore si l’argent a été viré. Cette liste le montrera au retour de la connexion.',
  approvals_waiting: 'Virements qui vous attendent : {count}',

  install_title: 'Mettez l’application sur votre écran d’accueil',
  install_text: 'Elle s’ouvre en plein écran et peut vous annoncer les messages.',
  install_now: 'Installer',
  install_iphone: 'iPhone et iPad',
  install_iphone_1: 'Ouvrez cette page dans Safari.',
  install_iphone_2: 'Touchez Partager, puis Sur l’écran d’accueil.',
  install_iphone_3: 'Touchez Ajouter. Ouvrez l’application et votre session une fois de plus.',
  install_android: 'Android',
  install_android_1: 'Ouvrez cette page dans Chrome.',
  install_android_2: 'Touchez le menu ⋮, puis Ajouter à l’écran d’accueil.',
  install_android_3: 'Touchez Installer. Ouvrez ensuite l’application.',
  install_done: 'L’application est sur votre écran d’accueil.',

  sign_out_drops:
    'Non envoyé ou sans réponse : {count}. Fermer la session l’efface de cet appareil. Regardez vos comptes avant de le renvoyer.',
  you_title: 'Vous',
  passkey_add: 'Ouvrez votre session par le visage ou le doigt',
  passkey_add_text: 'Créez une clé d’accès sur cet appareil.',
  passkey_name: 'Application sur cet appareil',
  passkey_added: 'La prochaine fois, servez-vous de votre clé d’accès.',
};
