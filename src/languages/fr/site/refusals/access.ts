import type { AccessRefusalTexts } from '../../../site-texts.ts';

/** Refus à la connexion. */
export const access: AccessRefusalTexts = {
  sign_in_refused:
    'La connexion a échoué : le numéro de membre, le mot de passe ou le code n’est pas le bon. Vérifiez-les, puis réessayez.',
  sign_in_locked:
    'Trop d’essais ont échoué. Veuillez attendre jusqu’à {until}. Entre-temps, vous pouvez vous connecter avec une clé d’accès, depuis votre appareil habituel.',
  sign_in_closed:
    'Trop d’essais ont échoué de suite : nous avons désactivé cette façon de se connecter. Utilisez une clé d’accès et choisissez un nouveau mot de passe, ou appelez-nous.',
  passkey_refused:
    'Nous n’avons pas pu confirmer cette clé d’accès. Réessayez une fois ; si cela échoue encore, connectez-vous d’une autre façon.',
  passkey_not_added:
    'Nous n’avons pas ajouté cette clé d’accès : vous l’avez déjà, ou vous en avez vingt. Retirez-en une que vous n’utilisez plus.',
  last_way_in:
    'C’est votre seule façon de vous connecter. Ajoutez d’abord une autre clé d’accès, ou un mot de passe avec une application d’authentification. Vous pourrez ensuite retirer celle-ci.',
  step_over: 'Le délai est écoulé, ou c’était déjà terminé. Veuillez recommencer.',
  code_refused:
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant dans votre application, ou entrez un code de secours.',
  activation_refused:
    'Ce numéro de membre et ce code d’activation ne correspondent pas, ou le code a déjà servi ou date de plus de sept jours. Vérifiez les deux. S’ils sont bons, appelez-nous pour en obtenir un nouveau.',
  password_too_short:
    'Ce mot de passe est trop court. Utilisez au moins {min} caractères. Le mieux : quelques mots que vous seul mettriez ensemble.',
  password_too_long: 'Ce mot de passe est trop long. Utilisez au plus {max} caractères.',
  password_too_common:
    'Ce mot de passe est trop facile à deviner : il se répète, il est bien connu, ou il contient votre nom, votre numéro ou le nôtre. Choisissez-en un autre.',
  totp_refused:
    'Ce n’est pas le code que votre application devrait afficher. Vérifiez que votre téléphone règle l’heure automatiquement, et entrez les six chiffres affichés en ce moment.',
  totp_first:
    'Configurez d’abord une application d’authentification. Les codes de secours la remplacent si vous la perdez.',
  sign_on_away:
    'Nous ne pouvons pas joindre {bank} pour le moment. Réessayez dans quelques minutes, ou connectez-vous d’une autre façon.',
  sign_on_declined: '{bank} ne vous a pas connecté, ou vous avez annulé. Vous pouvez réessayer.',
  sign_on_not_valid:
    'Nous n’avons pas pu vérifier la réponse de {bank}, donc nous ne vous avons pas connecté. Veuillez recommencer. Si cela se reproduit, appelez-nous.',
  sign_on_unknown:
    '{bank} vous a connecté, mais nous n’avons pas d’accès en ligne pour ce compte. Connectez-vous d’une autre façon, ou appelez-nous.',
  sign_on_weak:
    '{bank} vous a connecté, mais pas avec la sécurité qu’il nous faut. Reconnectez-vous là-bas avec votre second facteur, ou connectez-vous ici d’une autre façon.',
  sign_on_locked:
    'Votre service est verrouillé : personne n’entre depuis une autre banque. Connectez-vous ici avec votre clé d’accès ou votre mot de passe pour le déverrouiller, ou appelez-nous.',
  sign_on_needed:
    'Vous n’êtes pas connecté à {bank}. Connectez-vous là-bas, puis ouvrez de nouveau cette page.',
};
