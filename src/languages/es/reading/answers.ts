import type { AnswerWords } from '../../../reading/lexicon/answer-words.ts';
import { withIndirect } from '../../indirect-answers.ts';
import { indirect } from './answers-indirect.ts';

const card = 'tarjetas?(?: de (?:debito|credito|cajero))?';
const loan =
  '(?:prestamos?|creditos? (?:hipotecario|de auto|personal)|hipotecas?|financiamientos?)';

/** Questions that name their topic. */
const direct: AnswerWords = {
  asking:
    /^(?:(?:hola|buenas|buenos dias|buenas tardes|por favor|oye|oiga|disculpe|y|pues|ok) )*(?:que|cual|cuales|cuanto|cuanta|cuantos|cuando|como|donde|adonde|a donde|por que|porque|quien|puedo|puede|puedes|podria|podrian|pueden|hay|tienen|tiene|ustedes|cobran|ofrecen|hacen|dan|me van|van a|necesito|quiero|quisiera|me gustaria|ocupo|deseo|busco|dime|digame|deme|dame|mandeme|ayuda|es|son|esta|estan|se puede)\b|\b(?:que|cual es|cuales son|cuanto|cuando|como (?:puedo|hago|se|saco|pido)|donde|puedo|necesito|quiero|quisiera|me gustaria|ocupo|dime|digame|me (?:puede|puedes|pueden|podria)|informacion (?:sobre|de|del))\b/,
  loans: {
    due_date: {
      cues: 'vence vencimiento toca pagar pago fecha debo',
      whole:
        'fecha de pago del prestamo, vencimiento del prestamo, cuando vence mi prestamo, fecha de pago de mi prestamo, fecha de vencimiento',
      about: new RegExp(
        `\\b(?:cuando|que dia|que fecha|fecha|proximo|cual es)\\b.{0,40}\\b(?:vence|vencimiento|toca|pagar|pago|debo pagar|limite)\\b.{0,30}\\b(?:${loan}|(?:mi|del|el|la|de la) (?:carro|auto|troca|camioneta|casa|coche))\\b|\\bcuando (?:vence|se vence|toca|debo pagar|tengo que pagar)\\b.{0,25}\\b${loan}\\b|\\b${loan}\\b.{0,20}\\b(?:vence|vencimiento)\\b`,
      ),
      unless: /\b(?:tarjeta|renta|luz|agua|telefono|seguro)\b/,
    },
    payment: {
      cues: 'pago pagos mensualidad mensualidades cuota cuotas letra abono',
      whole: 'pago del prestamo, mensualidad del prestamo, cuota del prestamo',
      about: new RegExp(
        `\\b(?:cuanto|cual|cuanto es|de cuanto|que)\\b.{0,30}\\b(?:pagos?|mensualidad(?:es)?|cuotas?|letra|abonos?)\\b.{0,25}\\b(?:${loan}|(?:del|de mi|de la|mi) (?:carro|auto|troca|camioneta|casa|coche))\\b|\\bcuanto (?:pago|tengo que pagar|debo pagar) (?:al mes|mensual(?:mente)?|cada mes|por mes)\\b.{0,25}\\b(?:${loan}|carro|auto|casa)\\b`,
      ),
      unless: /\b(?:interes(?:es)?|tasa|tarjeta|enganche|si pido|si saco|extra)\b/,
    },
    payoff: {
      cues: 'liquidar liquidacion saldar cancelar terminar pagarlo',
      whole:
        'liquidacion del prestamo, liquidar mi prestamo, saldo para liquidar, monto para liquidar, pago total del prestamo, liquidar el prestamo',
      about: new RegExp(
        `\\b(?:cuanto|cual|que|monto|cantidad|saldo)\\b.{0,40}\\b(?:liquidar|liquidacion|saldar|cancelar|terminar de pagar)\\b.{0,25}\\b(?:${loan}|carro|auto|troca|camioneta|casa|coche)\\b|\\b(?:monto|cantidad|saldo) (?:para|de) (?:la )?(?:liquidar|liquidacion|saldar)\\b`,
      ),
      unless: /\btarjeta\b/,
    },
    rate: {
      cues: 'tasa tasas interes intereses',
      whole:
        'tasa de mi prestamo, tasa de interes de mi prestamo, interes de mi prestamo, tasa del prestamo que tengo',
      about: new RegExp(
        `\\b(?:tasa|interes(?:es)?)\\b.{0,25}\\b(?:de|en|por|sobre|tiene) (?:mi|mis|nuestro) (?:${loan}|carro|auto|casa)\\b|\\bmi ${loan}\\b.{0,20}\\b(?:tasa|interes)\\b|\\b(?:tasa|interes)\\b.{0,20}\\b(?:pago|estoy pagando)\\b.{0,20}\\b(?:${loan}|carro|auto|casa)\\b`,
      ),
    },
  },
  routing: /\b(?:ruta|routing|aba|numero de transito)\b/,
  branches: /\b(?:sucursal(?:es)?|cajeros?)\b/,
  topics: {
    fees: {
      cues: 'comision comisiones cargo cargos cobran cobra cobro cobrar cobraron cuesta tarifa tarifas cuota cuotas',
      whole:
        'comision, comisiones, cargos, tarifas, tarifa, que comisiones cobran, lista de tarifas, cuotas, cargos por servicio',
      about:
        /\b(?:comision(?:es)?|tarifas?|cargos? (?:por|de|mensual(?:es)?|bancarios?)|cuotas? (?:por|de|mensual(?:es)?) ?(?:servicio|mantenimiento|manejo|cajero|sobregiro)?)\b|\b(?:cobran|cobra|me cobraran|van a cobrar(?:me)?|cuesta|cuestan)\b.{0,40}\b(?:transferencias?|transferir|cajeros?|cheques?|cuenta|tarjeta|sobregiro|retirar|retiros?|giros?|depositar|servicio|mantenimiento|comision)\b/,
      sure: /\bpor ?que (?:me )?(?:cobraron|cobran|estan cobrando|descontaron|hay)\b.{0,30}\b(?:comision|cargo|cuota|tarifa)\b/,
      unless:
        /\b(?:reembols\w+|devuelv\w+|devolver|escuela|colegiatura|luz|agua|gas|seguro|vuelo|hotel|envio|entrada|no reconozco|boleto|por pasar|no se de que|pendiente|ultimos? cargos?|mis cargos|netflix|hulu|spotify|que tienda|(?:paso|salio|entro|hizo|cobro) (?:ya )?(?:el|un|mi|ese) cargo|no (?:me )?cobran (?:mi|el) cheque)\b/,
    },
    rates: {
      cues: 'tasa tasas interes intereses rendimiento apr apy dividendos',
      whole:
        'tasa, tasas, intereses, interes, tasas de interes, tasa de interes, tasas de prestamos, tasa de ahorro, tasas de ahorro',
      about: new RegExp(
        `\\b(?:tasas?|rendimientos?)\\b.{0,30}\\b(?:interes(?:es)?|${loan}|ahorros?|certificados?|cuentas?|hipotecas?|tarjetas?|hoy|actual(?:es)?|ofrecen|tienen|pagan|autos?|carros?|casas?)\\b|\\b(?:cuanto|que|cual es el) (?:es el )?interes(?:es)?\\b.{0,30}\\b(?:pagan|dan|cobran|ofrecen|ahorros?|${loan}|cuentas?|gano|ganaria|genera)\\b|\\bcuanto (?:pagan|dan|ofrecen|cobran) de interes(?:es)?\\b|\\btasas? (?:tienen|ofrecen|dan|pagan|manejan)\\b`,
      ),
      unless: /\b(?:de cambio|cambio|dolar|peso|natalidad|inflacion|desempleo|criminalidad)\b/,
    },
    loans: {
      cues: 'prestamo prestamos hipoteca hipotecas credito financiamiento refinanciar financiar',
      whole:
        'prestamo, prestamos, prestamo personal, prestamos personales, hipoteca, hipotecas, prestamo de auto, solicitar prestamo, credito hipotecario',
      about: new RegExp(
        `\\b(?:solicitar|solicito|pedir|pido|sacar|saco|obtener|conseguir|califico|calificar|aplicar|aplico|tramitar|requisitos|ofrecen|tienen|hacen|dan|aprobar\\w*|aprueban|refinanciar|interesa|informacion|quiero|necesito|quisiera|como va|estado de|solicitud)\\b.{0,30}\\b(?:${loan}|linea de credito|credito para|un credito$)\\b|\\brefinanciar\\b.{0,20}\\b(?:carro|auto|casa|hipoteca|prestamo|coche)\\b|\\bsolicitud de ${loan}\\b`,
      ),
      unless: /\b(?:mi (?:prestamo|hipoteca)|saldo|debo|pago|vence|transferir|pasar)\b/,
    },
    card_replacement: {
      cues: 'tarjeta tarjetas',
      whole:
        'tarjeta nueva, nueva tarjeta, reponer tarjeta, reposicion de tarjeta, tarjeta danada, activar tarjeta, activar mi tarjeta, reemplazo de tarjeta',
      about: new RegExp(
        `\\b(?:cuando|donde)\\b.{0,25}\\b(?:llega\\w*|viene|esta)\\b.{0,12}\\bmi (?:nueva )?${card}|\\b(?:nueva|otra|reponer|reposicion|reemplaz\\w+|renovar|pedir|solicitar|activar|cambiar|duplicado)\\b.{0,25}\\b${card}\\b|\\b${card}\\b.{0,30}\\b(?:nueva|llega|llegara|llego|llegar|activar|activada|repuesta|reemplaz\\w+|renovar|renovada|vence|vencida|vencio|expira)\\b`,
      ),
      sure: new RegExp(
        `\\bmi ${card} (?:(?:ya|esta|se|no|me|ha|fue|muy) )*(?:danada|rota|quebrada|rompio|quebro|dano|dobl\\w+|vencida|vencio|venc\\w+|rayada|expiro|expirada|desmagnetiz\\w+|trago|comio|ha llegado|llega|llego)\\b|\\bse me (?:rompio|quebro|dano|doblo|vencio|perforo) (?:la |mi )${card}\\b|\\b(?:necesito|quiero|ocupo) (?:una )?(?:nueva ${card}|(?:tarjeta) nueva|otra ${card}|reponer mi tarjeta)\\b|\\b(?:el cajero|la maquina) (?:se )?(?:trago|comio|quedo con|retuvo) mi ${card}\\b|\\bno (?:me )?(?:ha llegado|llega|llego|he recibido|recibi) (?:mi |la )(?:nueva )?${card}\\b`,
      ),
      unless:
        /\b(?:regalo|felicitacion|presentacion|sim|memoria|verde|video|numero de tarjeta|perdi|robaron|rechazad\w+|solicitud de|vincul\w+|agreg\w+|anad\w+|conect\w+|congel\w+)\b/,
    },
    card_declined: {
      cues: 'rechazada rechazo rechazaron rechazan rechaza declinada declino declinaron sirve sirvio funciona funciono pasa paso acepta aceptan aceptaron denegada negaron denego',
      whole:
        'tarjeta rechazada, mi tarjeta fue rechazada, tarjeta declinada, mi tarjeta no funciona, mi tarjeta no pasa, tarjeta no funciona',
      sure: new RegExp(
        `\\b${card}\\b.{0,40}\\b(?:rechaz\\w+|declin\\w+|deneg\\w+|negaron|no (?:me )?(?:funciono|funciona|pasa|paso|sirve|sirvio|la (?:aceptan|aceptaron|acepto)|quiso pasar))\\b|\\bno (?:me )?(?:pasa|paso|sirve|sirvio|funciona|funciono|jala) (?:mi|la) ${card}\\b|\\b(?:rechaz\\w+|declin\\w+|deneg\\w+|negaron|no (?:me )?(?:aceptan|aceptaron|acepto)) (?:en la tienda |a |con )?(?:mi|la) ${card}\\b`,
      ),
      unless: /\b(?:regalo|sim|solicitud|prestamo|memoria)\b/,
    },
    pin: {
      cues: 'pin nip',
      whole:
        'pin, nip, cambiar pin, cambiar mi pin, olvide mi pin, nuevo pin, cambiar nip, cambiar mi nip, olvide mi nip, nuevo nip',
      about:
        /\b(?:cambiar|cambio|cambie|restablecer|resetear|recuperar|nuevo|poner|crear|obtener|pedir|elegir|activar|desbloquear|necesito|quiero|saber|cual es|donde)\b.{0,30}\b(?:pin|nip)\b|\b(?:pin|nip)\b.{0,25}\b(?:cambiar|bloqueado|funciona|nuevo)\b/,
      sure: /\b(?:olvide|perdi|no (?:me )?(?:acuerdo|recuerdo|se)|se me olvido|bloque\w+|no funciona|no sirve)\b.{0,20}\b(?:pin|nip)\b|\b(?:pin|nip)\b.{0,25}\b(?:bloqueado|se bloqueo|no (?:me )?(?:funciona|sirve)|olvid\w+)\b/,
      unless: /\b(?:pinterest|boliche|mapa|broche)\b/,
    },
    direct_deposit: {
      cues: 'ruta directo aba transito cuenta routing',
      whole:
        'numero de ruta, ruta bancaria, deposito directo como, numero de cuenta, mi numero de cuenta, numero de ruta y de cuenta, routing, numero de routing, aba, numero aba, formulario de deposito directo',
      about:
        /\b(?:numero|codigo|numeros) (?:de )?(?:ruta|routing|aba|transito)\b|\b(?:ruta|routing) (?:bancaria|del banco)\b|\b(?:configur\w*|poner|activar|programar|inscribir\w*|empezar|hacer|establecer|solicitar|formulario|pasar|cambiar|como (?:es|hago|pongo|se hace|funciona)|recibir)\b.{0,30}\bdeposito directo\b|\b(?:cual es|donde (?:esta|veo|encuentro)|como (?:encuentro|consigo|se|veo|puedo ver)|necesito|dame|deme|digame)\b.{0,20}\b(?:mi |el |su )?numero de (?:mi )?cuenta\b/,
      sure: /\bnumeros? de (?:ruta|routing|aba)\b|\b(?:su|cual es el|el) (?:numero de )?routing\b/,
      unless:
        /\b(?:llego|llega|entro|cayo|ya (?:esta|cayo|llego)|ultimo|mi deposito directo (?:ya|de)|seguro|orden|confirmacion)\b/,
    },
    order_checks: {
      cues: 'cheques chequera chequeras',
      whole:
        'pedir cheques, ordenar cheques, chequera, nueva chequera, mas cheques, pedir chequera, cheques nuevos',
      about:
        /\b(?:pedir|pido|ordeno|solicito|saco|ordenar|solicitar|comprar|encargar|conseguir|necesito|quiero|ocupo|quisiera|mandar|imprimir)\b.{0,25}\b(?:(?:mas|nuevos|otros|otra|una|nueva|mis|unos) )*(?:cheques|chequeras?)\b/,
      sure: /\b(?:se me (?:acabaron|terminaron|estan acabando)|ya no tengo|no tengo|me quede sin|me quedan pocos) (?:los |mis |mas )?cheques\b/,
      unless:
        /\b(?:cobr\w+|depositar|cambiar|pagad\w+|ultimos?|pendientes?|viajero|caja|cambiados|ver|saber|transferir)\b/,
    },
    app_trouble: {
      cues: 'app aplicacion contrasena clave usuario sesion linea sitio pagina entrar ingresar',
      whole:
        'problemas con la app, la app no funciona, olvide mi contrasena, cambiar contrasena, no puedo entrar, no puedo iniciar sesion, restablecer contrasena, olvide mi usuario',
      about:
        /\b(?:cambiar|cambio|restablecer|resetear|recuperar|actualizar)\b.{0,15}\b(?:mi |la )?(?:contrasena|clave|usuario)\b|\b(?:descargar|bajar|instalar|tienen)\b.{0,15}\b(?:la |una |su )?(?:app|aplicacion)\b/,
      sure: /\bno (?:me )?(?:abre|carga|funciona|sirve|jala) (?:la |su )?(?:app|aplicacion|pagina|banca en linea)\b|\bno (?:me deja|puedo|logro|consigo|he podido|pude) (?:entrar|ingresar|iniciar sesion|acceder|abrir)\b.{0,30}\b(?:app|aplicacion|cuenta|banca|linea|sesion|sitio|pagina)\b|\bno (?:me deja|puedo|logro) (?:iniciar sesion)\b|\b(?:app|aplicacion|banca en linea|pagina del banco|sitio)\b.{0,20}\b(?:no (?:me )?(?:funciona|sirve|abre|carga|deja)|falla|se (?:cierra|traba|congela|cae|cayo)|esta (?:caida|fallando))\b|\b(?:olvide|no (?:recuerdo|me acuerdo de)|perdi|se me olvido) (?:mi |la )?(?:contrasena|usuario|clave (?:de la app|del banco|en linea))\b|\b(?:problemas?) (?:con|para (?:entrar|ingresar)(?: (?:a|en))?) (?:la |su )?(?:app|aplicacion|banca en linea|pagina|sitio)\b/,
      unless:
        /\b(?:correo|gmail|facebook|twitter|instagram|netflix|spotify|wifi|uber|whatsapp|computadora|paypal|zelle|pin|nip)\b/,
    },
    is_it_you: {
      cues: 'ustedes usted verdad real legitimo fraude estafa banco falso seguro enviaron mandaron llamaron escribieron supuestamente diciendo dice cooperativa',
      whole:
        'son ustedes, es verdad, es real este mensaje, quien es, quien me escribe, esto es real, es seguro este mensaje',
      sure: /^(?:(?:hola|oye) )?(?:este|ese|esta|esa) (?:mensaje|texto|correo|llamada) (?:de verdad |realmente )?es (?:de )?(?:ustedes|usted|real|verdad|verdadero|seguro|del banco|de la cooperativa)$|^(?:(?:hola|oye|disculpe) )*(?:de verdad |en serio |realmente )?(?:(?:es|son|eran?|fue|fueron) )(?:(?:este|ese|el|esta|esa) (?:mensaje|texto|correo|llamada) )?(?:(?:de verdad|realmente|en verdad|en serio) )*(?:de )?(?:ustedes|usted|el banco|mi banco|la cooperativa|mi cooperativa|real|verdadero|legitimo|autentico|falso|una estafa|estafa|fraude|un fraude|seguro)(?: de verdad| realmente| o (?:es )?(?:una )?(?:estafa|falso|fraude))?$|\b(?:ustedes|usted|el banco)? ?(?:me )?(?:enviaron|mandaron|escribieron|llamaron|textearon) (?:ustedes|usted|un mensaje|este mensaje|este texto|un texto)\b|\bcomo (?:se|puedo saber|puedo verificar|verifico|confirmo) (?:que |si )?(?:(?:este mensaje |esto )?(?:es|son)|de verdad) .{0,15}\b(?:ustedes|usted|real|del banco|verdad|legitimo)\b|\b(?:recibi|me llego|me llegaron|me llamaron|me mandaron) (?:un |una |unos )?(?:mensajes?|textos?|correos?|llamadas?)?.{0,15}\b(?:diciendo que (?:son|es)|que dice(?:n)? (?:ser|que son|que es)|supuestamente)\b/,
    },
  },
};

/** Questions that a fixed text answers, and questions about loans, in Spanish. */
export const answers = withIndirect(direct, indirect);
