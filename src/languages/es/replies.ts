import { posted } from './posted.ts';
import { textsOfCommands } from '../../wording/command-texts.ts';
import { affordTexts } from './afford.ts';
import { approvalTexts } from './approvals.ts';
import { alertSayings, alertTexts } from './alerts.ts';
import { esAnswers } from './answers.ts';
import { channels } from './channels.ts';
import { esGuessed } from './guessed.ts';
import { esCommands } from './commands.ts';
import { found, foundTexts } from './found.ts';
import { esHelp } from './help.ts';
import { loanTexts, loanWords } from './loans.ts';
import { esNotices } from './notices.ts';
import { esRefusals } from './refusals.ts';
import type { PlainTexts, Locale } from '../../wording/locale.ts';

const plain: PlainTexts = {
  balance: [
    '{share}, disponible: {available} {when}.',
    '{suffix}, disponible: {available} {when}.',
  ],
  'balance.holds': [
    '{share}, disponible: {available} {when}. Saldo {ledger}, menos {holds}.',
    '{suffix}, disponible: {available} {when}. Saldo {ledger}, menos {holds}.',
  ],
  'balance.differs': [
    '{share}, disponible: {available} {when}. Saldo {ledger}.',
    '{suffix}, disponible: {available} {when}. Saldo {ledger}.',
  ],
  'balance.overdrawn': [
    '{share}: sobregiro de {short} {when}. No hay nada disponible.',
    '{suffix}: sobregiro de {short} {when}.',
  ],
  'balance.loan': ['{share}: {owed} por pagar {when}.', '{suffix}: {owed} por pagar {when}.'],
  balances: ['Disponible: {shares}, {when}.'],
  history: [
    '{share}, {latest}: {rows}.',
    '{share}: {rows}.',
    '{share}: {rows_short}.',
    '{suffix}: {rows_short}.',
    '{suffix}: {rows_bare}.',
  ],
  'history.more': [
    '{share}, {latest}: {rows}. Anteriores: MÁS.',
    '{share}: {rows}. Anteriores: MÁS.',
    '{share}: {rows_short}. Anteriores: MÁS.',
    '{suffix}: {rows_short}. Anteriores: MÁS.',
    '{suffix}: {rows_bare}. Anteriores: MÁS.',
  ],
  'history.none': ['{share}: {none} por ahora.'],
  check: ['El cheque {number} por {amount} se pagó el {day} de {share}.'],
  'check.others': [
    'El cheque {number} por {amount} se pagó el {day} de {share}. Otros con ese número: {others}. Vea #cheques {suffix}.',
    'Cheque {number} por {amount} pagado el {day}, cuenta {suffix}. Otros con ese número: {others}.',
  ],
  'check.none': [
    'El cheque {number} no se ha pagado en ninguna de sus cuentas. #cheques muestra los que sí.',
  ],
  holds: [
    '{share}: {total}: {list}, {when}.',
    '{suffix}: {total}: {list}, {when}.',
    '{suffix}: {total} {when}.',
  ],
  'holds.all': ['{total}: {list}, {when}.', '{total} {when}. Una sola cuenta: #retenciones 7.'],
  'holds.none': [
    '{share}: sin retenciones {when}. Todo el saldo está disponible.',
    '{suffix}: sin retenciones {when}.',
  ],
  'holds.none_all': ['Sin retenciones en sus cuentas {when}.'],
  accounts: [
    'Sus cuentas: {shares}. Escriba el número, como en #saldo {example}; todas a la vez: #saldo.',
    'Sus cuentas: {shares}. Para una sola: #saldo {example}.',
    '{shares}.',
  ],
  details: [
    '{share}, disponible: {available} {when}. Saldo {ledger}, retenciones {held}, {overdraft}. Abierta el {opened}, {activity}.',
    '{share}, disponible: {available} {when}. Saldo {ledger}, retenciones {held}, {overdraft}. Abierta el {opened}.',
    '{suffix}, disponible: {available} {when}. Saldo {ledger}, retenciones {held}, {overdraft}.',
  ],
  'details.loan': [
    '{share}: {owed} por pagar {when}. Abierto el {opened}, {activity}.',
    '{suffix}: {owed} por pagar {when}.',
  ],
  limits: [
    'Desde {address} puede pasar hasta {per_transfer} por vez y {per_day} por día. Quedan hoy: {left}.',
    'Hasta {per_transfer} por vez, {per_day} por día. Quedan hoy: {left}.',
  ],
  'limits.confirm': [
    'Desde {address} puede pasar hasta {per_transfer} por vez y {per_day} por día. Quedan hoy: {left}. Por encima de {confirm_above} pedimos confirmación.',
    'Hasta {per_transfer} por vez, {per_day} por día. Quedan hoy: {left}. Por encima de {confirm_above} pedimos confirmación.',
  ],
  'limits.always': [
    'Desde {address} puede pasar hasta {per_transfer} por vez y {per_day} por día. Quedan hoy: {left}. Pedimos confirmar cada transferencia.',
    'Hasta {per_transfer} por vez, {per_day} por día. Quedan hoy: {left}. Pedimos confirmar cada transferencia.',
  ],
  'limits.read_only': [
    'Desde {address} puede consultar, pero no pasar dinero. Para permitirlo, ingrese a {portal} y abra Mensajes, en línea.',
    'Desde {address} puede consultar, pero no pasar dinero. Para permitirlo, ingrese a {portal}, en línea.',
  ],
  'limits.locked': [
    'Las transferencias desde {address} están bloqueadas. Para desbloquearlas, ingrese a {portal} y abra Mensajes, en línea.',
    'Las transferencias están bloqueadas aquí. Para desbloquearlas, ingrese a {portal}, en línea.',
  ],
  confirm_transfer: [
    'Aún no se ha movido nada. ¿Pasar {amount} de {from} a {to}? Responda OK {confirmation} antes de {until}, o NO.',
    'Aún no se ha movido nada. ¿Pasar {amount} de {from_suffix} a {to_suffix}? Responda OK {confirmation} antes de {until}, o NO.',
  ],
  'confirm_transfer.repeat': [
    'Acaba de hacer esta transferencia. No se ha movido nada más. ¿Pasar otra vez {amount} de {from} a {to}? Responda OK {confirmation} antes de {until}, o NO.',
    'Acaba de hacer esta transferencia. Nada más se ha movido. ¿Otra vez {amount} de {from} a {to}? Responda OK {confirmation} antes de {until}, o NO.',
    'Acaba de hacer esta transferencia. Nada más se ha movido. ¿Otra vez {amount}, {from_suffix} a {to_suffix}? Responda OK {confirmation} antes de {until}, o NO.',
  ],
  'confirm_transfer.unclear': [
    'Aún no se ha movido nada. ¿Quiso pasar {amount} de {from} a {to}? Responda OK {confirmation} antes de {until}, o NO.',
    'Aún no se ha movido nada. ¿Pasar {amount} de {from_suffix} a {to_suffix}? Responda OK {confirmation} antes de {until}, o NO.',
  ],
  'confirm_transfer.overdraft': [
    'Aún no se ha movido nada. {amount} de {from} a {to} usaría su sobregiro. ¿Seguir? Responda OK {confirmation} antes de {until}, o NO.',
    'Aún no se ha movido nada. {amount}, {from_suffix} a {to_suffix}, usaría su sobregiro. ¿Seguir? Responda OK {confirmation} antes de {until}, o NO.',
  ],
  transferred: [
    'Transferimos {amount} de {from} a {to}. Disponible: {from_suffix}: {from_available}; {to_suffix}: {to_available}. Recibo {receipt}, {time}.',
    'Transferimos {amount}, {from_suffix} a {to_suffix}. Disponible: {from_suffix}: {from_available}; {to_suffix}: {to_available}. Recibo {receipt}, {time}.',
  ],
  'transferred.found': [
    'Confirmado: se pasaron {amount} de {from} a {to}. Recibo {receipt}, {time}.',
    'Confirmado: se pasaron {amount}, {from_suffix} a {to_suffix}. Recibo {receipt}, {time}.',
  ],
  transfer_pending: [
    'Estamos procesando su transferencia de {amount}, {from} a {to}. Le avisaremos cuando termine. No la envíe otra vez.',
    'Estamos procesando su transferencia de {amount}, {from_suffix} a {to_suffix}. Le avisaremos cuando termine. No la envíe otra vez.',
  ],
  transfer_unconfirmed: [
    'Su transferencia de {amount}, {from} a {to}, aún no está confirmada. No la envíe otra vez. Referencia {reference}: la revisamos.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, aún no está confirmada. No la envíe otra vez. Referencia {reference}: la revisamos.',
  ],
  transfer_not_made: [
    'Su transferencia de {amount}, {from} a {to}, fue rechazada y no se movió nada. ¿Dudas? Llame al {phone}.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, fue rechazada y no se movió nada. ¿Dudas? Llame al {phone}.',
  ],
  'transfer_not_made.funds': [
    'Su transferencia de {amount}, {from} a {to}, fue rechazada por falta de fondos y no se movió nada. Vea su saldo con #saldo.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, fue rechazada por falta de fondos y no se movió nada. Vea su saldo con #saldo.',
  ],
  'transfer_not_made.away': [
    'Su transferencia de {amount}, {from} a {to}, no se realizó y no se movió nada. Si todavía la quiere, envíela otra vez.',
    'Su transferencia de {amount}, {from_suffix} a {to_suffix}, no se realizó y no se movió nada. Si todavía la quiere, envíela otra vez.',
  ],
  affirm_hint: [
    'Aún no se ha hecho nada: SÍ no basta. Para seguir, responda OK {confirmation} antes de {until}; para cancelar, responda NO.',
  ],
  'affirm_hint.ok': [
    'Casi: responda OK y los cuatro dígitos, OK {confirmation}, antes de {until}; para cancelar, NO. Aún no se ha hecho nada.',
  ],
  language_changed: [
    'Desde ahora le escribiremos en español. Para cambiar, solo envíe ENGLISH o FRANÇAIS.',
  ],
  declined: ['De acuerdo, cancelado: no se hizo nada.'],
  'declined.still': [
    'De acuerdo: eso queda cancelado y no se hizo nada. Su solicitud anterior sigue pendiente: responda OK {confirmation} antes de {until}, o NO.',
  ],
  nothing_pending: [
    'No hay nada pendiente de su OK o NO, así que no se hizo nada. #saldo da sus saldos; AYUDA, los comandos.',
  ],
  confirmation_wrong: [
    'No es el número que le enviamos; no se hizo nada. Revíselo y responda OK con el correcto. {tries} antes de bloquear las transferencias aquí.',
    'No es el número correcto; no se hizo nada. {tries} antes de bloquear las transferencias aquí.',
  ],
  confirmation_replaced: [
    'Ese número es de una solicitud anterior, ya cancelada: no se hizo nada. Para la actual, responda OK {confirmation} antes de {until}, o NO.',
  ],
  confirmation_expired: [
    'Demasiado tarde: esa solicitud ya venció y no se hizo nada. Si aún lo quiere, envíe el comando otra vez.',
  ],
  money_locked_now: [
    'Cinco números equivocados: las transferencias desde {address} quedan bloqueadas; no se movió nada. Para desbloquear: {portal} o {phone}.',
    'Cinco números equivocados: transferencias bloqueadas aquí; no se movió nada. Para desbloquear: {portal} o {phone}.',
  ],
  choose: ['¿Qué cuenta? {options}. Responda {one_of}.'],
  'choose.transfer_from': [
    'Aún no se ha movido nada. ¿De qué cuenta? {options}. Responda {one_of}.',
  ],
  'choose.transfer_to': ['Aún no se ha movido nada. ¿A qué cuenta? {options}. Responda {one_of}.'],
  'choose.which_transfer': ['Aún no se ha movido nada. ¿Cuál? {options}. Responda {one_of}, o NO.'],
  ...esGuessed.texts,
  choice_range: [
    'La lista va del 1 al {count}. Responda con uno de esos números, o NO. Aún no se ha hecho nada.',
  ],
  edit_ignored: ['No actuamos según mensajes editados. Envíelo de nuevo como un mensaje nuevo.'],
  group_ignored: [
    'No leemos los chats de grupo: otros verían sus cuentas. Escríbanos aquí, en nuestro propio chat.',
  ],
  choice_gone: [
    'Esa lista ya no está activa, así que no se hizo nada. Pregunte de nuevo, por favor.',
  ],
  no_more: [
    'No hay más que mostrar. Para empezar de nuevo: #movimientos 7, #depositos 7, #retiros 7 o #cheques 7.',
  ],
  confirm_lock: [
    'Aún no está bloqueado. ¿Detener los mensajes y todas las transferencias, también en {portal}? Responda OK {confirmation} antes de {until}, o NO.',
  ],
  locked: [
    'Bloqueado ({time}): no se muestra nada por mensaje ni se mueve dinero, tampoco en {portal}, hasta que desbloquee allí. No cierra sesiones. ¿Urgente? {phone}.',
    'Bloqueado ({time}): no se mueve dinero, tampoco en {portal}, hasta que desbloquee allí. No cierra sesiones. ¿Urgente? {phone}.',
  ],
  already_locked: [
    'El servicio ya está bloqueado y no se mueve dinero, tampoco en {portal}. Allí puede desbloquearlo. ¿Urgente? Llame al {phone}.',
  ],
  unlock_where: [
    'Por seguridad no se desbloquea nada por mensaje. Ingrese a {portal} ({site}) y desbloquee allí, o llame al {phone}.',
    'Por seguridad no se desbloquea nada por mensaje. Ingrese a {portal}, o llame al {phone}.',
  ],
  code_where: [
    'Por seguridad su código solo se cambia en {portal}, nunca por mensaje. Ingrese a {site} y abra Mensajes. Nunca se lo pediremos.',
    'Su código solo se cambia en {portal}, nunca por mensaje. Nunca se lo pediremos.',
  ],
  confirm_dispute: [
    '¿Un error, o algo que no hizo usted? Para abrir un caso, responda OK {confirmation} antes de {until}, o NO. O llame al {phone}.',
    '¿Un error? Para abrir un caso, responda OK {confirmation} antes de {until}, o NO. O llame al {phone}.',
  ],
  'confirm_dispute.loss': [
    'Pérdida o robo: llame ya al {call}. Para abrir también un caso por el error, responda OK {confirmation} antes de {until}, o NO. BLOQUEAR detiene el servicio.',
    'Pérdida o robo: llame ya al {call}. Para abrir un caso por el error, responda OK {confirmation} antes de {until}, o NO.',
  ],
  dispute_opened: [
    'Caso {reference} abierto, recibido el {day}, {time}. Respuesta a más tardar el {due}. Para detener el servicio: BLOQUEAR. Preguntas: {phone}.',
    'Caso {reference} abierto, recibido el {day}, {time}. Respuesta a más tardar el {due}. Para detener todo: BLOQUEAR.',
  ],
  agent: [
    'Una persona le responderá. Su referencia: {reference}. Horario: {hours}. ¿Urgente? Llame al {phone}.',
    'Una persona le responderá. Su referencia: {reference}. ¿Urgente? Llame al {phone}.',
  ],
  not_stopped: [
    'Todavía no se ha detenido. Llame ya al {call}. Su referencia es {reference}: una persona también verá su mensaje, pero no lo deje para luego.',
    'Todavía no se ha detenido. Llame ya al {call}. Referencia {reference}: también lo verá una persona.',
  ],
  'not_stopped.closed': [
    'Todavía no se ha detenido. Llame al {phone} en cuanto abramos: {hours}. Su referencia es {reference}: una persona también verá su mensaje.',
    'Todavía no se ha detenido. Llame al {phone} en cuanto abramos. Referencia {reference}: también lo verá una persona.',
  ],
  'not_stopped.card': [
    'Por aquí todavía no se puede bloquear su tarjeta. Para bloquearla, llame ya al {call}. Su referencia es {reference}: una persona también verá su mensaje.',
    'Por aquí todavía no se puede bloquear su tarjeta. Llame ya al {call}. Referencia {reference}: también lo verá una persona.',
  ],
  'not_stopped.card.closed': [
    'Por aquí todavía no se puede bloquear su tarjeta. Llame al {phone} en cuanto abramos: {hours}. Referencia {reference}: también lo verá una persona.',
    'Por aquí todavía no se puede bloquear su tarjeta. Llame al {phone} en cuanto abramos. Referencia {reference}: también lo verá una persona.',
  ],
  stopped: [
    'No recibirá más mensajes de {service} aquí, y desde aquí no se puede mover nada. Para volver, envíe START. Ayuda: {phone}.',
    'No recibirá más mensajes de {service} aquí. Para volver, envíe START. Ayuda: {phone}.',
  ],
  started: [
    'Los mensajes de {service} están activos. AYUDA: los comandos. STOP para terminar.',
    'Los mensajes están activos. AYUDA: los comandos. STOP para terminar.',
  ],
  'started.sms': [
    'Los mensajes de {service} están activos. Pueden aplicarse tarifas de mensajes y datos. Envíe AYUDA o STOP.',
    'Los mensajes están activos. Pueden aplicarse tarifas de mensajes y datos. Envíe AYUDA o STOP.',
  ],
  'started.locked': [
    'Le damos de nuevo la bienvenida a {service}. Para volver a pasar dinero desde aquí, ingrese primero a {portal}. AYUDA: los comandos. STOP para terminar.',
    'Le damos de nuevo la bienvenida. Para pasar dinero desde aquí, ingrese primero a {portal}. AYUDA: los comandos. STOP para terminar.',
  ],
  'started.sms.locked': [
    'De nuevo le damos la bienvenida. Para pasar dinero, ingrese primero a {portal}. Pueden aplicarse tarifas de mensajes y datos. AYUDA o STOP.',
    'Nos alegra su regreso. Para pasar dinero, primero {portal}. Pueden aplicarse tarifas de mensajes y datos. Envíe AYUDA o STOP.',
  ],
  unknown: [
    'No le entendimos, así que no se hizo nada. Pruebe #saldo o #movimientos 7; AYUDA muestra todos los comandos. #agente: hablar con una persona.',
  ],
  'unknown.suggestion': [
    'No le entendimos, así que no se hizo nada. ¿Quiso decir "{suggestion}"? Si es así, envíelo. AYUDA lista todo lo demás.',
    'No se hizo nada. ¿Quiso decir "{suggestion}"? Si es así, envíelo. AYUDA lista todo lo demás.',
  ],
  amount_missing: [
    'No se movió nada: díganos cuánto, en números, como en #transferir 50 7 0. #saldo da lo disponible en cada una de sus cuentas.',
  ],
  stranger: [
    'Este es {service}, de {institution}. Para usarlo, agregue {address} en {portal}, {site}. Nunca envíe un PIN ni un número de cuenta. {phone}.',
    'Este es {service}. Para usarlo, agregue {address} en {portal}, {site}. Preguntas: {phone}.',
    'Para usar {service}, agregue {address} en {portal}. Preguntas: {phone}.',
  ],
  public_warning: [
    'Publicó un comando donde cualquiera puede leerlo. No hicimos nada con él. Borre la publicación y escríbanos aquí, por mensaje directo.',
  ],
  'public_warning.notice': [
    'Reportó un error donde cualquiera puede leerlo. Nuestro personal ya lo tiene. Borre la publicación y escríbanos aquí o llame al {phone}.',
  ],
  welcome: [
    'Le damos la bienvenida a {service}. Pruebe #saldo {example}, #movimientos {example} o #retenciones {example}; AYUDA da el resto. Sin su código al final, no es nuestro.',
    'Le damos la bienvenida: #saldo {example}, #movimientos {example}, #retenciones {example}, AYUDA. Un mensaje sin su código al final no es nuestro.',
    'Pruebe #saldo {example}, #movimientos {example}, #retenciones {example} o AYUDA. Un mensaje sin su código al final no es nuestro.',
  ],
  'welcome.sms': [
    '{service}: #saldo {example}, #movimientos {example}, #retenciones {example}. Sin código al final no es nuestro. Frecuencia variable, tarifas posibles. AYUDA. STOP: fin.',
    'Pruebe #saldo {example}, #movimientos {example}, #retenciones {example}. Sin código al final no es nuestro. Frecuencia variable, tarifas posibles. AYUDA. STOP: fin.',
  ],
  failed: [
    'Tuvimos un error y no se hizo nada. Inténtelo de nuevo en unos minutos. Si se repite, dé la referencia {reference} al llamar al {phone}.',
    'Error nuestro: no se hizo nada. Inténtelo de nuevo. Si se repite: referencia {reference}, tel. {phone}.',
  ],
};

