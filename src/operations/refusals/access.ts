import type { RefusalTexts } from './refusal-texts.ts';

/** The refusals of operations about signing in. */
export const accessRefusals = {
  sign_in_refused: {
    status: 401,
    watched: true,
    en: 'That didn’t work: the member number, password or code is not right. Please check them and try again.',
    fr: 'La connexion a échoué : le numéro de membre, le mot de passe ou le code n’est pas le bon. Vérifiez-les, puis réessayez.',
    es: 'No funcionó: el número de socio, la contraseña o el código no es correcto. Revíselos y vuelva a intentarlo.',
  },
  sign_in_locked: {
    status: 429,
    watched: true,
    en: 'Too many failed attempts. Please wait until {until}. Meanwhile you can sign in with a passkey, from the device you usually use.',
    fr: 'Trop d’essais ont échoué. Veuillez attendre jusqu’à {until}. Entre-temps, vous pouvez vous connecter avec une clé d’accès, depuis votre appareil habituel.',
    es: 'Hubo demasiados intentos fallidos. Espere hasta {until}. Mientras tanto puede iniciar sesión con una llave de acceso, desde su dispositivo habitual.',
  },
  sign_in_closed: {
    status: 403,
    watched: true,
    en: 'Too many failed attempts in a row, so we turned off this way to sign in. Sign in with a passkey and choose a new password, or call us.',
    fr: 'Trop d’essais ont échoué de suite : nous avons désactivé cette façon de se connecter. Utilisez une clé d’accès et choisissez un nouveau mot de passe, ou appelez-nous.',
    es: 'Hubo demasiados intentos fallidos seguidos, así que desactivamos esta forma de iniciar sesión. Use una llave de acceso y elija otra contraseña, o llámenos.',
  },
  passkey_refused: {
    status: 422,
    watched: true,
    en: 'We couldn’t confirm this passkey. Try once more; if it fails again, sign in another way.',
    fr: 'Nous n’avons pas pu confirmer cette clé d’accès. Réessayez une fois ; si cela échoue encore, connectez-vous d’une autre façon.',
    es: 'No pudimos confirmar esta llave de acceso. Inténtelo una vez más; si vuelve a fallar, inicie sesión de otra forma.',
  },
  passkey_not_added: {
    status: 409,
    en: 'We didn’t add this passkey: you already have it, or you have twenty. Remove one you no longer use.',
    fr: 'Nous n’avons pas ajouté cette clé d’accès : vous l’avez déjà, ou vous en avez vingt. Retirez-en une que vous n’utilisez plus.',
    es: 'No agregamos esta llave de acceso: ya la tiene, o ya tiene veinte. Quite alguna que ya no use.',
  },
  last_way_in: {
    status: 409,
    en: 'This is your only way to sign in. First add another passkey, or a password with an authenticator app. Then you can remove this one.',
    fr: 'C’est votre seule façon de vous connecter. Ajoutez d’abord une autre clé d’accès, ou un mot de passe avec une application d’authentification. Vous pourrez ensuite retirer celle-ci.',
    es: 'Esta es su única forma de iniciar sesión. Primero agregue otra llave de acceso, o una contraseña con una aplicación de autenticación. Después podrá quitar esta.',
  },
  step_over: {
    status: 410,
    en: 'This took too long or is already finished. Please start over.',
    fr: 'Le délai est écoulé, ou c’était déjà terminé. Veuillez recommencer.',
    es: 'Pasó demasiado tiempo o ya se había terminado. Empiece de nuevo.',
  },
  code_refused: {
    status: 422,
    watched: true,
    en: 'That code is not right, or it was already used. Wait for the next one in your app, or enter a recovery code.',
    fr: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant dans votre application, ou entrez un code de secours.',
    es: 'Ese código no es correcto o ya se usó. Espere el siguiente en su aplicación, o escriba un código de recuperación.',
  },
  activation_refused: {
    status: 422,
    watched: true,
    en: 'This member number and activation code don’t match, or the code was used or is more than seven days old. Please check both. If they are right, call us for a new code.',
    fr: 'Ce numéro de membre et ce code d’activation ne correspondent pas, ou le code a déjà servi ou date de plus de sept jours. Vérifiez les deux. S’ils sont bons, appelez-nous pour en obtenir un nouveau.',
    es: 'Este número de socio y este código de activación no coinciden, o el código ya se usó o tiene más de siete días. Revise los dos. Si son correctos, llámenos para obtener otro código.',
  },
  password_too_short: {
    status: 422,
    en: 'That password is too short. Use at least {min} characters. A few words that only you would put together work best.',
    fr: 'Ce mot de passe est trop court. Utilisez au moins {min} caractères. Le mieux : quelques mots que vous seul mettriez ensemble.',
    es: 'Esa contraseña es demasiado corta. Use al menos {min} caracteres. Lo mejor son varias palabras que solo usted juntaría.',
  },
  password_too_long: {
    status: 422,
    en: 'That password is too long. Use at most {max} characters.',
    fr: 'Ce mot de passe est trop long. Utilisez au plus {max} caractères.',
    es: 'Esa contraseña es demasiado larga. Use como máximo {max} caracteres.',
  },
  password_too_common: {
    status: 422,
    en: 'That password is too easy to guess: it repeats itself, is well known, or uses your name, your number or ours. Please choose another.',
    fr: 'Ce mot de passe est trop facile à deviner : il se répète, il est bien connu, ou il contient votre nom, votre numéro ou le nôtre. Choisissez-en un autre.',
    es: 'Esa contraseña es muy fácil de adivinar: se repite, es muy conocida, o usa su nombre, su número o el nuestro. Elija otra.',
  },
  totp_refused: {
    status: 422,
    watched: true,
    en: 'That’s not the code your app should show. Check that your phone sets its clock automatically, and enter the six digits the app shows now.',
    fr: 'Ce n’est pas le code que votre application devrait afficher. Vérifiez que votre téléphone règle l’heure automatiquement, et entrez les six chiffres affichés en ce moment.',
    es: 'Ese no es el código que su aplicación debería mostrar. Revise que su teléfono ajuste la hora automáticamente y escriba los seis dígitos que la aplicación muestra ahora.',
  },
  totp_first: {
    status: 409,
    en: 'Set up an authenticator app first. Recovery codes replace it if you lose it.',
    fr: 'Configurez d’abord une application d’authentification. Les codes de secours la remplacent si vous la perdez.',
    es: 'Primero configure una aplicación de autenticación. Los códigos de recuperación la sustituyen si la pierde.',
  },
} as const satisfies Record<string, RefusalTexts>;
