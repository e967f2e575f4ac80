import type { MessagesTexts } from '../../site-texts.ts';

/** En français, comme on l'écrit au Canada et en France. */
export const messages: MessagesTexts = {
  section: 'Pages de {service}',
  group_safety: 'Sécurité',
  group_channels: 'Canaux',
  group_conversation: 'Conversation',
  nav_home: 'Vos canaux',
  nav_check: 'Vérifier un message',
  nav_try: 'Essayer un texte',
  nav_commands: 'Commandes',
  nav_log: 'Votre conversation',
  nav_alerts: 'Alertes',
  nav_limits: 'Plafonds',
  nav_time_zone: 'Fuseau horaire',
  nav_approvals: 'Approbations',
  nav_devices: 'Appareils',
  nav_lock: 'Bloquer le service',
  nav_letters: 'Lettres',
  nav_disputes: 'Contestations',
  back_home: 'Retour à vos canaux',

  home_title: '{service}',
  home_lead:
    'Vos comptes par message : consultez vos soldes et votre historique, et virez de l’argent entre vos propres comptes. Choisissez ici quels téléphones et comptes X peuvent le faire, et ce que chacun peut faire.',
  home_channels: 'Vos téléphones et comptes X',
  home_empty: 'Rien n’est encore configuré',
  home_empty_text:
    'Ajoutez votre compte X ou votre téléphone. Cela prend deux minutes, et vous pouvez le retirer à tout moment.',
  home_locked:
    'Vous avez bloqué le service. Tant que vous ne l’aurez pas débloqué, nous n’affichons rien par message et aucun argent ne bouge, ni ici ni ailleurs.',
  home_unlock: 'Débloquer le service',
  home_add: 'Ajouter un canal',
  home_second:
    'Configurez deux canaux : vous pourrez nous joindre même si l’un tombe en panne, et chacun vous avertit de ce qui change sur l’autre.',
  column_channel: 'Canal',
  column_state: 'État',
  column_rights: 'Permet',
  column_used: 'Dernière utilisation',
  column_actions: 'Actions',
  state_proven: 'Actif',
  state_stopped: 'Arrêté : envoyez START à partir de ce canal pour le réactiver',
  state_paused: 'En pause',
  state_suspended: 'Suspendu : à vérifier de nouveau',
  state_unproven: 'Non vérifié',
  rights_none: 'Soldes et historique seulement',
  rights_money: 'Soldes, historique et virements',
  rights_locked: 'Soldes et historique ; virements bloqués',
  used_never: 'Jamais',
  manage: 'Gérer',
  manage_what: 'Gérer {name}',
  pause: 'Mettre en pause',
  pause_what: 'Mettre en pause {name}',
  resume: 'Reprendre',
  resume_what: 'Reprendre {name}',
  remove: 'Retirer',
  done_paused:
    'En pause. D’ici la reprise, toute personne qui écrit de là saura seulement que le canal est en pause.',
  done_resumed: 'C’est reparti : le canal fonctionne de nouveau.',
  done_removed: 'Retiré. Nous ne reconnaissons plus les messages qui viennent de là.',
  done_rights: 'Enregistré. Vos canaux ont été avertis.',
  done_unlocked: 'Vous pouvez de nouveau faire des virements à partir de ce canal.',
  done_locked: 'Le service est bloqué. Aucun argent ne bouge, ni ici ni ailleurs.',
  done_service_unlocked: 'Le service est débloqué.',
  done_enrolled: 'C’est fait ! Nous vous envoyons un message de bienvenue avec votre code.',
  done_verified_again:
    'Le canal est de nouveau vérifié et fonctionne comme avant. Nous y envoyons un message de confirmation, avec votre code.',
  done_time_zone: 'C’est enregistré. Les réponses utilisent maintenant ce fuseau horaire.',
  done_alert: 'Enregistré. Nous vous écrirons quand cela arrivera.',
  done_alert_removed: 'Retirée.',
  done_code: 'Votre code a changé. Vous le verrez dans notre prochain message.',
  done_cancelled: 'Annulé. Rien n’a été configuré.',
  done_read_only:
    'La carte SIM de ce numéro a changé récemment. Pour l’instant, il peut consulter les soldes et l’historique, mais pas faire de virement. Vous pourrez l’autoriser plus tard.',

  rights_title: 'Ce que ce canal peut faire',
  rights_tick: 'Il peut virer de l’argent entre mes propres comptes',
  rights_hint:
    'Désactivé : soldes et historique seulement. Vous pouvez changer cela à tout moment.',
  rights_per_transfer: 'Maximum par virement',
  rights_per_day: 'Maximum par jour',
  rights_limit_hint: 'Laissez vide pour utiliser notre plafond de {limit}.',
  rights_save: 'Enregistrer',
  rights_verify: 'Pour changer cela, confirmez que c’est bien vous.',
  rights_verify_button: 'Confirmer et modifier',

  x_title: 'Ajouter votre compte {channel}',
  x_lead:
    'Entrez votre nom d’utilisateur X et nous vous donnons un code à usage unique. Envoyez-le-nous de ce compte : nous saurons qu’il est à vous.',
  x_handle: 'Votre nom d’utilisateur {channel}',
  x_handle_hint: 'Le nom après le @. Pour vérifier un compte de nouveau, entrez-le ici aussi.',
  x_begin: 'Continuer',
  x_word_title: 'Envoyez-nous ce code',
  x_word_lead:
    'Envoyez-le en message privé de @{name} à @{to} avant {until}. Les majuscules et les espaces n’ont pas d’importance.',
  x_word_lead_chat:
    'Envoyez-le dans X Chat ou en message privé de @{name} à @{to} avant {until}. Les majuscules et les espaces n’ont pas d’importance.',
  x_word_lead_bot:
    'Envoyez-le dans X Chat de @{name} à @{to}, ou en message privé à @{own}, avant {until}. Les majuscules et les espaces n’ont pas d’importance.',
  x_word_label: 'Votre code à usage unique',
  x_open: 'Ouvrir le message dans {channel}',
  x_qr: 'Code QR qui ouvre le message dans {channel} sur votre téléphone',
  x_qr_hint: 'Ou balayez ce code avec le téléphone où vous utilisez {channel}.',
  x_encrypted:
    'Les messages de X Chat circulent chiffrés entre votre téléphone et nous. Nous les lisons et les conservons, comme une banque doit le faire.',
  x_kinds:
    'Nous répondons là où vous avez écrit. Les messages de X Chat circulent chiffrés entre votre téléphone et nous. Nous les lisons et les conservons, comme une banque doit le faire.',
  kinds_one: 'messages privés',
  kinds_both: 'messages privés et X Chat',
  kinds_bot: 'messages privés à @{own} et X Chat avec @{chat}',
  x_start_hint:
    'Si vous nous avez déjà envoyé STOP de ce compte, envoyez d’abord START pour que nous puissions répondre.',
  x_wait: 'Nous attendons votre message. Cette page se met à jour toute seule.',
  x_check_now: 'Vérifier maintenant',
  x_follow_hint:
    'Abonnez-vous aussi à @{to}, pour que nos messages ne se retrouvent jamais dans vos demandes.',
  x_follows: 'Vous nous suivez. Merci !',
  x_tries: 'Essais restants : {tries}',
  x_forbidden:
    '{channel} ne nous permet pas de vous suivre automatiquement ; notre équipe s’en chargera.',
  x_cancel: 'Annuler',

  phone_title: 'Ajouter votre téléphone',
  phone_lead:
    'Entrez votre numéro, nous vous envoyons un code à usage unique par texto, et vous entrez ce code ici.',
  phone_number: 'Votre numéro de cellulaire',
  phone_number_hint:
    'Écrivez-le comme d’habitude. À l’étranger, commencez par + et l’indicatif du pays.',
  phone_begin: 'M’envoyer le code',
  phone_which_title: 'Quelle adhésion ?',
  phone_which_text:
    'Si vous choisissez celle-ci ({number}), les textos de ce téléphone recevront désormais des réponses pour elle, avec un nouveau code. L’autre adhésion perd le numéro et en est avertie sur ses autres canaux.',
  phone_which_here: 'L’utiliser pour cette adhésion, {number}',
  phone_which_there: 'Le laisser à l’autre adhésion',
  phone_word_title: 'Entrez le code que nous vous avons envoyé',
  phone_word_lead:
    'Nous l’envoyons au {name} ; il est valable jusqu’à {until}. Rien après une minute ou deux ? Quelqu’un a peut-être envoyé STOP de ce téléphone : envoyez START de celui-ci au {to}, puis revenez en arrière et recommencez.',
  phone_word: 'Code à usage unique',
  phone_word_hint: '8 chiffres',
  phone_finish: 'Terminer',

  end_completed: 'C’est fait',
  end_completed_text:
    'Vous pouvez maintenant utiliser le service avec {name}. Nous vous envoyons un message de bienvenue avec votre code.',
  end_verified_again: 'Vérifié de nouveau',
  end_verified_again_text:
    '{name} fonctionne comme avant. Nous y envoyons un message de confirmation, avec votre code.',
  end_verified_locked: 'Les virements restent bloqués',
  end_verified_locked_text:
    '{name} est vérifié, mais aucun virement n’est encore possible : ses clés X Chat ont changé. Recommencez, et envoyez le nouveau code dans X Chat.',
  end_completed_card:
    'Enregistrez notre numéro, pour que votre cellulaire ne mette pas nos textos en sourdine',
  end_completed_manage: 'Choisir ce qu’il peut faire',
  end_expired: 'Le temps est écoulé',
  end_expired_text: 'Nous n’avons pas reçu le code en dix minutes : rien n’a été configuré.',
  end_wrong_tries: 'Trop de codes erronés',
  end_wrong_tries_text: 'Nous avons reçu cinq codes erronés : rien n’a été configuré.',
  end_wrong_sender: 'Le code est venu d’un autre compte',
  end_wrong_sender_text:
    'Il n’est pas venu de {name} : il n’est plus valable et rien n’a été configuré. Envoyez-le du compte dont vous avez entré le nom. Si vous ne l’avez pas envoyé, quelqu’un d’autre l’a vu.',
  end_bound_elsewhere: 'Il sert déjà à une autre adhésion',
  end_bound_elsewhere_text:
    '{name} est déjà configuré pour une autre adhésion, et ne peut servir qu’à une seule. Retirez-le d’abord là-bas, ou appelez-nous au {phone}.',
  end_unfollowed: 'Le compte ne nous suit plus',
  end_unfollowed_text:
    '{name} a cessé de nous suivre avant l’arrivée du code : rien n’a été configuré.',
  end_cancelled: 'Annulé',
  end_cancelled_text: 'Vous avez annulé, et rien n’a été configuré.',
  begin_again: 'Recommencer',

  address_title: '{channel} : {name}',
  address_since: 'Ajouté le {when}.',
  address_money_locked: 'Vous ne pouvez pas faire de virement à partir d’ici pour l’instant',
  locked_confirmation_failures: 'Nous avons reçu cinq mauvaises confirmations de suite.',
  locked_stop: 'Quelqu’un a envoyé STOP à partir de là.',
  locked_unfollowed: 'Le compte a cessé de nous suivre.',
  locked_handle_changed: 'Le nom d’utilisateur du compte a changé.',
  locked_keys_changed:
    'Les clés de chiffrement du compte ont changé, par exemple avec un nouveau téléphone.',
  locked_inactivity: 'Nous n’avons rien reçu de là depuis très longtemps.',
  locked_other: 'Nous l’avons bloqué par précaution.',
  unlock_money: 'Autoriser de nouveau les virements',
  verify_again: 'Vérifier de nouveau',
  verify_again_text:
    'Vous pouvez encore consulter vos soldes. Pour virer de l’argent à partir de ce canal, vérifiez-le de nouveau, comme la première fois.',
  suspended_text:
    'Nous n’y envoyons ni soldes ni code tant que vous ne l’avez pas vérifié de nouveau, comme la première fois.',
  code_title: 'Son code de sécurité',
  code_lead: 'Six caractères à la fin de chaque message que nous y envoyons.',
  code_worth:
    'Si le code est absent ou erroné, le message n’est pas de nous. S’il est bon, il l’est probablement. Pour en être sûr, vérifiez le message ici.',
  code_show: 'Afficher le code',
  code_shown: 'Le code de {name}',
  code_change_title: 'Changer le code',
  code_chosen: 'Choisir le vôtre',
  code_chosen_hint: 'Six lettres ou chiffres. Laissez vide et nous en choisissons un au hasard.',
  code_change: 'Changer le code',
  remove_title: 'Retirer ce canal',
  remove_lead:
    'Nous l’oublions aussitôt. Pour l’utiliser de nouveau, ajoutez-le comme la première fois.',
  remove_confirm: 'Oui, le retirer',

  check_title: 'Vérifier un message',
  check_lead:
    'Collez un message que vous avez reçu et nous vous dirons s’il vient de nous. Nous ne regardons que ce que nous vous avons envoyé.',
  check_text: 'Le message complet',
  check_text_hint: 'Avec le code à la fin, et rien d’autre.',
  check_button: 'Vérifier',
  check_sent: 'Ce message vient de nous',
  check_sent_words: 'Ce sont nos mots, mais pas le code que nous avons envoyé',
  check_sent_text: 'Par {channel} à {name}, {when}.',
  check_not_sent: 'Ce message ne vient pas de nous',
  check_not_sent_text:
    'Nous ne vous avons jamais envoyé de message avec ces mots. Ne faites pas ce qu’il demande et n’ouvrez aucun de ses liens. Si c’est déjà fait, bloquez le service et appelez le {phone}.',
  check_code_right: 'Le code est bon.',
  check_code_right_alone:
    'Mais le code à la fin est le vôtre : quelqu’un le connaît. Changez-le maintenant.',
  check_code_old: 'C’est un code que vous aviez avant. Il n’est plus valable.',
  check_code_another_address: 'C’est le code d’un autre de vos canaux.',
  check_code_wrong: 'Le code est erroné.',
  check_code_missing: 'Il n’y a pas de code à la fin.',
  check_doubt:
    'Les mots sont de nous, mais la fin n’est pas celle que nous avons envoyée. Quelqu’un a pu les copier.',

  answer_fees: 'Frais',
  answer_rates: 'Taux',
  answer_loans: 'Demander un prêt',
  answer_card_replacement: 'Nouvelle carte',
  answer_card_declined: 'Carte refusée',
  answer_pin: 'NIP',
  answer_direct_deposit: 'Dépôt direct et numéro d’acheminement',
  answer_order_checks: 'Commander des chèques',
  answer_branches: 'Succursales et guichets',
  answer_app_trouble: 'Problèmes avec l’app',
  answer_is_it_you: 'Est-ce vraiment vous ?',
  answers_title: 'Questions fréquentes',
  answers_lead: 'Posez la question par message, dans vos mots. Voici les réponses.',
  commands_title: 'Ce que vous pouvez écrire',
  commands_lead:
    'Les majuscules, les accents et le # n’ont pas d’importance. Au lieu d’un numéro, vous pouvez écrire le nom du compte.',
  commands_column_name: 'Commande',
  commands_column_write: 'Par exemple',
  commands_column_also: 'Vous pouvez aussi écrire',
  commands_print: 'Imprimez cette page : elle tient sur une feuille.',
  commands_sign_in: 'Connectez-vous pour la voir avec vos propres comptes.',

  try_title: 'Essayer un texte',
  try_lead:
    'Voyez comment nous comprendrions un texte et ce que nous répondrions. Rien n’est exécuté.',
  try_text: 'Votre texte',
  try_from: 'Comme s’il venait de',
  try_button: 'Essayer',
  try_read: 'Nous comprenons :',
  try_asks: 'Nous vous demanderions d’abord de confirmer.',
  try_reply: 'Nous répondrions :',
  try_nothing: 'Rien n’a été fait.',
  try_code: 'CODE',
  intent_ambiguous: 'Une commande à deux sens possibles : nous vous demanderions lequel',
  intent_refused: 'Une commande que nous ne pouvons pas exécuter telle quelle',
  intent_unknown: 'Pas une commande que nous connaissons',
  intent_answer: 'Une question fréquente',
  intent_loan: 'Une question sur un prêt',
  intent_language: 'Le choix d’une langue',
  intent_alert_off: 'Désactiver une alerte',
  intent_choose: 'Un choix dans une liste',
  intent_affirm: 'Un simple oui',
  intent_pay: 'Un paiement à quelqu’un d’autre, que nous n’offrons pas',

  log_title: 'Votre conversation',
  log_lead:
    'Ce que vous avez écrit et ce que nous avons répondu, tel que nous le gardons : les NIP, les codes et les numéros de carte et de compte sont masqués.',
  log_empty: 'Pas encore de messages',
  log_empty_text: 'Vos messages et nos réponses s’afficheront ici.',
  log_in: 'Vous, par {channel}',
  log_out: 'Nous, par {channel}',
  log_public: 'En public',
  log_code: 'se terminait par votre code',
  log_older: 'Plus anciens',
  log_newest: 'Aux plus récents',
  status_queued: 'en attente d’envoi',
  status_sending: 'en cours d’envoi',
  status_wired: 'envoyé',
  status_sent: 'envoyé',
  status_delivered: 'reçu',
  status_errored: 'nouvel essai à venir',
  status_failed: 'n’a pas pu être envoyé',
  status_unknown: 'envoyé ; pas encore confirmé',
  status_stopped: 'non envoyé, car vous avez envoyé STOP',
  status_expired: 'non envoyé : il était trop tard',

  limits_title: 'Plafonds par message',
  limits_lead:
    'Ce que vous pouvez virer par message entre vos propres comptes. Vos plafonds ne peuvent qu’être plus bas que les nôtres.',
  limits_ours: 'Nos plafonds',
  limits_per_transfer: 'Par virement',
  limits_per_day: 'Par jour',
  limits_confirm: 'Nous vous demandons de confirmer au-dessus de',
  limits_always: 'Demande de confirmer chaque virement',
  limits_used: 'Utilisé aujourd’hui',
  limits_left: 'Reste aujourd’hui',
  limits_none: 'Ne peut pas faire de virement',
  limits_change: 'Modifier',
  limits_change_what: 'Modifier les plafonds de {name}',
  limits_more:
    'Il vous en faut plus ? Appelez-nous au {phone}, ou faites vos virements sous Virement.',

  time_zone_title: 'Fuseau horaire',
  time_zone_lead:
    'Choisissez le fuseau horaire des heures dans nos réponses. Les jours ouvrables, les retenues et les délais suivent celui de la caisse.',
  time_zone_label: 'Votre fuseau horaire',
  time_zone_ours: 'Le nôtre ({zone})',
  time_zone_suggested: 'C’est le fuseau horaire de votre navigateur. Enregistrez pour l’utiliser.',
  time_zone_button: 'Enregistrer',

  lock_title: 'Bloquer le service',
  lock_lead:
    'Le blocage arrête aussitôt tous les messages et tous les virements. Tant que vous n’aurez pas débloqué, nous n’affichons rien par message et aucun argent ne bouge, ni ici ni ailleurs. Aucune session n’est fermée : vous pouvez fermer les autres sous Sécurité. BLOQUER par message fait la même chose.',
  lock_button: 'Bloquer maintenant',
  lock_is:
    'Le service est bloqué. Nous n’affichons rien par message, et aucun argent ne bouge, ni ici ni ailleurs.',
  unlock_lead:
    'Si vous l’avez bloqué à cause de quelque chose que vous n’avez pas fait, vérifiez d’abord vos messages et vos comptes, et changez vos codes.',
  lock_see: 'Voir vos comptes',
  unlock_button: 'Débloquer le service',
  lock_is_open: 'Le service est actif.',

  letters_title: 'Lettres',
  letters_lead:
    'Les lettres sur vos contestations, telles que nous les avons envoyées. Vous pouvez garder chacune en PDF.',
  letters_empty: 'Aucune lettre',
  letters_empty_text: 'Quand nous vous écrivons au sujet d’une contestation, la lettre est ici.',
  letter_new: 'Nouvelle',
  letter_pdf: 'Télécharger en PDF',
  disputes_title: 'Contestations',
  disputes_lead:
    'Ce que vous nous avez signalé comme faux ou pas de vous, avec les dates fixées par la loi. Vous pouvez aussi envoyer FRAUDE par message ou appeler le {phone}.',
  disputes_empty: 'Aucune contestation',
  disputes_empty_text: 'Quelque chose ne va pas ? Ouvrez l’opération et choisissez Contester.',
  disputes_received: 'Reçue',
  disputes_clocks: 'Dates',
  disputes_done: 'fait le',
  disputes_written_confirmation: 'Nous devons recevoir votre confirmation écrite au plus tard le',
  disputes_decide_or_credit:
    'Nous vous répondons, ou vous créditons provisoirement, au plus tard le',
  disputes_tell_credit: 'Nous vous avisons du crédit provisoire au plus tard le',
  disputes_decide_at_last: 'Avec un crédit provisoire, nous vous répondons au plus tard le',
  disputes_correct: 'Nous corrigeons l’erreur au plus tard le',
  disputes_tell_result: 'Nous vous envoyons le résultat au plus tard le',
  disputes_honor_items:
    'Si nous reprenons le crédit, nous payons encore ce qui se présente jusqu’au',
  disputes_open: 'Ouverte',
  disputes_closed: 'Fermée',
  disputes_find: 'Trouver une opération',
  dispute_title: 'Contestation {reference}',
  dispute_about: 'De quoi il s’agit',
  dispute_transaction: 'Voir l’opération',
  dispute_ended_error: 'Fermée : c’était une erreur',
  dispute_ended_no_error: 'Fermée : nous n’avons trouvé aucune erreur',
  dispute_ended_withdrawn: 'Retirée par vous',
  dispute_withdraw_title: 'Vous avez changé d’avis ?',
  dispute_withdraw_text:
    'Si l’opération est bonne après tout, retirez la contestation. Nous cessons d’enquêter.',
  dispute_withdraw: 'Retirer la contestation',
  dispute_withdraw_call:
    'Nous l’avons déjà créditée ou décidée. Pour la retirer, appelez le {phone}.',
  done_dispute_opened:
    'Votre contestation est ouverte. Nous enquêtons, et vous voyez ses dates ici.',
  done_dispute_already:
    'Vous l’aviez déjà contestée, et cette contestation est encore ouverte. La voici.',
  done_dispute_withdrawn: 'Retirée. Nous n’enquêtons plus.',
  stopped_text:
    'Quelqu’un a envoyé STOP de là, donc nous n’y envoyons rien. Envoyez d’abord START de là ; vous pourrez ensuite autoriser les virements ici.',
};
