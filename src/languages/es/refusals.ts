import type { RefusalTexts } from '../../wording/locale.ts';

/** Cada uno dice qué pasó (nada), por qué y qué hacer. */
export const esRefusals: RefusalTexts = {
  'refused.member_locked': [
    'El servicio está bloqueado en todos los canales; no se hizo nada. Para desbloquear: {portal}. ¿Urgente? Llame al {phone}.',
  ],
  'refused.address_suspended': [
    'No se hizo nada: hay que verificar otra vez {address} antes de responder aquí. Ingrese a {portal}, o llame al {phone}.',
  ],
  'refused.address_paused': [
    'No se hizo nada: usted puso en pausa {address}. Para reanudar, ingrese a {portal} y abra Mensajes, en línea.',
    'No se hizo nada: usted puso en pausa {address}. Para reanudar, ingrese a {portal}, en línea.',
  ],
  'refused.money_locked': [
    'No se movió nada: las transferencias desde {address} están bloqueadas. Para desbloquear: {portal} o {phone}. Consultar sí puede, con #saldo.',
    'No se movió nada: las transferencias están bloqueadas aquí. Para desbloquear: {portal}, o llame al {phone}.',
  ],
  'refused.too_late': [
    'No se movió nada: su mensaje llegó demasiado tarde. Si aún lo quiere, envíe el comando otra vez.',
  ],
  'refused.too_late.again': [
    'No se movió nada: su mensaje llegó demasiado tarde. Si aún lo quiere, envíe "{again}" otra vez.',
    'No se movió nada: su mensaje llegó tarde. Para hacerlo, envíe "{again}" otra vez.',
  ],
  'refused.amount_malformed': [
    'No se movió nada: no pudimos leer ese monto. Escríbalo como 50 o 1250.00, por ejemplo #transferir 50 7 0.',
  ],
  'refused.amount_foreign': [
    'No se movió nada: sus cuentas no están en esa moneda y nada se convierte. Escriba solo el monto, como en #transferir 50 7 0.',
  ],
  'refused.amount_not_positive': [
    'No se movió nada: el monto debe ser mayor que cero. Por ejemplo #transferir 50 7 0.',
  ],
  'refused.amount_too_large': [
    'No se movió nada: ese monto es más de lo que se puede pasar. Revíselo y envíe el comando otra vez.',
  ],
  'refused.same_account': [
    'No se movió nada: indicó dos veces la misma cuenta. Indique dos, como en #transferir 50 7 0. Para ver las suyas: cuentas.',
  ],
  'refused.share_not_found': [
    'No tiene esa cuenta; no se hizo nada. Envíe cuentas para ver la lista de las suyas.',
  ],
  'refused.share_not_found.shares': ['No tiene esa cuenta; no se hizo nada. Las suyas: {shares}.'],
  'refused.share_not_found.named': [
    'No tiene una cuenta "{named}"; no se hizo nada. Las suyas: {shares}.',
    'No hay cuenta "{named}"; no se hizo nada. Las suyas: {shares}.',
    'No hay tal cuenta; no se hizo nada. Las suyas: {shares}.',
  ],
  'refused.share_not_found.none': [
    'Aún no puede usar ninguna de sus cuentas con {service}; no se hizo nada. Ingrese a {portal}, o llame al {phone}.',
  ],
  'refused.share_unclear': [
    'No se hizo nada: hay más de una cuenta posible. Use el número, como en #saldo 7. Para ver las suyas: cuentas.',
  ],
  'refused.share_unclear.shares': [
    'No se hizo nada: ¿de qué cuentas se trata? Use sus números, como en #transferir 50 7 0. Las suyas: {shares}.',
    'No se hizo nada: ¿de qué cuentas se trata? Las suyas: {shares}.',
  ],
  'refused.no_default_share': [
    'No se hizo nada: no tiene cuenta habitual. Indique una, como en #saldo 7, o elíjala en {portal}, en línea.',
  ],
  'refused.no_default_share.shares': [
    'No se movió nada: no tiene cuenta habitual. Indique las dos, como en #transferir 50 7 0, o elíjala en {portal}. Las suyas: {shares}.',
    'No se movió nada: no tiene cuenta habitual. Indique las dos, como en #transferir 50 7 0. Las suyas: {shares}.',
  ],
  'refused.no_transfer_source': [
    'No se movió nada: diga de qué cuenta a cuál, como en #transferir 50 7 0.',
  ],
  'refused.no_transfer_source.shares': [
    'No se movió nada: diga de qué cuenta a cuál, como en #transferir 50 7 0. Las suyas: {shares}.',
  ],
  'refused.pay_not_offered': [
    'No se movió nada: no se puede pagar a otras personas por mensaje. Entre sus cuentas: #transferir 50 7 0. ¿Preguntas? {phone}.',
  ],
  'refused.disclosures_missing': [
    'No se movió nada: antes de la primera transferencia lea y acepte las condiciones. Ingrese a {portal} y abra Mensajes, en línea.',
    'No se movió nada: antes de la primera transferencia acepte las condiciones en {portal}, en línea.',
  ],
  'refused.read_only': [
    'No se movió nada: desde {address} puede consultar, pero no pasar dinero. Para permitirlo, ingrese a {portal} y abra Mensajes, en línea.',
    'No se movió nada: desde {address} puede consultar, pero no pasar dinero. Para permitirlo, ingrese a {portal}, en línea.',
  ],
  'refused.share_not_movable': [
    'No se movió nada: una de estas cuentas no permite transferencias por mensaje. Ingrese a {portal}, o llame al {phone}.',
  ],
  'refused.share_not_movable.share': [
    'No se movió nada: {share} no permite esta transferencia por mensaje. Ingrese a {portal}, o llame al {phone}.',
    'No se movió nada: {suffix} no lo permite por mensaje. Ingrese a {portal}, o llame al {phone}.',
  ],
  'refused.alerts_full': [
    'Tiene 20 alertas, el máximo posible, así que no se activó nada. #alertas las muestra, #alerta off 2 quita una.',
  ],
  'refused.alerts_no_due': [
    'No se activó nada: no sabemos cuándo vencen los pagos de sus préstamos. Su estado de cuenta lo dice, o llame al {phone}.',
  ],
  'refused.alerts_away': [
    'Aún no hay tales alertas para sus cuentas, así que no se activó nada. #saldo muestra lo que tiene.',
  ],
  'refused.books_away': [
    'No se hizo nada: ahora no podemos consultar sus cuentas. Intente de nuevo en unos minutos o llame al {phone}.',
    'No se hizo nada: ahora no podemos consultar sus cuentas. Intente de nuevo en unos minutos.',
  ],
  'refused.search_too_long': [
    'No podemos sumar tanto de una vez, así que no lo hicimos. Pregunte por menos tiempo, como un mes.',
  ],
  'refused.already_pending': [
    'No se movió nada más: ya pidió esta transferencia y aún no está confirmada. Espere nuestro mensaje o llame al {phone}.',
    'No se movió nada más: esta transferencia ya está en curso, sin confirmar. Espere nuestro mensaje.',
  ],
  'refused.past_balance_away': [
    'Solo podemos mostrar su saldo de ahora. Envíe #saldo, o vea sus estados de cuenta en {portal}, en línea.',
  ],
  'refused.key_reused': [
    'No se movió nada más: este mensaje nos llegó dos veces, con contenido distinto. Envíe el comando otra vez.',
  ],
  'refused.account_not_found': [
    'No tenemos esa cuenta en nuestros registros; no se hizo nada. Envíe cuentas para ver las suyas, o llame al {phone}.',
  ],
  'refused.account_closed': [
    'No se movió nada: una de estas cuentas está cerrada. Envíe cuentas para ver las suyas, o llame al {phone}.',
  ],
  'refused.account_closed.share': [
    'No se movió nada: {share} está cerrada. Envíe cuentas para ver las suyas, o llame al {phone}.',
  ],
  'refused.currency_mismatch': [
    'No se movió nada: una de estas cuentas está en otra moneda. Llame al {phone} y lo haremos por usted.',
  ],
  'refused.limit_exceeded': [
    'No se movió nada: es más de lo permitido por vez desde {address}. Envíe límites para ver los suyos, o ingrese a {portal}, en línea.',
  ],
  'refused.limit_exceeded.limit': [
    'No se movió nada: desde {address} se pueden pasar hasta {limit} por vez. Envíe menos, o páselo en {portal}, en línea.',
    'No se movió nada: hasta {limit} por vez desde {address}. Envíe un monto menor.',
  ],
  'refused.daily_limit_exceeded': [
    'No se movió nada: es más de lo permitido por día desde {address}. Envíe límites para ver los suyos, o ingrese a {portal}, en línea.',
  ],
  'refused.daily_limit_exceeded.limit': [
    'No se movió nada: hoy quedan {limit} por pasar desde {address}. Envíe menos, o páselo en {portal}, en línea.',
    'No se movió nada: hoy quedan {limit} por pasar desde {address}. Envíe un monto menor.',
  ],
  'refused.daily_limit_exceeded.used': [
    'No se movió nada: se agotó el límite de hoy desde {address}. Inténtelo mañana, o páselo en {portal}, en línea.',
    'No se movió nada: se agotó el límite de hoy desde {address}. Inténtelo otra vez mañana, por favor.',
  ],
  'refused.exceeds_owed': [
    'No se movió nada: es más de lo que debe ahí. #saldo muestra cuánto debe; después envíe un monto menor.',
  ],
  'refused.exceeds_owed.share': [
    'No se movió nada: en {share} solo quedan {owed} por pagar. Envíe ese monto o menos.',
  ],
  'refused.insufficient_funds': [
    'No se movió nada: lo disponible en esa cuenta no alcanza. #saldo se lo muestra; después envíe un monto menor.',
  ],
  'refused.insufficient_funds.share': [
    'No se movió nada: {share} tiene disponible {available}. Envíe un monto menor, o #saldo {suffix} para ver las retenciones.',
    'No se movió nada: {share} tiene disponible {available}. Envíe un monto menor.',
  ],
  'refused.approvals_full': [
    'No se movió nada: ya hay tres transferencias en espera. Decida sobre ellas en {portal}, o responda NO.',
  ],
  'refused.nothing_pending': [
    'No hay nada pendiente de su OK, así que no se hizo nada. Para pasar dinero, envíe por ejemplo #transferir 50 7 0.',
  ],
  'refused.confirmation_wrong': [
    'No es el número que le enviamos; no se hizo nada. Revíselo y responda OK con sus cuatro dígitos.',
  ],
  'refused.confirmation_expired': [
    'Demasiado tarde: esa solicitud ya venció y no se hizo nada. Si aún lo quiere, envíe el comando otra vez.',
  ],
};
