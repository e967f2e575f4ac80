import type { CommandEntries } from '../command-entries.ts';

/** Each command: the words that start it, its name, what it does, its help text, and its answer if one text answers it. */
export const esCommands: CommandEntries = {
  balance: {
    begins: 'saldo saldos',
    suggestion: '#saldo',
    name: 'Saldo',
    what: 'Lo que tiene ahora: su saldo disponible, su saldo y las retenciones.',
    help: [
      '#saldo: todas sus cuentas. #saldo 7: la cuenta 7, con las retenciones que reducen lo disponible.',
    ],
  },
  history: {
    begins: 'movimientos historial transacciones',
    suggestion: '#movimientos',
    name: 'Movimientos',
    what: 'Los últimos movimientos de una cuenta. Agregue un número para ver más.',
    help: [
      '#movimientos 7: los últimos movimientos de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
    ],
  },
  deposits: {
    begins: 'deposito depositos',
    suggestion: '#depositos',
    name: 'Depósitos',
    word: 'depositos',
    what: 'Las últimas entradas de dinero.',
    help: [
      '#depositos 7: los últimos depósitos de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
    ],
  },
  withdrawals: {
    begins: 'retiro retiros',
    suggestion: '#retiros',
    name: 'Retiros',
    word: 'retiros',
    what: 'Las últimas salidas de dinero.',
    help: [
      '#retiros 7: los últimos retiros de la cuenta 7, el más reciente primero. MÁS muestra los anteriores.',
    ],
  },
  checks: {
    suggestion: '#cheques',
    name: 'Cheques',
    word: 'cheques',
    what: 'Los últimos cheques pagados, o si se pagó uno en particular.',
    help: [
      '#cheque 1042: si el cheque 1042 se ha pagado. #cheques 7: los últimos pagados; MÁS muestra los anteriores.',
    ],
  },
  holds: {
    begins: 'retencion retenciones',
    suggestion: '#retenciones',
    name: 'Retenciones',
    word: 'retenciones',
    what: 'El dinero retenido, por qué y hasta cuándo.',
    help: [
      '#retenciones 7: lo retenido en la cuenta 7, por qué y hasta cuándo. #retenciones: en todas.',
    ],
  },
  accounts: {
    begins: 'cuentas cuenta',
    suggestion: 'cuentas',
    name: 'Cuentas',
    what: 'Sus cuentas y los nombres cortos para los mensajes.',
    help: [
      'cuentas: la lista de sus cuentas y sus números, para escribir en los comandos, como #saldo 7.',
    ],
  },
  details: {
    begins: 'detalles detalle',
    suggestion: 'detalles 7',
    name: 'Detalles',
    what: 'Todo sobre una cuenta: saldo, retenciones, límite de sobregiro y cuándo la abrió.',
    help: [
      'detalles 7: disponible, saldo, retenciones y sobregiro de la cuenta 7, cuándo se abrió y su último movimiento.',
    ],
  },
  more: {
    begins: 'mas',
    suggestion: 'mas',
    name: 'Más',
    what: 'El resto de la lista que acaba de recibir.',
    help: [
      'MÁS: lo que sigue en la lista recibida, de #movimientos, #depositos, #retiros o #cheques.',
    ],
  },
  transfer: {
    begins: 'transferir pasar transferencia',
    suggestion: 'ayuda transferir',
    name: 'Transferir',
    what: 'Mueve dinero entre sus propias cuentas: monto, de, a.',
    help: [
      '#transferir 50 7 0 pasa 50.00 de la cuenta 7 a la 0; también "pasar 50 de 7 a 0". Si preguntamos: OK y nuestro número, o NO.',
    ],
  },
  pay: {
    begins: 'pagar',
    suggestion: 'ayuda pagar',
    help: [
      'No se puede pagar a otras personas por mensaje. Entre sus cuentas: #transferir 50 7 0. ¿Preguntas? {phone}.',
    ],
  },
  confirm: {
    begins: 'vale confirmar',
    suggestion: 'ayuda confirmar',
    name: 'Confirmar',
    what: 'Cuando preguntamos primero: OK y los cuatro dígitos que le enviamos.',
    help: [
      'Si preguntamos antes, responda OK y los cuatro dígitos que enviamos, o NO para cancelar. SÍ por sí solo no hace nada.',
    ],
  },
  decline: {
    begins: 'cancelar cancela cancele anular',
    name: 'Rechazar',
    what: 'Cancela lo que espera su OK.',
  },
  affirm: {
    begins: 'si',
  },
  limits: {
    begins: 'limites limite',
    suggestion: 'limites',
    name: 'Límites',
    what: 'Cuánto puede mover desde aquí y cuánto le queda hoy.',
    help: ['límites: cuánto puede pasar desde {address} por vez y por día, y cuánto le queda hoy.'],
  },
  afford: {
    begins: 'alcanza',
    name: '¿Me alcanza?',
    what: 'Cuánto puede gastar, según lo que sabemos de sus pagos y sus ingresos.',
    help: [
      '#alcanza 60: si alcanza para $60.00 después de los pagos que conocemos. También "cuánto puedo gastar hasta el lunes".',
    ],
  },
  alert: {
    begins: 'alerta semanal',
    suggestion: 'ayuda alerta',
    name: 'Alerta',
    word: 'alerta',
    what: 'Le avisa cuando algo pasa: saldo bajo, depósito, retiro, cheque, retención o pago por vencer.',
    help: [
      '#alerta bajo 7 100, dep 7 500, retiro 7 200, nómina, cheque 7, retención, vence 3; #semanal vie. #alertas: las suyas. #alerta off 2. #silencio 9pm 7am.',
    ],
  },
  alerts: {
    begins: 'alertas',
    suggestion: 'alertas',
    name: 'Alertas',
    what: 'Sus alertas, con los números que las quitan.',
  },
  quiet: {
    begins: 'silencio',
    suggestion: 'ayuda alerta',
    name: 'Horas de silencio',
    what: 'Las horas en que no llegan alertas.',
  },
  lock: {
    begins: 'bloquear',
    suggestion: '#bloquear',
    name: 'Bloquear',
    what: 'Detiene de inmediato todo el servicio, en todos los canales.',
    help: [
      'BLOQUEAR: no se muestra nada por mensaje ni se mueve dinero, tampoco en {portal}. No cierra sesiones. Para desbloquear: {portal} o {phone}.',
    ],
  },
  unlock: {
    begins: 'desbloquear',
    suggestion: '#desbloquear',
    name: 'Desbloquear',
    what: 'Le dice cómo. Solo se desbloquea en la banca en línea.',
  },
  code: {
    begins: 'codigo',
    suggestion: '#codigo',
    name: 'Código',
    what: 'Le dice dónde cambiar su código. No se puede por mensaje.',
    help: [
      'Nuestros mensajes terminan con su código. Si falta o no coincide: no es nuestro. Si coincide: es probable; verifíquelo en {portal}, donde puede cambiarlo.',
      'Nuestros mensajes terminan con su código. Si falta o no coincide: no es nuestro. Verifíquelo en {portal}, donde puede cambiarlo.',
    ],
  },
  dispute: {
    begins: 'disputa',
    suggestion: '#disputa',
    name: 'Disputar',
    what: 'Nos avisa de algo que usted no hizo. Preguntamos una vez y abrimos un caso.',
    help: [
      'DISPUTA avisa de algo que no hizo usted. Preguntamos una vez y abrimos un caso con referencia y fechas. ¿Urgente? {phone}.',
    ],
  },
  agent: {
    begins: 'agente persona',
    suggestion: '#agente',
    name: 'Una persona',
    what: 'Una persona le responde.',
    help: [
      '#agente: una persona le responde, y usted recibe una referencia. Horario: {hours}. ¿Urgente? Llame al {phone}.',
      '#agente: una persona le responde, y usted recibe una referencia. ¿Urgente? Llame al {phone}.',
    ],
  },
  contact: {
    begins: 'contacto horario horarios',
    suggestion: 'contacto',
    name: 'Contacto',
    what: 'Nuestro teléfono, nuestro horario y dónde estamos.',
    help: [
      'contacto: nuestro teléfono, horario y dirección en línea. #agente: una persona le responde.',
    ],
    answer: [
      '{institution}: {phone}, {hours}. {portal}: {site}. #agente: hablar con una persona.',
      '{institution}: {phone}, {hours}. #agente: hablar con una persona.',
      'Llame al {phone}. #agente: hablar con una persona.',
    ],
  },
  help: {
    begins: 'ayuda',
    suggestion: 'ayuda',
    name: 'Ayuda',
    what: 'Todos los comandos en un mensaje. Agregue el nombre de uno para saber más.',
    all: [
      'Consultar: #saldo 7, #movimientos 7, #depositos, #retiros, #cheques, #cheque 1042, #retenciones, más, cuentas, detalles 7, límites. Pasar dinero: #transferir 50 7 0, luego OK y el número, o NO. Seguridad: BLOQUEAR, DISPUTA, código. Personas: #agente, contacto. STOP, START. AYUDA y un comando: más.',
    ],
  },
  stop: {
    begins: 'baja alto',
    name: 'Stop',
    word: 'stop',
    what: 'No más mensajes de nuestra parte.',
    help: [
      'STOP: no recibirá más mensajes aquí. START: los reactiva. BLOQUEAR detiene el servicio en todos los canales.',
    ],
  },
  start: {
    name: 'Start',
    what: 'Reactiva nuestros mensajes.',
  },
};
