import type { RefusalTexts } from './refusal-texts.ts';

/** What signing in, and what belongs to it, may refuse with. */
export const accessRefusals = {
  sign_in_refused: {
    status: 401,
    watched: true,
    en: 'That did not work: the member number, the password or the code is not right. Check all of them and try again.',
    fr: 'La connexion a échoué : le numéro de membre, le mot de passe ou le code n’est pas le bon. Vérifiez-les, puis réessayez.',
    es: 'No fue posible: el número de socio, la contraseña o el código no es correcto. Revíselos y vuelva a intentarlo.',
  },
  sign_in_locked: {
    status: 429,
    watched: true,
    en: 'Too many attempts have failed, so we pause until {until}. You can sign in with a passkey meanwhile, from a device that you use for this.',
    fr: 'Trop d’essais ont échoué : nous faisons une pause jusqu’à {until}. Entre-temps, vous pouvez vous connecter avec une clé d’accès, depuis votre appareil habituel.',
    es: 'Fallaron demasiados intentos, así que hacemos una pausa hasta {until}. Mientras tanto puede ingresar con una llave de acceso, desde su dispositivo habitual.',
  },
  sign_in_closed: {
    status: 403,
    watched: true,
    en: 'Too many attempts in a row have failed, so this way of signing in is closed. Sign in with a passkey and choose a new password, or call us.',
    fr: 'Trop d’essais de suite ont échoué : cette façon de se connecter est fermée. Connectez-vous avec une clé d’accès et choisissez un nouveau mot de passe, ou appelez-nous.',
    es: 'Fallaron demasiados intentos seguidos, así que esta forma de ingresar está cerrada. Ingrese con una llave de acceso y elija otra contraseña, o llámenos.',
  },
  passkey_refused: {
    status: 422,
    watched: true,
    en: 'This passkey could not be confirmed. Try once more; if it fails again, use another way to sign in.',
    fr: 'Cette clé d’accès n’a pas pu être confirmée. Réessayez une fois ; si cela échoue encore, choisissez une autre façon de vous connecter.',
    es: 'No se pudo confirmar esta llave de acceso. Inténtelo una vez más; si vuelve a fallar, use otra forma de ingresar.',
  },
  passkey_not_added: {
    status: 409,
    en: 'This passkey was not added: it is set up already, or you have twenty. Remove one that you no longer use.',
    fr: 'Cette clé d’accès n’a pas été ajoutée : elle existe déjà, ou vous en avez vingt. Retirez celle que vous n’utilisez plus.',
    es: 'No se agregó esta llave de acceso: ya existe, o usted tiene veinte. Quite alguna que ya no use.',
  },
  last_way_in: {
    status: 409,
    en: 'This is your only way to sign in. Add another passkey, or a password with an authenticator app, and then remove this one.',
    fr: 'C’est votre seule façon de vous connecter. Ajoutez une autre clé d’accès, ou un mot de passe avec une application d’authentification, puis retirez celle-ci.',
    es: 'Esta es su única forma de ingresar. Agregue otra llave de acceso, o una contraseña con una aplicación de autenticación, y después quite esta.',
  },
  step_over: {
    status: 410,
    en: 'This took too long or was finished already. Please begin again.',
    fr: 'Le délai est passé, ou c’était déjà terminé. Veuillez recommencer.',
    es: 'Pasó demasiado tiempo o ya se había terminado. Empiece de nuevo.',
  },
  code_refused: {
    status: 422,
    watched: true,
    en: 'That code is not right, or was used already. Wait for the next one in your app, or enter a recovery code.',
    fr: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant dans votre application, ou saisissez un code de secours.',
    es: 'Ese código no es correcto o ya se usó. Espere el siguiente en su aplicación, o escriba un código de recuperación.',
  },
  activation_refused: {
    status: 422,
    watched: true,
    en: 'This member number and activation code don’t go together, or the code was used or is more than seven days old. Check both; if they are right, call us and we will make you a new code.',
    fr: 'Ce numéro de membre et ce code d’activation ne vont pas ensemble, ou le code a déjà servi ou date de plus de sept jours. Vérifiez les deux ; s’ils sont justes, appelez-nous et nous vous en ferons un nouveau.',
    es: 'Este número de socio y este código de activación no van juntos, o el código ya se usó o tiene más de siete días. Revise los dos; si son correctos, llámenos y le daremos otro código.',
  },
  password_too_short: {
    status: 422,
    en: 'That password is too short. Use at least {min} characters: a few words that only you would put together are best.',
    fr: 'Ce mot de passe est trop court. Prenez au moins {min} caractères : quelques mots que vous seul réuniriez conviennent le mieux.',
    es: 'Esa contraseña es demasiado corta. Use al menos {min} caracteres: lo mejor son varias palabras que solo usted juntaría.',
  },
  password_too_long: {
    status: 422,
    en: 'That password is too long. Use at most {max} characters.',
    fr: 'Ce mot de passe est trop long. Prenez au plus {max} caractères.',
    es: 'Esa contraseña es demasiado larga. Use como máximo {max} caracteres.',
  },
  password_too_common: {
    status: 422,
    en: 'That password is among the first that someone would try: it repeats itself, is well known, or is made of your name, your number or ours. Please choose another.',
    fr: 'Ce mot de passe est parmi les premiers que quelqu’un essaierait : il se répète, il est bien connu, ou il est fait de votre nom, de votre numéro ou du nôtre. Choisissez-en un autre.',
    es: 'Esa contraseña es de las primeras que alguien probaría: se repite, es muy conocida, o está hecha con su nombre, su número o el nuestro. Elija otra.',
  },
  totp_refused: {
    status: 422,
    watched: true,
    en: 'That is not the code your app should show. Check that your phone’s clock sets itself, and enter the six digits that it shows now.',
    fr: 'Ce n’est pas le code que votre application devrait afficher. Vérifiez que l’horloge de votre téléphone se règle seule, et saisissez les six chiffres affichés maintenant.',
    es: 'Ese no es el código que su aplicación debería mostrar. Compruebe que el reloj de su teléfono se ajusta solo y escriba las seis cifras que muestra ahora.',
  },
  totp_first: {
    status: 409,
    en: 'Set up an authenticator app first: recovery codes stand in for it when it is lost.',
    fr: 'Installez d’abord une application d’authentification : les codes de secours la remplacent quand elle est perdue.',
    es: 'Primero configure una aplicación de autenticación: los códigos de recuperación la sustituyen si la pierde.',
  },
} as const satisfies Record<string, RefusalTexts>;
