import type { AlertSayings } from '../../wording/alert-words.ts';
import type { AlertTexts } from '../../wording/locale.ts';

/** How rules and alerts are said, in Spanish. */
export const alertSayings: AlertSayings = {
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  rules: {
    low: (share, amount) => `${share} por debajo de ${amount}`,
    deposit: (share, amount) => `depósitos de ${amount} o más${share ? ` en ${share}` : ''}`,
    withdrawal: (share, amount) => `salidas de ${amount} o más${share ? ` de ${share}` : ''}`,
    pay: (share) => `nómina que llega${share ? ` a ${share}` : ''}`,
    check: (share) => `cheques pagados${share ? ` de ${share}` : ''}`,
    hold: (share) => `nuevas retenciones${share ? ` en ${share}` : ''}`,
    due: (share, days) =>
      `pagos de ${share ?? 'préstamos'}, ${days === 0 ? 'el mismo día' : days === 1 ? '1 día antes' : `${days} días antes`}`,
    weekly: (weekday) => `resumen cada ${weekday}`,
  },
  news: {
    low: (share, available) => `${share} tiene poco saldo, ${available} disponible`,
    deposit: (share, amount, what) => `entraron ${amount} en ${share}${what ? ` (${what})` : ''}`,
    withdrawal: (share, amount, what) =>
      `salieron ${amount} de ${share}${what ? ` (${what})` : ''}`,
    pay: (share, amount, what) =>
      `llegó su nómina de ${amount} a ${share}${what ? ` (${what})` : ''}`,
    hold: (share, amount, what) => `retención de ${amount} en ${share}${what ? ` (${what})` : ''}`,
    check: (share, amount, number) =>
      `se pagó el cheque${number === undefined ? '' : ` ${number}`} de ${amount} de ${share}`,
    due: (share, amount, day) => `${share}: pago${amount ? ` de ${amount}` : ''} vence el ${day}`,
    weekly: (shares) => `su semana: ${shares}`,
  },
  week: (cameIn, wentOut) => `entraron ${cameIn}, salieron ${wentOut}`,
};

export const alertTexts: AlertTexts = {
  alert: ['Alerta: {news}.'],
  alert_set: [
    'La alerta {number} está activa: {what}. Le avisamos cada vez, hasta que envíe #alerta off {number}. #alertas las muestra todas.',
    'Alerta {number} activa: {what}. #alerta off {number} la quita, #alertas las muestra todas.',
  ],
  'alert_set.sms': [
    'Alerta {number} activa: {what}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. #alerta off {number} la quita; STOP, todos los SMS.',
    'Alerta {number}: {what}. Frecuencia variable; tarifas de mensajes/datos posibles. #alerta off {number} la quita; STOP, todos los SMS.',
  ],
  'alert_set.changed': [
    'La alerta {number} ahora dice: {what}. #alerta off {number} la quita, #alertas las muestra todas.',
  ],
  'alert_set.same': [
    'La alerta {number} ya estaba activa: {what}. #alerta off {number} la quita, #alertas las muestra todas.',
  ],
  alerts: [
    'Sus alertas: {rules}. Para quitar una, envíe #alerta off y su número: #alerta off 2.',
    '{rules}.',
  ],
  'alerts.quiet': [
    'Sus alertas: {rules}. Ninguna de {from} a {to}. Para quitar una, envíe #alerta off y su número: #alerta off 2.',
    '{rules}. Silencio de {from} a {to}.',
  ],
  'alerts.none': [
    'No tiene alertas. Envíe #alerta bajo 7 100 (cuenta 7, menos de 100), #alerta dep 500, #alerta cheque, #semanal vie. AYUDA alerta: lo demás.',
  ],
  alert_off: ['Se quitó la alerta {number}: {what}. #alertas muestra las activas.'],
  'alert_off.several': ['Se quitaron estas alertas: {rules}. #alertas muestra las activas.'],
  'alert_off.all': [
    'Se quitaron todas sus alertas. Los avisos de seguridad y las respuestas siguen. AYUDA alerta dice cómo volver a tenerlas.',
  ],
  'alert_off.none': ['No tiene tal alerta, así que no se cambió nada. #alertas muestra las suyas.'],
  'alert_how.low': [
    'Aún no se activó nada. Para saber si una cuenta baja de un monto, envíe #alerta bajo, la cuenta y el monto: #alerta bajo {example} 100.',
  ],
  'alert_how.deposit': [
    'Aún no se activó nada. Para saber de depósitos, envíe #alerta dep, la cuenta y el monto mínimo: #alerta dep {example} 500.',
  ],
  'alert_how.withdrawal': [
    'Aún no se activó nada. Para saber de salidas, envíe #alerta retiro, la cuenta y el monto mínimo: #alerta retiro {example} 200.',
  ],
  'alert_how.pay': [
    'Aún no se activó nada. Para saber cuándo llega su nómina, envíe #alerta nómina {example}, o #alerta nómina para todas las cuentas.',
  ],
  'alert_how.check': [
    'Aún no se activó nada. Para saber cuándo se paga un cheque, envíe #alerta cheque {example}, o #alerta cheque para todas las cuentas.',
  ],
  'alert_how.hold': [
    'Aún no se activó nada. Para saber de retenciones, envíe #alerta retención {example}; para todas las cuentas, #alerta retención.',
  ],
  'alert_how.due': [
    'Aún no se activó nada. Para saber antes de que venza un préstamo, envíe #alerta vence y los días, de 0 a 7: #alerta vence 3.',
  ],
  'alert_how.weekly': [
    'Aún no se activó el resumen. Para recibirlo cada semana, envíe #semanal y el día: #semanal vie.',
  ],
  'alert_how.none': [
    'No tiene una cuenta para esa alerta, así que no se activó nada. Envíe cuentas para ver las suyas, AYUDA alerta para ver qué hay.',
  ],
  quiet: [
    'Sin alertas de {from} a {to}, hora suya. Lo que pase entonces llega justo después, en un mensaje. #silencio off lo quita.',
  ],
  'quiet.set': [
    'Desde ahora, sin alertas de {from} a {to}, hora suya. Lo que pase entonces llega justo después, en un mensaje. #silencio off lo quita.',
  ],
  'quiet.off': [
    'Se quitaron las horas de silencio: las alertas llegan a toda hora. Para volver a ponerlas: #silencio 9pm 7am.',
  ],
  'quiet.how': [
    'No se fijaron horas de silencio. Para que las alertas no le despierten, envíe #silencio y dos horas: #silencio 9pm 7am. #silencio off las quita.',
  ],
};
