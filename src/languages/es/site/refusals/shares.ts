import type { SharesRefusalTexts } from '../../../site-texts.ts';

/** Rechazos de cuentas y transferencias. */
export const shares: SharesRefusalTexts = {
  days_reversed: 'La fecha final es anterior a la inicial. Cambie una de las dos.',
  search_too_long: 'Es más de lo que podemos buscar de una vez. Elija un período más corto.',
  amount_malformed: 'Escriba el monto como 50 o 1250.00, sin moneda.',
  amount_not_positive: 'Escriba un monto mayor que cero.',
  money_locked:
    'No se movió nada: BLOQUEAR detuvo todas las transferencias, también aquí. Para volver a mover dinero, desbloquee el servicio en Mensajes.',
  same_share: 'El dinero ya está en esa cuenta. Elija otra.',
  share_fixed:
    'Usted no puede mover dinero hacia esa cuenta ni desde ella. Llámenos si lo necesita.',
  share_closed: 'Esa cuenta está cerrada. No se movió nada.',
  currencies_differ: 'Estas dos cuentas están en monedas distintas. No se movió nada.',
  transfer_limit: 'Aquí puede mover hasta {amount} por transferencia. No se movió nada.',
  transfer_limit_day: 'Hoy todavía puede mover hasta {amount} aquí. No se movió nada.',
  more_than_owed: 'Usted debe menos que eso: {amount}. No se movió nada.',
  funds_insufficient: 'Ahora puede mover hasta {amount} desde esa cuenta. No se movió nada.',
  already_pending:
    'Usted ya pidió esta transferencia y aún no está confirmada. No la repita; no se movió nada más.',
  transfer_reused:
    'Este formulario ya se usó para otra transferencia, así que ahora no se movió nada. Empiece una nueva.',
  suffix_malformed: 'Elija uno o dos dígitos, o una letra con uno a tres dígitos, como 7 o S1.',
  suffix_taken: 'Otra de sus cuentas ya usa ese. Elija otro.',
  suffix_retired:
    'Una de sus cuentas lo usaba hasta hace poco. Lo dejamos libre 90 días para que una vieja costumbre no mande dinero al lugar equivocado.',
  nickname_malformed:
    'Un apodo tiene de 2 a 20 letras, números o espacios, con al menos dos letras seguidas y un solo alfabeto por palabra. No puede parecerse a un código ni a una palabra de los comandos.',
  nickname_taken: 'Otra de sus cuentas ya tiene ese apodo. Elija otro.',
  statement_too_long:
    'Este mes tiene más movimientos de los que muestra un estado. Llámenos para obtenerlo.',
  dispute_settled:
    'Ya dimos un crédito o una decisión en esta disputa, así que no se puede retirar aquí. Llámenos.',
};
