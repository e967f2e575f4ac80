import type { SignInTexts } from './sign-in-texts.ts';

/** Connexion et sécurité, en français. */
export const fr: SignInTexts = {
  sign_in_title: 'Se connecter à {portal}',
  sign_in_passkey: 'Se connecter avec une clé d’accès',
  sign_in_passkey_hint:
    'Votre doigt, votre visage ou le code PIN de votre appareil suffit. Rien à retenir, rien à taper, et aucun autre site ne peut la demander.',
  sign_in_no_passkey:
    'Les clés d’accès demandent JavaScript et un navigateur qui les connaît. Sans elles, vous vous connectez avec votre mot de passe et le code de votre application d’authentification.',
  sign_in_with_password: 'Se connecter avec un mot de passe',
  sign_in_first_time: 'Première visite ?',
  sign_in_activate: 'Activer votre accès',
  sign_in_lost:
    'Clé d’accès, mot de passe ou téléphone perdu ? Appelez-nous : dès que nous savons que c’est vous, nous vous donnons un nouveau code d’activation.',
  done_signed_out: 'Vous êtes déconnecté. À bientôt.',

  password_title: 'Se connecter avec un mot de passe',
  password_lead:
    'D’abord votre numéro de membre et votre mot de passe, ensuite le code de votre application d’authentification.',
  member_number: 'Numéro de membre',
  member_number_hint: 'Il figure sur vos relevés et sur votre carte de membre.',
  password: 'Mot de passe',
  continue: 'Continuer',
  passkey_instead: 'Utiliser plutôt une clé d’accès',

  code_title: 'Saisissez votre code',
  code_lead: 'Votre mot de passe est le bon. Voici la seconde étape.',
  code: 'Code',
  code_hint:
    'Les six chiffres que votre application d’authentification affiche maintenant, ou l’un de vos codes de secours.',
  sign_in: 'Se connecter',
  begin_again: 'Recommencer',

  activate_title: 'Activer votre accès',
  activate_lead:
    'Nous vous avons remis un code d’activation quand vous avez demandé l’accès à {portal}. Il vaut sept jours, et une seule fois.',
  activation_code: 'Code d’activation',
  activation_code_hint:
    'Douze lettres et chiffres, par exemple K7QF-2M9X-WPA4. Les tirets sont sans importance.',
  activate_how_title: 'Bienvenue, {name}',
  activate_how_lead: 'Encore une étape : choisissez comment vous vous connecterez désormais.',
  activate_passkey_title: 'Avec une clé d’accès',
  activate_passkey_text:
    'Le plus sûr et le plus simple. Votre appareil garde une clé pour {portal} seulement ; vous l’ouvrez avec votre doigt, votre visage ou votre code PIN. Elle ne se devine pas, et ne peut pas être donnée par erreur à un faux site.',
  activate_passkey: 'Créer une clé d’accès',
  passkey_name: 'Comment l’appeler ?',
  passkey_name_hint: 'Pour la reconnaître dans la liste, par exemple « Mon téléphone ».',
  activate_password_title: 'Avec un mot de passe et une application d’authentification',
  activate_password_text:
    'Pour un appareil sans clés d’accès. Il vous faut une application qui affiche des codes à six chiffres, sur votre téléphone ou dans votre gestionnaire de mots de passe.',
  activate_password: 'Utiliser plutôt un mot de passe',
  activate_password_lead:
    'Choisissez un mot de passe et reliez une application d’authentification. À chaque connexion, les deux vous seront demandés.',
  activate_finish: 'Activer',
  activate_until: 'Vous avez jusqu’à {time} pour terminer.',

  new_password: 'Nouveau mot de passe',
  new_password_hint:
    'Au moins {min} caractères, espaces compris. Le mieux : quelques mots que vous seul réuniriez. Ni symboles ni majuscules obligatoires.',
  totp_scan: 'Scannez ceci avec votre application d’authentification',
  totp_qr: 'Code QR qui installe votre application d’authentification',
  totp_type: 'Ou tapez cette clé dans l’application :',
  totp_code: 'Code de l’application',
  totp_code_hint:
    'Les six chiffres que l’application affiche maintenant. Ils prouvent qu’elle fonctionne.',

  verify_title: 'Confirmez que c’est bien vous',
  verify_lead:
    'Pour ce que vous allez faire, nous le demandons encore une fois. Vous êtes ainsi à l’abri de quelqu’un qui trouverait votre navigateur ouvert.',
  verify_passkey: 'Confirmer avec une clé d’accès',
  verify_no_passkey: 'Les clés d’accès demandent JavaScript et un navigateur qui les connaît.',
  verify_password_title: 'Confirmer avec mot de passe et code',
  verify_other: 'Vous pouvez vous déconnecter, puis vous reconnecter d’une autre façon.',
  confirm: 'Confirmer',
  cancel: 'Annuler',

  passkey_cancelled:
    'Rien n’a été fait : vous avez annulé, ou le délai est passé. Vous pouvez réessayer.',
  passkey_known: 'Cet appareil a déjà une clé d’accès pour vous.',
  passkey_failed:
    'Votre appareil n’y est pas parvenu. Réessayez, ou prenez un autre appareil ou une autre façon.',

  codes_title: 'Vos codes de secours',
  codes_lead:
    'Chacun remplace une fois votre application d’authentification, si vous la perdez. Imprimez-les ou notez-les, et gardez-les avec vos papiers importants.',
  codes_once: 'Nous ne les montrons que maintenant, et ne pourrons pas les montrer de nouveau.',
  codes_done: 'Je les ai gardés',

  security_title: 'Sécurité',
  security_lead: 'Comment vous vous connectez, et où vous êtes connecté.',
  passkeys_title: 'Clés d’accès',
  passkeys_empty: 'Pas encore de clé d’accès',
  passkeys_empty_text:
    'Ajoutez-en une : se connecter devient plus simple, et personne ne peut la deviner ni la voler à distance.',
  column_name: 'Nom',
  column_created: 'Ajoutée',
  column_used: 'Dernière utilisation',
  column_actions: 'Actions',
  never_used: 'Pas encore',
  synced: 'Sur tous vos appareils',
  rename: 'Renommer',
  rename_what: 'Renommer {name}',
  rename_title: 'Renommer la clé d’accès « {name} »',
  rename_field: 'Nouveau nom',
  remove: 'Retirer',
  remove_what: 'Retirer {name}',
  passkey_add_title: 'Ajouter une clé d’accès',
  passkey_add: 'Ajouter une clé d’accès',
  passkey_add_no_script:
    'Ajouter une clé d’accès demande JavaScript et un navigateur qui les connaît.',
  passkey_removed_hint:
    'La retirer ici la rend sans effet. Votre appareil peut encore l’afficher : supprimez-la là aussi.',

  security_password_title: 'Mot de passe et application d’authentification',
  password_none: 'Vous n’avez pas de mot de passe. Avec une clé d’accès, il n’en faut pas.',
  password_since: 'Mot de passe choisi le {day}.',
  password_needs_totp:
    'Votre mot de passe ne suffit pas encore : installez une application d’authentification pour l’accompagner.',
  password_set: 'Choisir un mot de passe',
  password_change: 'Changer le mot de passe',
  password_change_lead:
    'Quand vous le changez, tous les autres navigateurs sont déconnectés, et nous vous en avertissons sur vos autres canaux.',
  password_save: 'Enregistrer le mot de passe',
  totp_none: 'Aucune application d’authentification n’est installée.',
  totp_since: 'Application d’authentification installée le {day}.',
  totp_set: 'Installer une application d’authentification',
  totp_replace: 'Prendre une autre application d’authentification',
  totp_title: 'Installer une application d’authentification',
  totp_lead:
    'Elle affiche un nouveau code toutes les 30 secondes, même sans réseau. L’application que vous aviez ne vaut alors plus pour {portal}.',
  totp_save: 'Installer l’application',
  codes_left: 'Codes de secours restants : {count}.',
  codes_new: 'Faire de nouveaux codes de secours',
  codes_new_hint: 'Ceux que vous avez ne vaudront plus.',

  sessions_title: 'Où vous êtes connecté',
  column_device: 'Navigateur',
  column_seen: 'Dernière activité',
  column_since: 'Connecté depuis',
  session_current: 'Ce navigateur',
  session_end: 'Déconnecter',
  session_end_what: 'Déconnecter {name}',
  sessions_end_others: 'Déconnecter tous les autres navigateurs',
  sessions_hint:
    'Vous êtes déconnecté de vous-même après {idle} minutes sans clic, et dans tous les cas après {hours} heures.',

  events_title: 'Ce qui s’est passé récemment',
  events_lead:
    'Quelque chose ici n’est pas de vous ? Déconnectez tous les autres navigateurs et appelez-nous.',
  column_when: 'Quand',
  column_what: 'Quoi',
  event_invited: 'Un code d’activation a été fait pour vous',
  event_access_activated: 'Accès activé',
  event_access_closed: 'Accès fermé par notre équipe',
  event_signed_in: 'Connexion',
  event_sign_in_refused: 'Quelqu’un a essayé de se connecter, sans succès',
  event_verified: 'Identité confirmée',
  event_signed_out: 'Déconnexion',
  event_session_ended: 'Un navigateur déconnecté',
  event_signed_out_everywhere: 'Tous les autres navigateurs déconnectés',
  event_passkey_added: 'Clé d’accès ajoutée',
  event_passkey_renamed: 'Clé d’accès renommée',
  event_passkey_removed: 'Clé d’accès retirée',
  event_password_changed: 'Mot de passe changé',
  event_totp_changed: 'Application d’authentification changée',
  event_recovery_codes_made: 'Nouveaux codes de secours',
  event_recovery_used: 'Code de secours utilisé',
  way_passkey: 'avec une clé d’accès',
  way_password: 'avec mot de passe et code',
  way_password_recovery: 'avec mot de passe et code de secours',
  way_activation: 'par activation',
  way_demonstration: 'en un clic, dans la démonstration',
  device_unknown: 'Navigateur inconnu',

  done_passkey_added: 'La clé d’accès est ajoutée. Nous vous en avertissons sur vos autres canaux.',
  done_renamed: 'Renommée.',
  done_passkey_removed: 'La clé d’accès est retirée et n’ouvre plus à personne.',
  done_password: 'Mot de passe enregistré ; tous les autres navigateurs sont déconnectés.',
  done_totp: 'L’application d’authentification est installée.',
  done_session_ended: 'Ce navigateur est déconnecté.',
  done_others_ended: 'Tous les autres navigateurs sont déconnectés.',
  back_security: 'Retour à la sécurité',
};
