import type { CommandWords } from '../../../reading/lexicon/command-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { esCommands } from '../commands.ts';

/** The words that start a command in Spanish, and how command words are read. */
export const commands: CommandWords = {
  begins: fieldOf(esCommands, 'begins'),
  everydayOrders: 'pasar',
  plainOrders: 'transferir transferencia',
  noNames: 'en yo tu el ella nosotros ellos esto eso aqui alla',
  payTo: 'a de',
  stopTails: 'todo todos los mensajes texto textos',
  answerTails: 'gracias por favor',
  helpHeads: 'ayuda',
  helpAll: 'todo todos',
  confirming: 'vale',
  hints: 'desde hacia del mi',
  own: `mi mis cual cuales es son cuanto cuanta tengo hay cuando donde quien puedo muestreme digame esta este ese esa
    saldo cuenta cuentas ahorros corriente dinero ultimo ultimos depositos queda el los por favor disponible cheque usted`,
  ordinary: `salud saludo mundo ayuda ayudar cuenta cuento cuanto cuando vacaciones gracias hola buenos bueno donde ahora porque tarde
    noche bajo bajar caja raja bala bata baya hoja hija alta altos algo salto acto alma alas resumen
    personas historia pasa tras lista personal pesar movimiento perdon listo humana saludos valle salido paga cuentan mina
    cuantas bajas transicion quita cuentos quito ayudan ayudo pasara ayudas ayude mire choque compre limita valen perdona
    mora pegar pasear cuanta baje cuente valer apagar codo bajan senda bloquea canela soles pisar salado detalla debi vales
    conformar cuentes cede compite depto suspende choques contacta anula confirmo confirma confirme disputo aguda salmo mani
    cuenten checa checo`,
};
