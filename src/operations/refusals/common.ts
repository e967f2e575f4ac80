import type { RefusalTexts } from './refusal-texts.ts';

/** What any operation may refuse with. */
export const commonRefusals = {
  input_invalid: {
    status: 422,
    en: 'Something in what you entered is missing or can’t be used. Please correct the marked fields.',
    fr: 'Une information manque ou n’est pas valable. Veuillez corriger les champs indiqués.',
    es: 'Falta algún dato o no es válido. Corrija los campos marcados.',
  },
  sign_in_first: {
    status: 401,
    watched: true,
    en: 'Please sign in first.',
    fr: 'Veuillez d’abord vous connecter.',
    es: 'Primero inicie sesión.',
  },
  verify_first: {
    status: 403,
    en: 'For this, please confirm once more that it is you.',
    fr: 'Pour cela, veuillez confirmer encore une fois que c’est bien vous.',
    es: 'Para esto, confirme una vez más que es usted.',
  },
  cross_site: {
    status: 403,
    watched: true,
    en: 'This request came from another site and was not carried out.',
    fr: 'Cette demande venait d’un autre site et n’a pas été exécutée.',
    es: 'Esta solicitud vino de otro sitio y no se ejecutó.',
  },
  not_found: {
    status: 404,
    watched: true,
    en: 'There is nothing here, or it is not yours.',
    fr: 'Il n’y a rien ici, ou cela n’est pas à vous.',
    es: 'Aquí no hay nada, o no es suyo.',
  },
  books_away: {
    status: 503,
    en: 'We can’t reach your accounts right now, so nothing was done. Please try again in a few minutes.',
    fr: 'Vos comptes ne sont pas joignables en ce moment ; rien n’a été fait. Réessayez dans quelques minutes.',
    es: 'Ahora no podemos consultar sus cuentas; no se hizo nada. Intente de nuevo en unos minutos.',
  },
  too_large: {
    status: 413,
    watched: true,
    en: 'That is more than we can take at once.',
    fr: 'C’est plus que ce que nous pouvons traiter en une fois.',
    es: 'Es más de lo que podemos procesar de una vez.',
  },
  not_json: {
    status: 415,
    en: 'Send JSON, with the content type application/json.',
    fr: 'Envoyez du JSON, avec le type application/json.',
    es: 'Envíe JSON, con el tipo application/json.',
  },
  json_malformed: {
    status: 400,
    en: 'The body is not an object in JSON.',
    fr: 'Le corps de la demande n’est pas un objet JSON.',
    es: 'El cuerpo de la solicitud no es un objeto JSON.',
  },
  method_unknown: {
    status: 405,
    en: 'This can’t be asked in that way. The header Allow names the ways that there are.',
    fr: 'Cette demande ne se fait pas ainsi. L’en-tête Allow indique les méthodes possibles.',
    es: 'Esto no se puede pedir así. La cabecera Allow indica los métodos posibles.',
  },
  too_many: {
    status: 429,
    watched: true,
    en: 'Too many attempts. Please wait a while and try again.',
    fr: 'Trop d’essais. Veuillez patienter puis réessayer.',
    es: 'Demasiados intentos. Espere un momento y vuelva a probar.',
  },
  failed: {
    status: 500,
    en: 'Something went wrong on our side. Look at your accounts before you try again. If you call us, name {id}.',
    fr: 'Une erreur s’est produite de notre côté. Consultez vos comptes avant de réessayer. Si vous nous appelez, indiquez {id}.',
    es: 'Algo salió mal de nuestro lado. Mire sus cuentas antes de volver a intentarlo. Si nos llama, indique {id}.',
  },
  unavailable: {
    status: 503,
    en: 'We can’t do this right now; nothing was changed. Please try again in a few minutes.',
    fr: 'C’est impossible pour le moment ; rien n’a été modifié. Veuillez réessayer dans quelques minutes.',
    es: 'Ahora mismo no es posible; no se ha cambiado nada. Vuelva a intentarlo en unos minutos.',
  },
} as const satisfies Record<string, RefusalTexts>;
