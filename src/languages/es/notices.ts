import type { NoticeTexts } from '../../wording/locale.ts';

/** Lo que se dice sin que se pida: qué cambió en otro canal, y lo que sirve para comprobar una dirección. */
export const esNotices: NoticeTexts = {
  code_changed: [
    'Desde este mensaje su nuevo código va al final; el anterior ya no vale. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  verified_again: [
    'Gracias: {address} está comprobado de nuevo y todo funciona como antes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
    'Gracias: comprobado de nuevo, todo funciona como antes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  enrolment_word: [
    'Su palabra de un solo uso para {service} es {word}. Escríbala en {portal} en 10 minutos y no se la diga a nadie. ¿No fue usted? Ignórela.',
    'Su palabra de un solo uso: {word}. Escríbala en {portal} en 10 minutos. No se la diga a nadie. ¿No fue usted? Ignórela.',
  ],
  inactivity_warning: [
    'Hace mucho que no escribe desde {address}. A partir del {day} no podrá mover dinero. Para conservarlo, envíe un mensaje, como #saldo.',
    'Hace mucho que no escribe. A partir del {day} no podrá mover dinero desde aquí. Para conservarlo, envíe #saldo.',
  ],
  unreadable: [
    'No podemos leer el chat cifrado de X: lo que nos escribió ahí no se hizo. Escríbanos desde aquí. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
    'No podemos leer el chat cifrado de X: lo que nos escribió ahí no se hizo. Escríbanos desde aquí. ¿Dudas? {phone}.',
  ],
  'money_doubt.unfollowed': [
    'Ya no nos sigue: no se puede mover dinero desde {address}. Para desbloquear, síganos y compruebe la cuenta en {portal}, en Mensajes.',
    'Ya no nos sigue: mover dinero desde aquí está bloqueado. Para desbloquear, síganos y compruebe la cuenta en {portal}, en Mensajes.',
  ],
  'money_doubt.handle_changed': [
    'Su nombre en X cambió: no se puede mover dinero desde {address}. Para desbloquear, compruebe de nuevo en {portal}, en Mensajes. ¿No fue usted? {phone}.',
    'Su nombre en X cambió: no se puede mover dinero desde aquí. Para desbloquear: {portal}, en Mensajes. ¿No fue usted? {phone}.',
  ],
  'money_doubt.inactivity': [
    'Hace mucho que no escribe desde {address}: ya no mueve dinero. Para desbloquear, compruebe de nuevo en {portal}, en Mensajes. Preguntas: {phone}.',
    'Hace mucho que no escribe: no se puede mover dinero desde aquí. Para desbloquear: {portal}, en Mensajes, o llame al {phone}.',
  ],
  'announced.code_changed': [
    'Se cambió el código de otro de sus canales. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.address_added': [
    'Se agregó otro teléfono, cuenta de X o aplicación a {service}. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
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
  'announced.limits_changed': [
    'Se cambió lo que uno de sus canales puede mover. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.suffix_changed': [
    'Se cambió el número con que los mensajes nombran una de sus cuentas. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.nickname_changed': [
    'Se cambió el apodo de una de sus cuentas, también para los mensajes. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.default_changed': [
    'Se cambió la cuenta que vale cuando un mensaje no nombra ninguna. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
  'announced.source_changed': [
    'Se cambió la cuenta de la que sale el dinero cuando un mensaje no nombra ninguna. ¿No fue usted? Envíe BLOQUEAR y llame al {phone}.',
  ],
};
