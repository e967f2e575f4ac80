import type { MessagesRefusalTexts } from '../../../site-texts.ts';

/** Rechazos de la sección de mensajes. */
export const messages: MessagesRefusalTexts = {
  account_not_offered:
    'Por ahora no ofrecemos el servicio por {channel}. Puede agregar un número de teléfono.',
  phone_not_offered:
    'Por ahora no ofrecemos el servicio por mensaje de texto. Puede agregar una cuenta de X.',
  handle_unknown:
    'No encontramos ese usuario en {channel}. Revise cómo está escrito: es el nombre después de la {mark}.',
  handle_is_ours: 'Esa es nuestra propia cuenta. Escriba el usuario de la suya.',
  disclosures_first:
    'Lea este texto y marque la casilla para aceptarlo. Sin eso no podemos continuar.',
  address_already_yours: 'Este ya está configurado y funciona. No hay nada más que hacer.',
  address_opted_out:
    'Alguien envió STOP desde ahí, así que no podemos escribirle. Primero envíe START desde ahí a {to} y luego empiece aquí de nuevo.',
  phone_invalid:
    'Ese no parece un número de teléfono. Escríbalo completo, como {example}, o empiece con + y el código del país.',
  phone_country_needed:
    'No sabemos de qué país es ese número. Empiece con + y el código del país, como +1 314 555 0123.',
  phone_abroad:
    'No podemos enviar mensajes a ese número. Escriba un celular de uno de estos lugares: {countries}. Para otro, llámenos.',
  texts_spent:
    'Hoy no podemos enviar más mensajes de este tipo, así que no le enviamos ninguno. Intente más tarde o llámenos.',
  phone_landline: 'Ese número no puede recibir mensajes de texto. Escriba el de un celular.',
  word_malformed:
    'El código que enviamos tiene ocho dígitos. Escríbalos todos. Esto no contó como intento.',
  word_wrong:
    'Ese no es el código que enviamos. Revise el mensaje más reciente. Intentos restantes: {tries}.',
  enrollment_expired:
    'Este código venció a los diez minutos, así que no se configuró nada. Empiece de nuevo para recibir otro.',
  enrollment_tries_over:
    'Fue el quinto código incorrecto, así que no se configuró nada. Empiece de nuevo para recibir otro.',
  number_serves_another:
    'Este número está configurado para otra membresía, y solo puede usarse en una. ¿Cuál prefiere?',
  enrollment_over: 'Esto ya terminó. Empiece de nuevo.',
  service_locked: 'Usted bloqueó el servicio. Desbloquéelo primero y vuelva a intentarlo.',
  limit_invalid:
    'Escriba un monto mayor que cero, como 200 o 200.00, o déjelo vacío para usar nuestro límite.',
  limit_above_ours: 'Nuestro límite es {limit}. El suyo solo puede ser más bajo.',
  verify_address_again:
    'Verifique este de nuevo para que pueda mover dinero: escríbalo en «Agregar un canal», como la primera vez.',
  address_suspended:
    'Este está suspendido y no tiene código hasta que lo verifique de nuevo: escríbalo en «Agregar un canal», como la primera vez.',
  app_not_offered: 'Por ahora no hay mensajes en la aplicación. Intente de nuevo más tarde.',
  app_not_opened: 'Su conversación en la aplicación aún no está abierta. Ábrala primero.',
  app_address_other:
    'Ahora hay otra persona con sesión iniciada aquí. Abra la aplicación de nuevo.',
  message_id_taken:
    'No recibimos este mensaje: su identificador es de otro. Envíelo con un identificador nuevo.',
  streams_spent:
    'La aplicación está abierta en demasiados lugares a la vez. Ciérrela en uno de ellos o intente de nuevo en un minuto.',
  alert_incomplete: 'Falta algo. Elija la cuenta, el monto o el día que necesita esta alerta.',
  alert_amount: 'Escriba un monto mayor que cero, como 100 o 100.00.',
  alert_not_there: 'No tiene una cuenta para esta alerta, o esta cuenta no puede tenerla.',
  alerts_full: 'Tiene 20 alertas, el máximo posible. Primero quite una.',
  alert_no_due: 'No sabemos cuándo vencen los pagos de sus préstamos, así que no hay tal alerta.',
  alerts_away: 'Aún no ofrecemos esta alerta para sus cuentas.',
  quiet_incomplete: 'Escriba dos horas distintas o deje las dos vacías.',
  code_malformed: 'Un código tiene exactamente seis letras o números.',
  code_is_number: 'Un código no puede ser parte de su número de socio. Elija otro.',
  code_is_word: 'Esa palabra significa algo en los mensajes. Elija otra.',
  code_too_simple:
    'Es demasiado fácil de adivinar. Use al menos tres letras o números distintos, no seguidos.',
  code_used_before: 'Ya usó este código aquí. Elija uno nuevo.',
};
