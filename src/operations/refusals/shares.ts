import type { RefusalTexts } from './refusal-texts.ts';

/** What accounts and transfers may refuse with. Amounts in `{amount}` are plain decimals. */
export const accountsRefusals = {
  days_reversed: {
    status: 422,
    en: 'The last day is before the first one. Please change one of them.',
    fr: 'Le dernier jour précède le premier. Veuillez changer l’un des deux.',
    es: 'El último día es anterior al primero. Cambie uno de los dos.',
  },
  amount_malformed: {
    status: 422,
    en: 'Please write the amount as 50 or 1250.00, without a currency.',
    fr: 'Écrivez le montant comme 50 ou 1250,00, sans devise.',
    es: 'Escriba el monto como 50 o 1250.00, sin moneda.',
  },
  amount_not_positive: {
    status: 422,
    en: 'The amount must be more than nothing.',
    fr: 'Le montant doit être supérieur à zéro.',
    es: 'El monto debe ser mayor que cero.',
  },
  money_locked: {
    status: 403,
    en: 'Nothing moved: LOCK has stopped all transfers, here too. To move money again, unlock the service under Messages.',
    fr: 'Rien n’a été viré : LOCK a arrêté tous les virements, ici aussi. Pour virer de nouveau, débloquez le service sous Messages.',
    es: 'No se movió nada: LOCK detuvo todas las transferencias, también aquí. Para volver a mover dinero, desbloquee el servicio en Mensajes.',
  },
  same_share: {
    status: 422,
    en: 'Money can’t move to the account that it comes from. Choose another one.',
    fr: 'L’argent ne peut pas aller sur le compte d’où il vient. Choisissez-en un autre.',
    es: 'El dinero no puede ir a la misma cuenta de la que sale. Elija otra.',
  },
  share_fixed: {
    status: 409,
    en: 'Money can’t be moved there or from there by you. Call us if you need that.',
    fr: 'Vous ne pouvez pas déplacer d’argent vers ce compte ou depuis ce compte. Appelez-nous si nécessaire.',
    es: 'Usted no puede mover dinero hacia esa cuenta ni desde ella. Llámenos si lo necesita.',
  },
  share_closed: {
    status: 409,
    en: 'That account is closed. Nothing moved.',
    fr: 'Ce compte est clôturé. Rien n’a été viré.',
    es: 'Esa cuenta está cerrada. No se movió nada.',
  },
  currencies_differ: {
    status: 409,
    en: 'These two accounts are in different currencies. Nothing moved.',
    fr: 'Ces deux comptes sont dans des devises différentes. Rien n’a été viré.',
    es: 'Estas dos cuentas están en monedas distintas. No se movió nada.',
  },
  transfer_limit: {
    status: 422,
    en: 'You can move at most {amount} at a time here. Nothing moved.',
    fr: 'Vous pouvez virer au plus {amount} en une fois ici. Rien n’a été viré.',
    es: 'Aquí puede mover como máximo {amount} por vez. No se movió nada.',
  },
  transfer_limit_day: {
    status: 422,
    en: 'You can still move {amount} here today. Nothing moved.',
    fr: 'Vous pouvez encore virer {amount} ici aujourd’hui. Rien n’a été viré.',
    es: 'Hoy todavía puede mover {amount} aquí. No se movió nada.',
  },
  more_than_owed: {
    status: 422,
    en: 'That is more than you owe: {amount}. Nothing moved.',
    fr: 'C’est plus que ce que vous devez : {amount}. Rien n’a été viré.',
    es: 'Es más de lo que debe: {amount}. No se movió nada.',
  },
  funds_insufficient: {
    status: 422,
    en: 'You can move at most {amount} from there now. Nothing moved.',
    fr: 'Vous pouvez virer au plus {amount} depuis ce compte en ce moment. Rien n’a été viré.',
    es: 'Desde esa cuenta puede mover ahora como máximo {amount}. No se movió nada.',
  },
  already_pending: {
    status: 409,
    en: 'You already asked for this transfer and it is not confirmed yet. Please don’t repeat it; nothing more moved.',
    fr: 'Vous avez déjà demandé ce virement et il n’est pas encore confirmé. Ne le répétez pas ; rien de plus n’a été viré.',
    es: 'Usted ya pidió esta transferencia y aún no está confirmada. No la repita; no se movió nada más.',
  },
  transfer_reused: {
    status: 409,
    en: 'This form has made another transfer already, so nothing moved now. Begin a new transfer.',
    fr: 'Ce formulaire a déjà servi à un autre virement ; rien n’a été viré cette fois. Commencez un nouveau virement.',
    es: 'Este formulario ya hizo otra transferencia, así que ahora no se movió nada. Empiece una nueva.',
  },
  suffix_malformed: {
    status: 422,
    en: 'Choose one or two digits, or a letter with one to three digits, such as 7 or S1.',
    fr: 'Choisissez un ou deux chiffres, ou une lettre suivie d’un à trois chiffres, comme 7 ou S1.',
    es: 'Elija una o dos cifras, o una letra con una a tres cifras, como 7 o S1.',
  },
  suffix_taken: {
    status: 409,
    en: 'Another of your accounts is called so. Choose another one.',
    fr: 'Un autre de vos comptes s’appelle ainsi. Choisissez autre chose.',
    es: 'Otra de sus cuentas se llama así. Elija otro.',
  },
  suffix_retired: {
    status: 409,
    en: 'One of your accounts was called so until lately. So that no old habit moves money to the wrong place, it stays free for 90 days.',
    fr: 'Un de vos comptes s’appelait ainsi récemment. Pour qu’aucune habitude n’envoie de l’argent au mauvais endroit, il reste libre 90 jours.',
    es: 'Una de sus cuentas se llamaba así hasta hace poco. Para que ninguna costumbre mande dinero al lugar equivocado, queda libre 90 días.',
  },
  nickname_malformed: {
    status: 422,
    en: 'A nickname has 2 to 20 letters, digits or spaces, two letters in a row at least and each word in one alphabet. It must not look like a code or a word that commands use.',
    fr: 'Un surnom a de 2 à 20 lettres, chiffres ou espaces, dont deux lettres qui se suivent, et un seul alphabet par mot. Il ne doit ressembler ni à un code ni à un mot des commandes.',
    es: 'Un apodo tiene de 2 a 20 letras, cifras o espacios, al menos dos letras seguidas y un solo alfabeto por palabra. No debe parecerse a un código ni a una palabra de los comandos.',
  },
  nickname_taken: {
    status: 409,
    en: 'Another of your accounts has this nickname. Choose another one.',
    fr: 'Un autre de vos comptes porte ce surnom. Choisissez-en un autre.',
    es: 'Otra de sus cuentas tiene ese apodo. Elija otro.',
  },
  statement_too_long: {
    status: 409,
    en: 'This month has more entries than a statement shows. Please call us for it.',
    fr: 'Ce mois compte plus d’écritures qu’un relevé n’en montre. Appelez-nous pour l’obtenir.',
    es: 'Este mes tiene más movimientos de los que muestra un estado. Llámenos para obtenerlo.',
  },
} as const satisfies Record<string, RefusalTexts>;
