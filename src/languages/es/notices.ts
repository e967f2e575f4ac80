import type { NoticeTexts } from '../../wording/locale.ts';

/** Mensajes que nadie pidió: cambios hechos en otro canal, y los que sirven para verificar una dirección. */
export const esNotices: NoticeTexts = {
  code_changed: [
    'Desde este mensaje, su nuevo código va al final; el anterior ya no sirve. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  contact_card: [
    'Guarde ahora nuestro número para que su celular no silencie nuestros mensajes: {site}/contact.vcf tiene nuestra tarjeta de contacto.',
  ],
  verified_again: [
    'Gracias: ya se verificó de nuevo {address} y todo funciona como antes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
    'Gracias: ya está verificado y todo funciona como antes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  verified_but_locked: [
    'Verificamos {address}, pero cambiaron sus claves de X Chat: sin transferencias. Envíe otro código de {portal} por X Chat. ¿No fue Ud.? BLOQUEAR.',
  ],
  enrolment_word: [
    'Su código de un solo uso para {service} es {word}. Escríbalo en {portal} en 10 minutos y no se lo dé a nadie. ¿No fue usted? Ignórelo.',
    'Su código de un solo uso: {word}. Escríbalo en {portal} en 10 minutos. No se lo dé a nadie. ¿No fue usted? Ignórelo.',
  ],
  inactivity_warning: [
    'Hace mucho que no escribe desde {address}. A partir del {day} no podrá mover dinero. Para evitarlo, envíe un mensaje, como #saldo.',
    'Hace mucho que no escribe. A partir del {day} no podrá mover dinero desde aquí. Para evitarlo, envíe #saldo.',
  ],
  person_writes: [
    'Le escribe {name}, una persona de {institution}, no una máquina.',
    'Le escribe {name}, una persona y no una máquina.',
  ],
  person_left: [
    '{name} dejó esta conversación y {service} vuelve a responderle. Envíe #agente para hablar con una persona.',
    'La persona que le escribía ya se fue y {service} vuelve a responderle. Envíe #agente para hablar con una persona.',
    'La persona que le escribía ya se fue. Envíe #agente para hablar otra vez con una persona.',
  ],
  people_closed: [
    'Nuestro personal no está ahora: {hours}. Una persona leerá su último mensaje al abrir. Mientras tanto, {service} le responde como antes.',
    'Nuestro personal no está ahora. Una persona leerá su último mensaje al abrir. Mientras tanto, {service} le responde como antes.',
    'Nuestro personal no está ahora. Una persona leerá su último mensaje al abrir. Los comandos funcionan como antes.',
  ],
  unreadable: [
    'No podemos leer el chat cifrado de X y no hicimos nada con su mensaje. Escríbanos desde aquí. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
    'No podemos leer el chat cifrado de X y no hicimos nada con su mensaje. Escríbanos desde aquí. ¿Dudas? {phone}.',
  ],
  'money_doubt.unfollowed': [
    'Ya no nos sigue: no se puede mover dinero desde {address}. Para desbloquear, síganos de nuevo y verifique la cuenta en {portal}, en Mensajes.',
    'Ya no nos sigue: mover dinero desde aquí está bloqueado. Para desbloquear, síganos de nuevo y verifique la cuenta en {portal}, en Mensajes.',
  ],
  'money_doubt.handle_changed': [
    'Su usuario de X cambió: no se puede mover dinero desde {address}. Para desbloquear, verifique de nuevo en {portal}, en Mensajes. ¿No fue usted? {phone}.',
    'Su usuario de X cambió: no se puede mover dinero desde aquí. Para desbloquear: {portal}, en Mensajes. ¿No fue usted? {phone}.',
  ],
  'money_doubt.keys_changed': [
    'Sus claves de X Chat cambiaron: no se puede mover dinero desde {address}. Para desbloquear, verifique de nuevo en {portal}, en Mensajes. ¿No fue usted? {phone}.',
    'Sus claves de X Chat cambiaron: no se puede mover dinero desde aquí. Para desbloquear: {portal}, en Mensajes. ¿No fue usted? {phone}.',
  ],
  'money_doubt.inactivity': [
    'Hace mucho que no escribe desde {address}: ya no mueve dinero. Para desbloquear, verifique de nuevo en {portal}, en Mensajes. Preguntas: {phone}.',
    'Hace mucho que no escribe: no se puede mover dinero desde aquí. Para desbloquear: {portal}, en Mensajes, o llame al {phone}.',
  ],
  'announced.code_changed': [
    'Se cambió el código de otro de sus canales. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.address_added': [
    'Se agregó otro teléfono, otra cuenta de X u otra aplicación a {service}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.address_removed': [
    'Se quitó uno de sus canales de {service}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.passkey_added': [
    'Se agregó una llave de acceso a {portal}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.passkey_removed': [
    'Se eliminó una llave de acceso a {portal}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.password_changed': [
    'Se cambió su contraseña de {portal}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.totp_changed': [
    'Se cambió el segundo paso para ingresar a {portal}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.recovery_used': [
    'Alguien ingresó a {portal} con uno de sus códigos de recuperación. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.signed_in': [
    'Alguien inició sesión en {portal} como usted, en un navegador nuevo para nosotros. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.signed_out_everywhere': [
    'Se cerró la sesión de {portal} en todos los dispositivos. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.access_activated': [
    'Se activó su acceso a {portal}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.service_locked': [
    'Se bloqueó su servicio {service}: no se mueve dinero, tampoco en {portal}. ¿No fue usted? Llame al {phone}.',
  ],
  'announced.service_unlocked': [
    'Se desbloqueó su servicio {service} y funciona de nuevo. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.money_unlocked': [
    'Desde uno de sus canales se puede pasar dinero otra vez. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.keys_changed': [
    'Las claves de X Chat de su cuenta de X cambiaron y por ahora no mueve dinero. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.letter_waits': ['En {portal} le espera una carta sobre su disputa.'],
  'announced.limits_changed': [
    'Cambió la forma en que uno de sus canales puede pasar dinero. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.suffix_changed': [
    'Se cambió el número que usa en los mensajes para una de sus cuentas. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.nickname_changed': [
    'Se cambió el apodo de una de sus cuentas, también en los mensajes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.default_changed': [
    'Se cambió su cuenta habitual para los mensajes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.source_changed': [
    'Se cambió la cuenta de la que salen sus transferencias si un mensaje no indica otra. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.transfer_returned': [
    'No pudimos completar una de sus transferencias y la revertimos: el dinero volvió a su cuenta. Consulte {portal}. Preguntas: {phone}.',
  ],
};
