// @ts-check
/** @typedef {import('../phone-texts.js').PhoneTexts} PhoneTexts */
/** @typedef {import('../words.js').WordsToTry} WordsToTry */

/** @type {PhoneTexts} */
export const says = {
  locale: 'es',
  phone: 'Teléfono',
  follow: 'Seguir',
  followTitle: 'Seguir de nuevo a la cooperativa',
  unfollow: 'Dejar de seguir',
  unfollowTitle:
    'Si deja de seguir a la cooperativa, no podrá mover dinero por X hasta que verifique la cuenta de nuevo en la banca en línea',
  theme: 'Cambiar entre claro y oscuro',
  views: 'Vistas',
  chat: 'X Chat',
  chatConversation: 'Conversación en X Chat, cifrada',
  changePhone: 'Teléfono nuevo',
  changePhoneTitle: 'Cambiar de teléfono: el nuevo recibe otras claves en X Chat',
  noChats:
    '{name} todavía no tiene mensajes en X Chat. Viajan cifrados entre este teléfono y la cooperativa. Pruebe {word}.',
  messages: 'Mensajes X',
  texts: 'Textos',
  posts: 'Público',
  offline: 'Se perdió la conexión. Intentando de nuevo…',
  conversation: 'Conversación en X',
  textMessages: 'Mensajes de texto',
  suggestions: 'Sugerencias',
  message: 'Mensaje',
  placeholder: 'Mensaje, como {word}',
  placeholderInPublic: 'En público: @{handle} {word} 7',
  send: 'Enviar',
  noMessages: '{name} todavía no tiene mensajes en X. Pruebe {word}.',
  noTexts:
    'Todavía no hay mensajes de texto entre {phone} y el {number} de la cooperativa. Para usar el servicio por mensaje de texto, agregue este número en {bank}, en Mensajes.',
  noPosts: 'Nada público todavía. Publique aquí un comando «por error» y vea qué pasa.',
  onlineBank: 'la banca en línea',
  code: 'Su código de seguridad. Solo usted y su cooperativa lo conocen. Un mensaje sin él no viene de ella.',
  typing: 'Una respuesta está en camino',
  segment: '1 segmento',
  segments: '{count} segmentos',
  statuses: {
    sent: 'Enviado',
    delivered: 'Entregado',
    undelivered: 'No entregado',
    failed: 'No enviado',
  },
  tooLong: 'Use como máximo {most} caracteres. Este tiene {count}.',
  notSent: 'No pudimos enviarlo. Intente de nuevo.',
  silent: 'La demostración no responde. ¿Sigue funcionando?',
};

/** @type {WordsToTry} */
export const words = {
  usual: [
    '#saldo',
    '#historial 7',
    '#depositos 7',
    '#retenciones',
    '#transferir 50 7 0',
    '#cheques 7',
    'cuentas',
    'AYUDA',
  ],
  no: 'NO',
  more: 'MÁS',
};
