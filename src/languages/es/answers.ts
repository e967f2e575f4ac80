import type { AnswerTexts } from '../../wording/locale.ts';

/** Lo que respondemos cuando la institución no dice nada propio. Cada texto cabe en un SMS con el código. */
export const esAnswers: AnswerTexts = {
  'answer.fees': [
    'Nuestras comisiones están en la lista de tarifas; pasar dinero entre sus cuentas es gratis. ¿Dudas? Llame al {phone}, {hours}, por favor.',
    'Nuestras comisiones están en la lista de tarifas; pasar dinero entre sus cuentas es gratis. ¿Dudas? Llame al {phone}, por favor.',
  ],
  'answer.rates': [
    'Las tasas cambian y no las damos por mensaje. Llame al {phone}, {hours}, para las de hoy, de ahorro y de préstamos.',
    'Las tasas cambian y no las damos por mensaje. Llame al {phone} para las de hoy, de ahorro y de préstamos.',
  ],
  'answer.loans': [
    'Para pedir un préstamo o saber si califica, llame al {phone}, {hours}. PAGO DEL PRESTAMO le dice cuándo vence el que tiene.',
    'Para pedir un préstamo o saber si califica, llame al {phone}. PAGO DEL PRESTAMO le dice cuándo vence el que tiene.',
  ],
  'answer.card_replacement': [
    'Para una tarjeta nueva o de reemplazo, llame al {phone}, {hours}. Si la perdió, llame ya. Nunca envíe el número de la tarjeta.',
    'Para una tarjeta nueva o de reemplazo, llame al {phone}. Si la perdió, llame ya. Nunca envíe el número de la tarjeta.',
  ],
  'answer.card_declined': [
    '¿Le rechazaron la tarjeta? #saldo da lo disponible y #retenciones lo retenido. Para saber por qué, llame al {phone}.',
  ],
  'answer.pin': [
    'Por su seguridad, nunca enviamos ni pedimos un PIN. Para crear, cambiar o desbloquear el de su tarjeta, llame al {phone}.',
  ],
  'answer.direct_deposit': [
    'Número de ruta: {routing}. Su número de cuenta es el segundo al pie de sus cheques; o llame al {phone}. No lo envíe aquí.',
  ],
  'answer.direct_deposit.unset': [
    'Abajo en sus cheques están los dos: primero el número de ruta, luego el de cuenta. ¿Sin cheques? Llame al {phone}. No los envíe aquí.',
  ],
  'answer.order_checks': [
    'Para pedir cheques, llame al {phone}, {hours}. Nunca envíe su número de cuenta. #cheques da los que ya se pagaron.',
    'Para pedir cheques, llame al {phone}. Nunca envíe su número de cuenta. #cheques da los que ya se pagaron.',
  ],
  'answer.branches': [
    'Vea {site} o llame al {phone}, {hours}, para la sucursal o el cajero más cercano.',
    'Vea {site} o llame al {phone} para la sucursal o el cajero más cercano.',
    'Llame al {phone} para la sucursal o el cajero más cercano.',
  ],
  'answer.app_trouble': [
    '¿No puede entrar a {portal} o a la app? Revise su conexión, actualice y entre de nuevo. ¿Sigue igual? {phone}. Nunca envíe su contraseña.',
    '¿No puede entrar? Revise su conexión, actualice y entre de nuevo. ¿Sigue igual? {phone}. Nunca envíe su contraseña.',
  ],
  'answer.is_it_you': [
    'Todo mensaje nuestro termina con su código. Si falta o no coincide: no es nuestro. Para estar seguro, véalo en {portal} o llame al {phone}.',
    'Todo mensaje nuestro termina con su código. Si falta o no coincide: no es nuestro. ¿Dudas? {portal} o {phone}.',
  ],
};
