import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { SlotWords } from '../../../reading/lexicon/slot-words.ts';

/** What limits the answer to a question, in Spanish: periods, amounts, merchants, sums. */
export const slots: SlotWords = {
  articles: 'el la los las',
  onwards: 'adelante',
  months: `enero ene, febrero feb, marzo, abril abr, mayo, junio jun, julio jul, agosto, septiembre setiembre sept, octubre oct,
    noviembre nov, diciembre dic`,
  weekdays: 'lunes, martes, miercoles, jueves, viernes, sabado, domingo',
  doubtful: 'primero segundo tercero cuarto navidad navidades reyes',
  units: {
    day: 'dia dias',
    week: 'semana semanas',
    month: 'mes meses',
    quarter: 'trimestre trimestres',
    year: 'ano anos',
  },
  small: 'un=1 una=1 par=2 pocos=3 pocas=3',
  ordinals: 'primero=1 primer=1 segundo=2 tercer=3 tercero=3 cuarto=4',
  ordinalEndings: 'o|ro|er|do|to|º',
  isDayFirst: true,
  periods: {
    unit: '{unit}',
    today: 'hoy, esta manana, esta tarde, esta noche, el dia de hoy, en lo que va del dia',
    yesterday: 'ayer, anoche, el dia de ayer, ayer en la noche, ayer por la manana|tarde|noche',
    day_before: 'anteayer, antier, antes de ayer',
    this: 'este|esta {unit}, el|la {unit} actual, [en] lo que va del|de [el|la] {unit}, el|la {unit} en curso, este fin de semana',
    last: '[el|la] {unit} pasado|pasada|anterior, [el|la] pasado|pasada {unit}',
    rolling: `[los|las|estos|estas] ultimos|ultimas {n} {unit}, [los|las] {n} ultimos|ultimas {unit}, el ultimo {unit}, la ultima {unit},
      [los|las] pasados|pasadas {n} {unit}`,
    ago: 'hace {n} {unit}, {n} {unit} atras',
    month:
      '[el] [mes] [de] {month} [de|del] [{y}], {month} pasado, [el] pasado {month}, este {month}',
    month_last_year: '{month} del ano pasado',
    weekday: '{weekday}, {weekday} pasado, pasado {weekday}, este {weekday}',
    date: '{d} de {month} [de|del] [{y}], {d} {month} [{y}], {month} {d} [{y}], {o}, [el] dia {d}, {date}',
    year: '[el] [ano] {y}',
    quarter: '{q} [de|del] [{y}], {nth} trimestre [de|del] [{y}]',
    span: `del|desde [el] {d} al|hasta|- [el] {d} de {month} [de|del] [{y}], entre [el] {d} y [el] {d} de {month} [de|del] [{y}],
      {d} - {d} [de] {month} [{y}], {d} al {d} de {month} [de|del] [{y}]`,
    vague: `hace {n} horas|hora|minutos, manana, [el|la] proximo|proxima {unit}, [el|la] {unit} que viene, navidad, navidades, semana santa, ano nuevo,
      reyes, este|el verano|invierno|otono, esta|la primavera, las vacaciones|fiestas`,
  },
  links: {
    in: 'en, durante, de, del, por, para, a lo largo de, dentro de, de los, de las, en los, en las, en el, en la, del mes de',
    since: 'desde, a partir de, a partir del, desde el, desde la',
    since_start_of: `desde el inicio de, desde el inicio del, desde el principio de, desde principios de, desde el comienzo de, desde el comienzo del,
      desde principio de, desde inicios de`,
    after: 'despues de, despues del, tras, posterior a, posteriores a, posteriores al',
    before: 'antes de, antes del, anterior a, anteriores a, anteriores al',
    until: 'hasta, hasta el, hasta la, hasta fines de, hasta finales de',
    between: 'entre, entre el, entre la',
    to: 'a, al, -',
    and: 'y, y el, y en, y la, e',
    week_of: 'la semana del, semana del, en la semana del',
    end_of: 'a fines de, a finales de, al final de, al final del, fin de, fines de',
  },
  bounds: {
    over: 'mas de, mayor de, mayor a, mayores de, mayores a, mayor que, mayores que, superior a, superiores a, arriba de, por encima de',
    under:
      'menos de, menor de, menor a, menores de, menores a, menor que, menores que, inferior a, inferiores a, debajo de, por debajo de, abajo de',
    min: 'al menos, por lo menos, minimo, como minimo, a partir de',
    max: 'como maximo, maximo, a lo mas, hasta, no mas de',
  },
  boundsAfter: {
    min: 'o mas, para arriba, en adelante, o mayor, o mayores',
    max: 'o menos, para abajo, o menor, o menores',
  },
  between: 'entre',
  boundJoins: 'y a',
  latest: 'ultimos ultimas ultimo ultima recientes',
  spending: 'gaste gastado gastar gastos gastamos gasto',
  sums: `cuanto, cuanta, cuantos, cuantas, total, suma, en total, sumar, sumame`,
  most: `mas grande, mas grandes, mas alto, mas alta, mas altos, mas altas, mas caro, mas cara, mas caros, mas caras, mayor, mayores,
    mas fuerte, mas fuertes`,
  least: `mas pequeno, mas pequena, mas pequenos, mas pequenas, mas chico, mas chica, mas chicos, mas chicas, 
    mas barato, mas barata, mas baratos, mas baratas, menor, menores`,
  unapplied: `por dia, por semana, por mes, al mes, al dia, a la semana, por ano, cada {unit}, en promedio, promedio, por categoria, por comercio,
    mas bajo, mas baja, mas antiguo, mas antigua, comparado con, que de costumbre,
    tarjeta de debito, tarjeta de credito, en efectivo`,
  findLeads: 'en con para',
  merchantLeads: 'con',
  findLeadsAfterNoun: 'de del a al por',
  findSkips: 'el la los las mi mis un una unos unas',
  findEnds: `gracias favor hasta desde durante entre antes despues que cual cuales cuanto cuanta cuando donde como yo me he ha hay fue fueron es son
    tengo dime dame muestra muestrame ver o pero si no ya por ahora hoy total ultimamente recientemente pendiente pendientes esta estan
    sigue siguen ayer al a`,
  neverFound: `proximo proxima siguiente minimo minima maximo maxima interes tasa vencido vencida pendiente cancelar explicar rechazado
    rechazada devuelto devuelta mi me cuenta cuentas tarjeta tarjetas dinero efectivo app telefono correo linea banco general total promedio todo todos todas
    algo nada momento vez veces fecha dia dias semana semanas mes meses ano anos hora horas aqui ahi caso saldo saldos corriente ahorro ahorros
    prestamo retencion retenciones cheque cheques debito credito pendiente persona favor nuevo nueva reciente recientes ultimo ultima
    ultimos ultimas desconocido sospechoso duplicado doble internacional transferencia transferencias que cual cuanto lo`,
  entryNouns: `compra compras cargo cargos transaccion transacciones movimiento movimientos gasto gastos pago pagos deposito depositos retiro retiros
    operacion operaciones gaste gastado pague pagado compre comprado facturas factura reembolso reembolsos`,
  ands: 'y e',
  findHeads: 'buscar busca',
  whys: 'porque',
  pendings: 'pendiente pendientes retenido retenida retenidos',
  topics: [
    {
      intent: 'history',
      phrases: phrasesOf(
        `cuanto gaste, cuanto he gastado, cuanto dinero gaste, cuanto dinero he gastado, cuanto gastamos, cuanto llevo gastado, gaste, he gastado,
         llevo gastado, gastado, cuanto pague, cuanto he pagado, pague, he pagado, compre, he comprado, total de gastos, total gastado, gasto, gastos,
         total de compras, total de mis compras, total de mis gastos, cuantas compras, cuantas transacciones, cuantos pagos, pagos, compra, compras,
         cuanto me ha costado, cuanto me costo, cargo, cargos, operacion`,
      ),
      also: wordsOf(
        'cuanto cuanta cuantas cuantos cuando que total suma dinero plata en hice hizo he hecho realice realizadas llevo fue fueron mas donde todo',
      ),
    },
    {
      intent: 'deposits',
      phrases: phrasesOf(
        `cuanto deposite, cuanto he depositado, cuanto me depositaron, cuanto me han depositado, cuanto me pagaron, cuanto gane, cuanto cobre,
         cuanto recibi, total de depositos, total de mis depositos, cuantos depositos, cuanto entro, cuanto ingrese, ingresos`,
      ),
      also: wordsOf('total suma cuantos cuanto dinero recibi hice tuve he'),
    },
    {
      intent: 'withdrawals',
      phrases: phrasesOf(
        'cuanto retire, cuanto he retirado, cuanto saque, cuanto he sacado, total de retiros, total de mis retiros, cuantos retiros, cuanto salio',
      ),
      also: wordsOf('total suma cuantos cuanto dinero efectivo cajero hice'),
    },
    {
      intent: 'balance',
      phrases: phrasesOf('cuanto tenia, tenia, saldo, cuanto habia, saldos'),
      also: wordsOf('cuanto dinero cual era fue habia tenia el'),
    },
    {
      intent: 'holds',
      phrases: phrasesOf('pendiente, pendientes, retenido, retenida, retenidos, en espera'),
      also: wordsOf('por que porque esta estan sigue siguen todavia aun el cargo pago'),
    },
  ],
};
