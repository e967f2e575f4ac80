import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` dice lo que los operadores exigen de AYUDA: programa, ayuda, frecuencia, tarifas, STOP. */
export const esHelp: HelpTexts = {
  help: [
    '#saldo 7, #movimientos 7, #depositos, #retiros, #cheque 1042, #retenciones, #transferir 50 7 0, cuentas, BLOQUEAR, DISPUTA, #agente. AYUDA TODO: más.',
    '#saldo 7, #movimientos 7, #depositos, #retiros, #cheque 1042, #retenciones, #transferir 50 7 0, cuentas, BLOQUEAR, #agente, DISPUTA.',
  ],
  'help.sms': [
    '{service}, {institution}. Ayuda: {phone}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. STOP para terminar.',
    '{service}. Ayuda: {phone}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. STOP para terminar.',
  ],
  'help.all': [
    'Consultar: #saldo 7, #movimientos 7, #depositos, #retiros, #cheques, #cheque 1042, #retenciones, más, cuentas, detalles 7, límites. Pasar dinero: #transferir 50 7 0, luego OK y el número, o NO. Seguridad: BLOQUEAR, DISPUTA, código. Personas: #agente, contacto. STOP, START. AYUDA y una palabra: más.',
  ],
  'help.balance': [
    '#saldo: todas sus cuentas. #saldo 7: la cuenta 7, con las retenciones que reducen lo disponible.',
  ],
  'help.history': [
    '#movimientos 7: los últimos movimientos de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
  ],
  'help.deposits': [
    '#depositos 7: los últimos depósitos de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
  ],
  'help.withdrawals': [
    '#retiros 7: los últimos retiros de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
  ],
  'help.checks': [
    '#cheque 1042: si el cheque 1042 se ha pagado. #cheques 7: los últimos pagados; MÁS muestra los anteriores.',
  ],
  'help.holds': [
    '#retenciones 7: lo retenido en la cuenta 7, por qué y hasta cuándo. #retenciones: en todas.',
  ],
  'help.transfer': [
    '#transferir 50 7 0 pasa 50.00 de la cuenta 7 a la 0; también "pasar 50 de 7 a 0". Si preguntamos: OK y nuestro número, o NO.',
  ],
  'help.pay': [
    'Pagar a otros por mensaje no se ofrece. Entre sus propias cuentas: #transferir 50 7 0. Preguntas: {phone}.',
  ],
  'help.more': [
    'MÁS: lo que sigue en la lista recibida, de #movimientos, #depositos, #retiros o #cheques.',
  ],
  'help.accounts': [
    'cuentas: la lista de sus cuentas y sus números, para escribir en los comandos, como #saldo 7.',
  ],
  'help.details': [
    'detalles 7: disponible, saldo, retenciones y sobregiro de la cuenta 7, cuándo se abrió y su último movimiento.',
  ],
  'help.limits': [
    'límites: lo que se puede pasar desde {address} por vez y por día, y lo que queda para hoy.',
  ],
  'help.confirm': [
    'Si preguntamos antes, responda OK y las cuatro cifras que enviamos, o NO para dejarlo. SÍ por sí solo no hace nada.',
  ],
  'help.lock': [
    'BLOQUEAR: no se muestra nada por mensaje ni se mueve dinero, tampoco en {portal}. No cierra sesiones. Para desbloquear: {portal} o {phone}.',
  ],
  'help.code': [
    'Su código cierra cada mensaje nuestro. Si falta o no coincide: no es nuestro. Si coincide: es probable; para estar seguro, véalo en {portal}, donde puede cambiarlo.',
    'Su código cierra cada mensaje nuestro. Si falta o no coincide: no es nuestro. Compruébelo en {portal}, donde puede cambiarlo.',
  ],
  'help.dispute': [
    'DISPUTA avisa de algo que no hizo usted. Preguntamos una vez y abrimos un caso con referencia y fechas. ¿Urgente? {phone}.',
  ],
  'help.agent': [
    '#agente: una persona le responde, y usted recibe una referencia. Horario: {hours}. ¿Urgente? Llame al {phone}.',
    '#agente: una persona le responde, y usted recibe una referencia. ¿Urgente? Llame al {phone}.',
  ],
  'help.contact': [
    'contacto: nuestro teléfono, horario y dirección en línea. #agente: una persona le responde.',
  ],
  'care.secrets': [
    'Nunca envíe números de tarjeta, de cuenta o de Seguro Social, PIN ni contraseñas: borre ese mensaje. Nunca se los pedimos. ¿Dudas? {phone}.',
    'Nunca envíe números de tarjeta, PIN ni contraseñas: borre ese mensaje. Nunca se los pedimos. ¿Dudas? {phone}.',
  ],
  'care.emergency': [
    '¿Pérdida, robo o hackeo? Llame ya al {phone}: solo así se bloquea una tarjeta. BLOQUEAR detiene este servicio. #agente: le responde una persona.',
    '¿Pérdida, robo o hackeo? Llame ya al {phone}: solo así se bloquea una tarjeta. BLOQUEAR detiene este servicio.',
  ],
  'care.crisis': [
    'Usted no está a solas. En EE. UU. llame o escriba al 988 a toda hora; si hay peligro, al 911. Aquí: {phone}, o #agente para hablar con una persona.',
    'Usted no está a solas. EE. UU.: 988 a toda hora; si hay peligro, 911. Aquí: {phone}, o #agente para hablar con una persona.',
  ],
  'care.hello': [
    '¡Hola! Este es {service}, que responde automáticamente: #saldo da sus saldos, AYUDA lista los comandos, #agente: hablar con una persona.',
    '¡Hola! Este servicio responde automáticamente: #saldo da sus saldos, AYUDA lista los comandos, #agente: hablar con una persona.',
  ],
  'care.thanks': [
    '¡Con gusto! Cuando quiera: #saldo da sus saldos, AYUDA lista todo lo que puede pedir.',
  ],
  'help.stop': [
    'STOP: ningún mensaje nuestro más aquí. START: vuelven. BLOQUEAR detiene el servicio en todos los canales.',
  ],
};
