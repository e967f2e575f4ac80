import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { QuestionWords, Topic } from '../../../reading/lexicon/question-words.ts';

/** What members ask about, in Spanish. */
export const topics: readonly Topic[] = [
  { intent: 'balance', phrases: phrasesOf('saldo, saldos') },
  {
    intent: 'balance',
    phrases: phrasesOf('cuanto, cuanto dinero, cuanta plata, dinero, cuanto saldo, cuanto debo'),
    also: wordsOf('queda quedan tengo hay dinero saldo todavia debo'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    phrases: phrasesOf(
      `movimientos, transacciones, transaccion, operaciones, historial, gastos, compras, estado de cuenta, actividad,
       ultimo movimiento`,
    ),
    also: wordsOf('recientes'),
  },
  {
    intent: 'history',
    phrases: phrasesOf('gaste, he gastado'),
    also: wordsOf('cuanto que recientemente hoy ayer'),
    isBare: true,
  },
  { intent: 'deposits', phrases: phrasesOf('depositos, deposito, abonos') },
  {
    intent: 'deposits',
    phrases: phrasesOf(
      'mi deposito, mi pago, mi sueldo, mi salario, mi nomina, me pagaron, me depositaron, me han pagado, mi quincena',
    ),
    also: wordsOf('llego llegado entro entrado cayo se ha han esta'),
  },
  { intent: 'withdrawals', phrases: phrasesOf('retiros, retiro') },
  {
    intent: 'checks',
    phrases: phrasesOf('ultimos cheques, mis cheques, cheques'),
    also: wordsOf('cobrados pagados pasaron se cobraron'),
  },
  {
    intent: 'checks',
    phrases: phrasesOf('cheque'),
    also: wordsOf(
      `numero no num cobro cobrado cobraron pago pagado paso pasado proceso procesado fue ha sido esta se estado acredito`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    phrases: phrasesOf(
      'retenciones, retencion, pendientes, transacciones pendientes, cargos pendientes, pendiente, retenido',
    ),
    also: wordsOf('alguna algunas por'),
  },
  {
    intent: 'accounts',
    phrases: phrasesOf(
      'cuentas, mis cuentas, lista de cuentas, lista de mis cuentas, cuantas cuentas tengo',
    ),
  },
  {
    intent: 'limits',
    phrases: phrasesOf('limites, limite, mi limite, limite diario, limite de transferencia'),
    also: wordsOf('diario diarios transferencia transferencias'),
  },
  {
    intent: 'code',
    phrases: phrasesOf(
      'mi codigo, nuevo codigo, codigo nuevo, cambiar mi codigo, cambiar codigo, otro codigo, codigo otra vez, codigo de nuevo, perdi mi codigo, olvide mi codigo, cambieme el codigo, cambiame el codigo, vuelves a mandar el codigo, vuelva a mandar el codigo, reenviame el codigo, mandame el codigo, mandeme el codigo, se cual es mi codigo, me acuerdo de mi codigo, recuerdo mi codigo, me acuerdo del codigo, recuerdo el codigo, que codigo tengo, reenvieme el codigo, el codigo, un codigo, ese codigo, otro codigo, de codigo, que codigo, cual codigo, tengo codigo, codigos',
    ),
    also: wordsOf(
      `cambiar cambio cambie cambia cambian cambien cambieme cambiame cambiarme como nuevo nueva seguridad otra otro vez olvido olvide perdi
       perdio borro borre recuerdo recordar recordarme recuerdeme recuerdame acuerdo consigo obtengo obtener conseguir saco pongo
       poner uso usar usan resetear restablecer reiniciar pido pedir distinto diferente no ya yo mio ese este eso para donde viene
       porque xq lo saben sabe mensajes mensaje texto dieron daban dio daba diste viejo anterior vuelva vuelve mandar mandarme
       mandeme mandame enviarme envieme reenvia reenviar reenvie tocaba toca tenia tuve llevo hago hacer quien x pq k q sus su
       usted ustedes personal propio secreto`,
    ),
  },
  { intent: 'more', phrases: phrasesOf('ver mas, mostrar mas, dame mas') },
];

/** Words that frame questions, requests to be told, and wishes. */
export const frame = {
  framing: `cual cuales es son que el la los las lo mi mis un una de del en a al por favor porfa porfavor porfis plis pls xfa oiga oye disculpe y ya hay tengo tenemos me te se
    actual actuales disponible disponibles ultimo ultima ultimos ultimas reciente cuenta cuentas ahora hoy momento gracias hola
    buenos buenas dias tardes noches alguna algun numero todos todas todo fue fueron era`,
  telling: `dame deme denme das da digame dime dices dar decir decirme darme ver saber consultar mostrar mostrarme muestrame
    muestreme muestra ensename conocer revisar checar consulta revisa listar`,
  wishing:
    'puede puedes podria podrias pueden quiero quisiera necesito gustaria deseo enviar enviame mandame',
} as const satisfies QuestionWords;
