import type { RefusalTexts } from './refusal-texts.ts';

/** The refusals that any operation may return. */
export const commonRefusals = {
  input_invalid: {
    status: 422,
    en: 'Something is missing or not valid. Please correct the marked fields.',
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
    en: 'Please confirm that it’s you before you do this.',
    fr: 'Avant de faire cela, confirmez que c’est bien vous.',
    es: 'Antes de hacer esto, confirme que es usted.',
  },
  cross_site: {
    status: 403,
    watched: true,
    en: 'This request came from another site, so we didn’t carry it out.',
    fr: 'Cette demande venait d’un autre site : nous ne l’avons pas exécutée.',
    es: 'Esta solicitud vino de otro sitio, así que no la realizamos.',
  },
  not_found: {
    status: 404,
    watched: true,
    en: 'We couldn’t find that, or it isn’t yours.',
    fr: 'Nous ne l’avons pas trouvé, ou ce n’est pas à vous.',
    es: 'No lo encontramos, o no es suyo.',
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
    en: 'That’s more than we can take at once.',
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
    en: 'The body is not a JSON object.',
    fr: 'Le corps de la demande n’est pas un objet JSON.',
    es: 'El cuerpo de la solicitud no es un objeto JSON.',
  },
  method_unknown: {
    status: 405,
    en: 'This method is not allowed here. The Allow header lists the methods you can use.',
    fr: 'Cette méthode n’est pas permise ici. L’en-tête Allow indique les méthodes possibles.',
    es: 'Aquí no se permite este método. La cabecera Allow indica los que puede usar.',
  },
  too_many: {
    status: 429,
    watched: true,
    en: 'Too many attempts. Please wait a while and try again.',
    fr: 'Trop d’essais. Veuillez patienter un peu, puis réessayer.',
    es: 'Demasiados intentos. Espere un momento y vuelva a probar.',
  },
  failed: {
    status: 500,
    en: 'Something went wrong on our side. Check your accounts before you try again. If you call us, give us this number: {id}.',
    fr: 'Une erreur s’est produite de notre côté. Vérifiez vos comptes avant de réessayer. Si vous nous appelez, donnez-nous ce numéro : {id}.',
    es: 'Algo salió mal de nuestro lado. Revise sus cuentas antes de volver a intentarlo. Si nos llama, denos este número: {id}.',
  },
  unavailable: {
    status: 503,
    en: 'We can’t do this right now; nothing was changed. Please try again in a few minutes.',
    fr: 'Nous ne pouvons pas le faire en ce moment ; rien n’a changé. Veuillez réessayer dans quelques minutes.',
    es: 'No podemos hacerlo en este momento; no se cambió nada. Vuelva a intentarlo en unos minutos.',
  },
} as const satisfies Record<string, RefusalTexts>;
