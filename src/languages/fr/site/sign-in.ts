import type { SignInTexts } from '../../site-texts.ts';

/** Connexion et sécurité, en français. */
export const signIn: SignInTexts = {
  sign_in_title: 'Se connecter à {portal}',
  sign_in_passkey: 'Se connecter avec une clé d’accès',
  sign_in_passkey_hint:
    'Il suffit de votre empreinte, de votre visage ou du NIP de votre appareil. Rien à retenir ni à taper, et aucun autre site ne peut la demander.',
  sign_in_no_passkey:
    'Les clés d’accès exigent JavaScript et un navigateur compatible. Sinon, connectez-vous avec votre mot de passe et un code de votre application d’authentification.',
  sign_in_with_password: 'Se connecter avec un mot de passe',
  sign_in_from_bank: 'Continuer depuis {bank}',
  sign_in_other: 'Se connecter d’une autre façon',
  sign_in_first_time: 'Première visite ?',
  sign_in_activate: 'Activer votre compte',
  sign_in_lost:
    'Vous avez perdu votre clé d’accès, votre mot de passe ou votre téléphone ? Appelez-nous. Dès que nous saurons que c’est vous, nous vous donnerons un nouveau code d’activation.',
  done_signed_out: 'Vous êtes déconnecté. À bientôt !',

  password_title: 'Se connecter avec un mot de passe',
  password_lead:
    'Entrez d’abord votre numéro de membre et votre mot de passe, puis le code de votre application d’authentification.',
  member_number: 'Numéro de membre',
  member_number_hint: 'Il figure sur vos relevés et sur votre carte de membre.',
  password: 'Mot de passe',
  continue: 'Continuer',
  passkey_instead: 'Utiliser plutôt une clé d’accès',

  code_title: 'Entrez votre code',
  code_lead: 'Votre mot de passe est bon. Encore une étape.',
  code: 'Code',
  code_hint:
    'Les six chiffres que votre application d’authentification affiche en ce moment, ou l’un de vos codes de secours.',
  sign_in: 'Se connecter',
  begin_again: 'Recommencer',

  activate_title: 'Activer votre compte',
  activate_lead:
    'Nous vous avons donné un code d’activation quand vous avez demandé l’accès à {portal}. Il ne sert qu’une fois, pendant sept jours.',
  activation_code: 'Code d’activation',
  activation_code_hint:
    'Douze lettres et chiffres, par exemple K7QF-2M9X-WPA4. Les tirets n’ont pas d’importance.',
  activate_how_title: 'Bienvenue, {name}',
  activate_how_lead: 'Encore une étape : choisissez comment vous vous connecterez.',
  activate_passkey_title: 'Avec une clé d’accès',
  activate_passkey_text:
    'La façon la plus sûre et la plus simple. Votre appareil garde une clé pour {portal} seulement, et vous la déverrouillez avec votre empreinte, votre visage ou votre NIP. Personne ne peut la deviner, et vous ne pouvez pas la donner par erreur à un faux site.',
  activate_passkey: 'Créer une clé d’accès',
  passkey_name: 'Quel nom lui donner ?',
  passkey_name_hint: 'Un nom que vous reconnaîtrez dans la liste, par exemple « Mon téléphone ».',
  activate_password_title: 'Avec un mot de passe et une application d’authentification',
  activate_password_text:
    'Pour les appareils sans clés d’accès. Il vous faut une application qui affiche des codes à six chiffres, sur votre téléphone ou dans votre gestionnaire de mots de passe.',
  activate_password: 'Utiliser plutôt un mot de passe',
  activate_password_lead:
    'Choisissez un mot de passe et associez une application d’authentification. Vous aurez besoin des deux à chaque connexion.',
  activate_finish: 'Activer',
  activate_until: 'Vous avez jusqu’à {time} pour terminer.',

  new_password: 'Nouveau mot de passe',
  new_password_hint:
    'Au moins {min} caractères, espaces compris. Le mieux : quelques mots que vous seul mettriez ensemble. Les symboles et les majuscules ne sont pas nécessaires.',
  totp_scan: 'Balayez ce code avec votre application d’authentification',
  totp_qr: 'Code QR qui configure votre application d’authentification',
  totp_type: 'Ou tapez cette clé dans l’application :',
  totp_code: 'Code de l’application',
  totp_code_hint:
    'Les six chiffres que l’application affiche en ce moment. Ils prouvent qu’elle fonctionne.',

  verify_title: 'Confirmez que c’est bien vous',
  verify_lead:
    'Nous le demandons une fois de plus avant de continuer. Cela vous protège si quelqu’un trouve votre navigateur ouvert.',
  verify_passkey: 'Confirmer avec une clé d’accès',
  verify_no_passkey: 'Les clés d’accès exigent JavaScript et un navigateur compatible.',
  verify_password_title: 'Confirmer avec votre mot de passe et un code',
  verify_other: 'Vous pouvez vous déconnecter, puis vous reconnecter d’une autre façon.',
  verify_none:
    'Vous n’avez encore ici ni clé d’accès ni mot de passe. Appelez-nous pour obtenir un code d’activation, et créez-en un.',
  confirm: 'Confirmer',
  cancel: 'Annuler',

  passkey_cancelled:
    'Rien n’a été fait : vous avez annulé, ou le délai est passé. Vous pouvez réessayer.',
  passkey_known: 'Cet appareil a déjà une clé d’accès pour vous.',
  passkey_failed:
    'Votre appareil n’a pas réussi. Réessayez, ou utilisez un autre appareil ou une autre façon.',

  codes_title: 'Vos codes de secours',
  codes_lead:
    'Si vous perdez votre application d’authentification, chacun la remplace une fois. Imprimez-les ou notez-les, et gardez-les avec vos papiers importants.',
  codes_once: 'Nous ne pouvons les afficher que maintenant.',
  codes_done: 'Je les ai notés',

  security_title: 'Sécurité',
  security_lead: 'Comment vous vous connectez, et où vous êtes connecté.',
  passkeys_title: 'Clés d’accès',
  passkeys_empty: 'Pas encore de clé d’accès',
  passkeys_empty_text:
    'Ajoutez-en une : la connexion devient plus simple, et personne ne peut la deviner ni la voler à distance.',
  column_name: 'Nom',
  column_created: 'Ajoutée',
  column_used: 'Dernière utilisation',
  column_actions: 'Actions',
  never_used: 'Jamais',
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
    'Pour ajouter une clé d’accès, il faut JavaScript et un navigateur compatible.',
  passkey_removed_hint:
    'Une fois retirée ici, elle ne fonctionne plus. Votre appareil peut encore l’afficher : supprimez-la là aussi.',

  security_password_title: 'Mot de passe et application d’authentification',
  password_none:
    'Vous n’avez pas de mot de passe. Avec une clé d’accès, vous n’en avez pas besoin.',
  password_since: 'Mot de passe créé le {day}.',
  password_needs_totp:
    'Vous ne pouvez pas encore vous connecter avec votre mot de passe : configurez aussi une application d’authentification.',
  password_set: 'Créer un mot de passe',
  password_change: 'Changer le mot de passe',
  password_change_lead:
    'Quand vous l’enregistrez, nous déconnectons tous vos autres navigateurs et nous vous avertissons sur vos autres canaux.',
  password_save: 'Enregistrer le mot de passe',
  totp_none: 'Aucune application d’authentification n’est configurée.',
  totp_since: 'Application d’authentification configurée le {day}.',
  totp_set: 'Configurer une application d’authentification',
  totp_replace: 'Utiliser une autre application d’authentification',
  totp_title: 'Configurer une application d’authentification',
  totp_lead:
    'Elle affiche un nouveau code toutes les 30 secondes, même hors connexion. Celle que vous aviez avant ne fonctionnera plus pour {portal}.',
  totp_save: 'Configurer l’application',
  codes_left: 'Codes de secours restants : {count}.',
  codes_new: 'Obtenir de nouveaux codes de secours',
  codes_new_hint: 'Ceux que vous avez ne fonctionneront plus.',

  sessions_title: 'Où vous êtes connecté',
  column_device: 'Navigateur',
  column_seen: 'Dernière activité',
  column_since: 'Connecté depuis',
  session_current: 'Ce navigateur',
  session_end: 'Déconnecter',
  session_end_what: 'Déconnecter {name}',
  sessions_end_others: 'Déconnecter tous les autres navigateurs',
  sessions_hint:
    'Pour votre sécurité, nous vous déconnectons après {idle} minutes d’inactivité et, dans tous les cas, après {hours} heures.',

  events_title: 'Activité récente',
  events_lead:
    'Vous voyez quelque chose que vous n’avez pas fait ? Déconnectez tous les autres navigateurs et appelez-nous.',
  column_when: 'Quand',
  column_what: 'Activité',
  event_invited: 'Nous avons créé un code d’activation pour vous',
  event_access_activated: 'Compte activé',
  event_access_closed: 'Accès en ligne fermé par notre équipe',
  event_signed_in: 'Connexion',
  event_sign_in_refused: 'Quelqu’un a essayé de se connecter, sans succès',
  event_verified: 'Vous avez confirmé votre identité',
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
  way_oidc: 'depuis une autre banque en ligne',
  device_unknown: 'Navigateur inconnu',

  done_passkey_added: 'Clé d’accès ajoutée. Nous vous en avons averti sur vos autres canaux.',
  done_renamed: 'Nom modifié.',
  done_passkey_removed: 'Clé d’accès retirée. Elle ne permet plus de se connecter.',
  done_password: 'Mot de passe enregistré ; tous les autres navigateurs sont déconnectés.',
  done_totp: 'Votre application d’authentification est configurée.',
  done_session_ended: 'Ce navigateur est déconnecté.',
  done_others_ended: 'Tous les autres navigateurs sont déconnectés.',
  back_security: 'Retour à Sécurité',
};
