import type { RefusalTexts } from './refusal-texts.ts';

/** What the section of the message service may refuse with. */
export const messagesRefusals = {
  x_not_offered: {
    status: 409,
    en: 'Messages on X are not offered here at the moment. You can add a phone number instead.',
    fr: 'Le service par X n’est pas proposé en ce moment. Vous pouvez ajouter un numéro de téléphone.',
    es: 'Por ahora no ofrecemos el servicio por X. Puede agregar un número de teléfono.',
  },
  phone_not_offered: {
    status: 409,
    en: 'Text messages are not offered here at the moment. You can add an X account instead.',
    fr: 'Le service par SMS n’est pas proposé en ce moment. Vous pouvez ajouter un compte X.',
    es: 'Por ahora no ofrecemos el servicio por SMS. Puede agregar una cuenta de X.',
  },
  handle_unknown: {
    status: 422,
    en: 'X knows nobody by that name. Please check the spelling; it is the name after the @.',
    fr: 'X ne connaît personne de ce nom. Vérifiez l’orthographe : c’est le nom après le @.',
    es: 'X no conoce a nadie con ese nombre. Revise cómo está escrito: es el nombre después de la @.',
  },
  handle_is_ours: {
    status: 422,
    en: 'That is our own account. Please enter the name of yours.',
    fr: 'C’est notre propre compte. Saisissez le nom du vôtre.',
    es: 'Esa es nuestra propia cuenta. Escriba el nombre de la suya.',
  },
  disclosures_first: {
    status: 422,
    en: 'Please read this and tick that you agree; without it we can’t go on.',
    fr: 'Veuillez lire ce texte et cocher votre accord ; sans lui, nous ne pouvons pas continuer.',
    es: 'Lea este texto y marque que está de acuerdo; sin eso no podemos seguir.',
  },
  address_already_yours: {
    status: 409,
    en: 'This one is already set up and works. There is nothing more to do.',
    fr: 'Celui-ci est déjà inscrit et fonctionne. Il n’y a rien de plus à faire.',
    es: 'Este ya está inscrito y funciona. No hay nada más que hacer.',
  },
  address_opted_out: {
    status: 409,
    en: 'STOP was said from there, so we may not write to it. Send START from there to {to} first, then begin again here.',
    fr: 'STOP a été envoyé depuis cette adresse : nous n’avons pas le droit d’y écrire. Envoyez d’abord START à {to} depuis celle-ci, puis recommencez ici.',
    es: 'Desde ahí se envió STOP, así que no podemos escribirle. Primero envíe START desde ahí a {to} y luego empiece aquí de nuevo.',
  },
  phone_invalid: {
    status: 422,
    en: 'That is not a phone number we can find. Please enter it with its area code, such as (314) 555-0123, or with + and the country code.',
    fr: 'Ce numéro de téléphone n’existe pas. Saisissez-le avec l’indicatif, par exemple (314) 555-0123, ou avec + et l’indicatif du pays.',
    es: 'Ese no es un número de teléfono que exista. Escríbalo con su código de área, como (314) 555-0123, o con + y el código del país.',
  },
  phone_landline: {
    status: 422,
    en: 'That number can’t get text messages. Please enter the number of a mobile phone.',
    fr: 'Ce numéro ne peut pas recevoir de SMS. Saisissez le numéro d’un téléphone mobile.',
    es: 'Ese número no puede recibir mensajes de texto. Escriba el de un teléfono móvil.',
  },
  word_wrong: {
    status: 422,
    en: 'That is not the word we sent. Look again at the newest message; tries left: {tries}.',
    fr: 'Ce n’est pas le mot que nous avons envoyé. Regardez le message le plus récent ; essais restants : {tries}.',
    es: 'No es la palabra que enviamos. Mire el mensaje más reciente; intentos que quedan: {tries}.',
  },
  enrolment_expired: {
    status: 410,
    en: 'The ten minutes for this word are over, so nothing was set up. Begin again to get a new one.',
    fr: 'Les dix minutes de ce mot sont passées : rien n’a été inscrit. Recommencez pour en recevoir un nouveau.',
    es: 'Pasaron los diez minutos de esta palabra, así que no se inscribió nada. Empiece de nuevo para recibir otra.',
  },
  enrolment_tries_over: {
    status: 410,
    en: 'That was the fifth wrong word, so nothing was set up. Begin again to get a new one.',
    fr: 'C’était le cinquième mot erroné : rien n’a été inscrit. Recommencez pour en recevoir un nouveau.',
    es: 'Fue la quinta palabra equivocada, así que no se inscribió nada. Empiece de nuevo para recibir otra.',
  },
  enrolment_bound_elsewhere: {
    status: 409,
    en: 'This one already serves another membership, and each can serve one only. Remove it there first, or call us at {phone}.',
    fr: 'Celui-ci sert déjà une autre adhésion, et il ne peut en servir qu’une. Retirez-le d’abord là-bas, ou appelez-nous au {phone}.',
    es: 'Este ya sirve a otra membresía, y cada uno puede servir solo a una. Quítelo allí primero, o llámenos al {phone}.',
  },
  enrolment_over: {
    status: 410,
    en: 'This has ended already. Please begin again.',
    fr: 'Cette inscription est déjà terminée. Veuillez recommencer.',
    es: 'Esta inscripción ya terminó. Empiece de nuevo.',
  },
  service_locked: {
    status: 409,
    en: 'You have locked the service. Unlock it first, then do this.',
    fr: 'Vous avez bloqué le service. Débloquez-le d’abord, puis recommencez.',
    es: 'Usted bloqueó el servicio. Desbloquéelo primero y luego haga esto.',
  },
  limit_invalid: {
    status: 422,
    en: 'Enter an amount above zero, such as 200 or 200.00, or leave it empty to use ours.',
    fr: 'Saisissez un montant supérieur à zéro, par exemple 200 ou 200,00, ou laissez vide pour le nôtre.',
    es: 'Escriba un importe mayor que cero, como 200 o 200.00, o déjelo vacío para usar el nuestro.',
  },
  limit_above_ours: {
    status: 422,
    en: 'Our own limit is {limit}; yours can only be lower.',
    fr: 'Notre propre plafond est de {limit} ; le vôtre ne peut qu’être plus bas.',
    es: 'Nuestro propio límite es {limit}; el suyo solo puede ser más bajo.',
  },
  verify_address_again: {
    status: 409,
    en: 'This one has to be verified again before it may move money: enter it anew under Add, as you did the first time.',
    fr: 'Il faut de nouveau vérifier celui-ci avant qu’il puisse virer : saisissez-le encore sous Ajouter, comme la première fois.',
    es: 'Hay que comprobarlo de nuevo antes de que pueda mover dinero: escríbalo otra vez en Agregar, como la primera vez.',
  },
  address_suspended: {
    status: 409,
    en: 'This one is suspended and has no code until it is verified again: enter it anew under Add, as you did the first time.',
    fr: 'Celui-ci est suspendu et n’a pas de code avant d’être de nouveau vérifié : saisissez-le encore sous Ajouter, comme la première fois.',
    es: 'Este está suspendido y no tiene código hasta que se compruebe de nuevo: escríbalo otra vez en Agregar, como la primera vez.',
  },
  code_malformed: {
    status: 422,
    en: 'A code has exactly six letters or digits.',
    fr: 'Un code a exactement six lettres ou chiffres.',
    es: 'Un código tiene exactamente seis letras o cifras.',
  },
  code_is_number: {
    status: 422,
    en: 'A code can’t be part of your member number. Please choose another.',
    fr: 'Un code ne peut pas faire partie de votre numéro de membre. Choisissez-en un autre.',
    es: 'Un código no puede ser parte de su número de socio. Elija otro.',
  },
  code_is_word: {
    status: 422,
    en: 'That is a word with a meaning in messages. Please choose another.',
    fr: 'Ce mot a un sens dans les messages. Choisissez-en un autre.',
    es: 'Esa palabra significa algo en los mensajes. Elija otra.',
  },
  code_too_simple: {
    status: 422,
    en: 'That is too easy to guess. Please use at least three different letters or digits, not in a row.',
    fr: 'C’est trop facile à deviner. Prenez au moins trois lettres ou chiffres différents, sans suite.',
    es: 'Es demasiado fácil de adivinar. Use al menos tres letras o cifras distintas, no seguidas.',
  },
  code_used_before: {
    status: 422,
    en: 'You have used this code here before. Please choose one that is new.',
    fr: 'Vous avez déjà utilisé ce code ici. Choisissez-en un nouveau.',
    es: 'Ya usó este código aquí. Elija uno nuevo.',
  },
} as const satisfies Record<string, RefusalTexts>;
