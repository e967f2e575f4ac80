import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` contiene lo que los operadores exigen de AYUDA: programa, ayuda, frecuencia, tarifas, STOP. */
export const esHelp: HelpTexts = {
  help: [
    '#saldo 7, #movimientos 7, #depositos, #retiros, #cheque 1042, #retenciones, #transferir 50 7 0, cuentas, BLOQUEAR, DISPUTA, #agente. AYUDA TODO: más.',
    '#saldo 7, #movimientos 7, #depositos, #retiros, #cheque 1042, #retenciones, #transferir 50 7 0, cuentas, BLOQUEAR, #agente, DISPUTA.',
  ],
  'help.sms': [
    '{service}, {institution}. Ayuda: {phone}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. STOP para terminar.',
    '{service}. Ayuda: {phone}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. STOP para terminar.',
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
    'No está a solas. En EE. UU. llame o escriba al 988 a toda hora; si hay peligro, al 911. Aquí: {phone}, o #agente para hablar con una persona.',
    'No está a solas. EE. UU.: 988 a toda hora; si hay peligro, 911. Aquí: {phone}, o #agente para hablar con una persona.',
  ],
  'care.hello': [
    '¡Hola! Este es {service}, que responde automáticamente: #saldo da sus saldos, AYUDA lista los comandos, #agente: hablar con una persona.',
    '¡Hola! Este servicio responde automáticamente: #saldo da sus saldos, AYUDA lista los comandos, #agente: hablar con una persona.',
  ],
  'care.thanks': [
    '¡Con gusto! Cuando quiera: #saldo da sus saldos, AYUDA lista lo que puede hacer.',
  ],
};