/** Spanish, as written in the Americas. */
export const es: Locale = {
  language: 'es',
  commands: esCommands,
  texts: {
    ...plain,
    ...approvalTexts,
    ...affordTexts,
    ...alertTexts,
    ...foundTexts,
    ...loanTexts,
    ...textsOfCommands(esCommands),
    ...esRefusals,
    ...esAnswers,
    ...esHelp,
    ...esNotices,
  },
  // The Americas write the dollar and the Mexican peso differently; the rest is as in Spain.
  amounts: ({ symbol }) =>
    symbol === '$'
      ? { group: ',', point: '.', isSignFirst: true }
      : { group: '.', point: ',', isSignFirst: false },
  clock: ({ hour, minute }) => `${hour}:${String(minute).padStart(2, '0')}`,
  isMonthFirst: false,
  here: { word: 'aquí' },
  kinds: {
    checking: 'corriente',
    savings: 'ahorros',
    certificate: 'certificado',
    loan: 'préstamo',
  },
  channels,
  dropped: 'Se canceló la pendiente.',
  readAs: esGuessed.readAs,
  notMeant: esGuessed.notMeant,
  separator: '; ',
  colon: ': ',
  latest: {
    history: (count) => (count === 1 ? 'último movimiento' : `últimos ${count}`),
    deposits: (count) => (count === 1 ? 'último depósito' : `últimos ${count} depósitos`),
    withdrawals: (count) => (count === 1 ? 'último retiro' : `últimos ${count} retiros`),
    checks: (count) => (count === 1 ? 'último cheque' : `últimos ${count} cheques`),
  },
  older: 'anteriores',
  atMost: (count) => `${count} como máximo`,
  none: {
    history: 'sin movimientos',
    deposits: 'sin depósitos',
    withdrawals: 'sin retiros',
    checks: 'sin cheques pagados',
  },
  found,
  check: (number) => `cheque ${number}`,
  checkShort: (number) => `no. ${number}`,
  posted,
  toShare: (share) => `A ${share}`,
  fromShare: (share) => `De ${share}`,
  holdWord: (count) => (count === 1 ? 'retención' : 'retenciones'),
  holdsTotal: (count, amount) => `${count} ${count === 1 ? 'retención' : 'retenciones'}, ${amount}`,
  knownPayments: (count, amount) =>
    `${count} ${count === 1 ? 'pago conocido' : 'pagos conocidos'}, ${amount}`,
  aCheck: 'un cheque',
  comingIn: (amount) => `, y ${amount} por recibir`,
  payday: (day) => `${day}, día de pago`,
  till: (day) => `hasta ${day}`,
  andMore: (count) => `y ${count} más`,
  owed: (amount) => `${amount} por pagar`,
  loan: loanWords,
  alerts: alertSayings,
  defaultWord: 'habitual',
  move: (amount, from, to) => `${amount} de ${from} a ${to}`,
  oneOf: (count) => (count < 3 ? (count < 2 ? '1' : '1 o 2') : `de 1 a ${count}`),
  tries: (count) => (count === 1 ? 'queda 1 intento' : `quedan ${count} intentos`),
  activity: (day) => (day === undefined ? 'sin movimientos aún' : `último movimiento ${day}`),
  overdraft: (amount) => (amount === undefined ? 'sin sobregiro' : `sobregiro permitido ${amount}`),
  when: (time, { day, hour, isAsOf }) => {
    const moment = `${hour === 1 ? 'la' : 'las'} ${time}${day === undefined ? '' : ` del ${day}`}`;
    return `${isAsOf ? 'según datos de' : 'a'} ${moment}`;
  },
  until: (time, { day, hour }) =>
    `${hour === 1 ? 'la' : 'las'} ${time}${day === undefined ? '' : ` del ${day}`}`,
};
