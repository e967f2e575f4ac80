import type { RefusalTexts } from './refusal-texts.ts';

/** The refusals of accounts and transfers. Amounts in `{amount}` are plain decimals. */
export const accountsRefusals = {
  days_reversed: {
    status: 422,
    en: 'The end date is before the start date. Please change one of them.',
    fr: 'La date de fin précède la date de début. Veuillez modifier l’une des deux.',
    es: 'La fecha final es anterior a la inicial. Cambie una de las dos.',
  },
  amount_malformed: {
    status: 422,
    en: 'Please enter the amount as 50 or 1250.00, without a currency.',
    fr: 'Entrez le montant comme 50 ou 1250,00, sans devise.',
    es: 'Escriba el monto como 50 o 1250.00, sin moneda.',
  },
  amount_not_positive: {
    status: 422,
    en: 'Enter an amount greater than zero.',
    fr: 'Entrez un montant supérieur à zéro.',
    es: 'Escriba un monto mayor que cero.',
  },
  money_locked: {
    status: 403,
    en: 'Nothing moved: LOCK stopped all transfers, including here. To move money again, unlock the service under Messages.',
    fr: 'Rien n’a été viré : BLOQUER a arrêté tous les virements, ici aussi. Pour virer de nouveau, débloquez le service sous Messages.',
    es: 'No se movió nada: BLOQUEAR detuvo todas las transferencias, también aquí. Para volver a mover dinero, desbloquee el servicio en Mensajes.',
  },
  same_share: {
    status: 422,
    en: 'The money is already in that account. Please choose another one.',
    fr: 'L’argent est déjà dans ce compte. Choisissez-en un autre.',
    es: 'El dinero ya está en esa cuenta. Elija otra.',
  },
  share_fixed: {
    status: 409,
    en: 'You can’t move money into or out of that account yourself. Please call us.',
    fr: 'Vous ne pouvez pas virer d’argent vers ce compte ni à partir de celui-ci. Appelez-nous au besoin.',
    es: 'Usted no puede mover dinero hacia esa cuenta ni desde ella. Llámenos si lo necesita.',
  },
  share_closed: {
    status: 409,
    en: 'That account is closed. Nothing moved.',
    fr: 'Ce compte est fermé. Rien n’a été viré.',
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
    en: 'You can move up to {amount} at a time here. Nothing moved.',
    fr: 'Ici, vous pouvez virer jusqu’à {amount} à la fois. Rien n’a été viré.',
    es: 'Aquí puede mover hasta {amount} por transferencia. No se movió nada.',
  },
  transfer_limit_day: {
    status: 422,
    en: 'You can still move up to {amount} here today. Nothing moved.',
    fr: 'Vous pouvez encore virer jusqu’à {amount} ici aujourd’hui. Rien n’a été viré.',
    es: 'Hoy todavía puede mover hasta {amount} aquí. No se movió nada.',
  },
  more_than_owed: {
    status: 422,
    en: 'You owe less than that: {amount}. Nothing moved.',
    fr: 'Vous devez moins que cela : {amount}. Rien n’a été viré.',
    es: 'Usted debe menos que eso: {amount}. No se movió nada.',
  },
  funds_insufficient: {
    status: 422,
    en: 'You can move up to {amount} from there now. Nothing moved.',
    fr: 'Vous pouvez virer jusqu’à {amount} à partir de ce compte en ce moment. Rien n’a été viré.',
    es: 'Ahora puede mover hasta {amount} desde esa cuenta. No se movió nada.',
  },
  already_pending: {
    status: 409,
    en: 'You already asked for this transfer and it is not confirmed yet. Please don’t repeat it; nothing more moved.',
    fr: 'Vous avez déjà demandé ce virement et il n’est pas encore confirmé. Ne le répétez pas ; rien de plus n’a été viré.',
    es: 'Usted ya pidió esta transferencia y aún no está confirmada. No la repita; no se movió nada más.',
  },
  transfer_reused: {
    status: 409,
    en: 'You already used this form for another transfer, so nothing moved now. Please start a new one.',
    fr: 'Ce formulaire a déjà servi à un autre virement : rien n’a été viré cette fois. Commencez-en un nouveau.',
    es: 'Este formulario ya se usó para otra transferencia, así que ahora no se movió nada. Empiece una nueva.',
  },
  suffix_malformed: {
    status: 422,
    en: 'Choose one or two digits, or a letter with one to three digits, such as 7 or S1.',
    fr: 'Choisissez un ou deux chiffres, ou une lettre suivie d’un à trois chiffres, comme 7 ou S1.',
    es: 'Elija uno o dos dígitos, o una letra con uno a tres dígitos, como 7 o S1.',
  },
  suffix_taken: {
    status: 409,
    en: 'Another of your accounts already uses that. Please choose another one.',
    fr: 'Un autre de vos comptes l’utilise déjà. Choisissez autre chose.',
    es: 'Otra de sus cuentas ya usa ese. Elija otro.',
  },
  suffix_retired: {
    status: 409,
    en: 'One of your accounts used that until recently. We keep it free for 90 days, so that an old habit can’t send money to the wrong place.',
    fr: 'Un de vos comptes l’utilisait jusqu’à récemment. Nous le laissons libre 90 jours, pour qu’une vieille habitude n’envoie pas d’argent au mauvais endroit.',
    es: 'Una de sus cuentas lo usaba hasta hace poco. Lo dejamos libre 90 días para que una vieja costumbre no mande dinero al lugar equivocado.',
  },
  nickname_malformed: {
    status: 422,
    en: 'A nickname has 2 to 20 letters, digits or spaces, with at least two letters in a row and one alphabet per word. It can’t look like a code or like a word used in commands.',
    fr: 'Un surnom a de 2 à 20 lettres, chiffres ou espaces, dont deux lettres qui se suivent, et un seul alphabet par mot. Il ne doit ressembler ni à un code ni à un mot des commandes.',
    es: 'Un apodo tiene de 2 a 20 letras, números o espacios, con al menos dos letras seguidas y un solo alfabeto por palabra. No puede parecerse a un código ni a una palabra de los comandos.',
  },
  nickname_taken: {
    status: 409,
    en: 'Another of your accounts already has this nickname. Please choose another one.',
    fr: 'Un autre de vos comptes a déjà ce surnom. Choisissez-en un autre.',
    es: 'Otra de sus cuentas ya tiene ese apodo. Elija otro.',
  },
  statement_too_long: {
    status: 409,
    en: 'This month has more transactions than a statement can show. Please call us to get it.',
    fr: 'Ce mois compte plus d’opérations qu’un relevé ne peut en montrer. Appelez-nous pour l’obtenir.',
    es: 'Este mes tiene más movimientos de los que muestra un estado. Llámenos para obtenerlo.',
  },
} as const satisfies Record<string, RefusalTexts>;
