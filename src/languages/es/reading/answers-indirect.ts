import type { IndirectAnswers } from '../../indirect-answers.ts';

const vehicle =
  '(?:carros?|autos?|trocas?|camionetas?|coches?|motos?|trailers?|vehiculos?|lanchas?)';
const home = '(?:casas?|hipotecas?|departamento|terreno)';

/** Questions that tell a situation instead of naming their topic, in Spanish. */
export const indirect: IndirectAnswers = {
  topics: {
    fees: {
      cues: 'gratis minimo sale cuesta cobran cobra cobraran quitan sobregiro sobregiro descuentan comision costo cuanto wire penalidad saldo castigan penalizan multan ventanilla',
      sure: /\b(?:me |nos )?(?:quitan|cobran|descuentan|rebajan)\b.{0,25}\b(?:cada mes|al mes|mensual(?:mente)?|por (?:tener|usar|mantener|manejo|la cuenta|sobregir\w*|retirar|sacar)|si (?:uso|saco|retiro|me sobregiro|me paso|reboto|cierro|no tengo|viajo|la uso))\b|\bcuanto (?:sale|cuesta|cobran|me cobran|me sale|vale|es)\b.{0,20}\b(?:mandar|hacer|por|un|una|si|el|los|tener|sacar|usar)\b.{0,25}\b(?:wire|giro|transferencia|sobregir\w*|cheques? de caja|money order|cajero|cuenta|internacional|otro banco)\b|\b(?:cuesta|tiene costo|tiene algun costo|hay que pagar|se paga)\b.{0,15}\b(?:algo )?(?:tener|por tener|usar|abrir|mantener|la cuenta|el cajero|por el cajero|por usar|mandar)\b|\b(?:hay|tengo|tienen|piden|necesito|debo)\b.{0,15}\b(?:un )?(?:saldo )?minimo\b.{0,25}\b(?:cuenta|saldo|tener|mantener|ahorros?|mes)?\b|\bes gratis\b.{0,25}\b(?:usar|la cuenta|el cajero|tener|cuenta|transferir|retirar|sacar)\b|\b(?:la cuenta|el cajero|la cuenta de cheques|la de cheques) (?:es|sale) gratis\b|\b(?:cuanto|que) (?:es|pasa|cobran)\b.{0,12}\b(?:si|por) (?:me )?(?:sobregir\w+|quedo en negativo|reboto un cheque|rebota un cheque|me paso)\b|\bproteccion (?:contra|de|por) sobregiros?\b|\b(?:me |nos )?(?:castigan|penalizan|multan|cargan algo|cobran algo)\b.{0,15}\b(?:si|por|cuando)\b|\bcobran por\b.{0,15}\b(?:pasar|ir|usar|sacar|hablar|depositar|cambiar|cerrar|transferir)\b/,
    },
    rates: {
      cues: 'interes intereses porcentaje ganaria rinde pagan hipotecas certificado certificados rendimiento tasas',
      sure: /\b(?:cuanto|que|a como|en cuanto|como)\b.{0,20}\b(?:interes(?:es)?|rendimiento|porcentaje|por ciento)\b.{0,40}\b(?:ahorros?|cuentas?|certificados?|carros?|casas?|prestamos?|hipotecas?|dan|pagan|cobran|ofrecen|manejan|tarjetas?|tienen|estan|usado)\b|\ba como (?:estan|andan|tienen) (?:los intereses|las tasas|las hipotecas|los prestamos)\b|\ben cuanto (?:estan|andan|esta|tienen) (?:las? |los? |el )?(?:hipotecas?|tasas?|intereses|interes|certificados?|prestamos?)\b|\bcuanto (?:ganaria|gano|me dan|me darian|rinde|rinden|deja|dejan|me pagan|pagan|genera)\b.{0,15}\b(?:con|de|por|en|el|los|un|una)\b.{0,20}\b(?:certificados?|ahorros?|interes(?:es)?|cuenta de ahorros|plazo fijo|money market)\b|\bque (?:tan )?(?:buenas|altas) (?:son|estan) (?:sus|las) tasas\b|\b(?:como|que tal|a como|en cuanto) (?:estan|andan|van) (?:las |los |sus )?(?:tasas|intereses)\b|\bcuanto (?:ganaria|ganare|gano|sacaria)\b.{0,12}\b(?:certificado|ahorros|plazo)\b/,
    },
    loans: {
      cues: 'prestado prestar prestan prestarme financian financiar financiamiento comprar enganche deudas prestamo emprestan refinanciar prestamo hipoteca',
      sure: new RegExp(
        `\\b(?:dinero|plata|lana|\\$?\\d[\\d.,]*|pesos|dolares) prestad[oa]s?\\b|\\b(?:me|nos) (?:pueden|puede|podrian|puedes|presta\\w*)\\b.{0,12}\\b(?:prestar|presta|prestan|dar un prestamo|financiar)\\b|\\b(?:ustedes |se )?(?:prestan|financian|emprestan)\\b.{0,20}\\b(?:dinero|para|sin|a|${vehicle}|${home}|con itin)\\b|\\b(?:que|cuales)\\b.{0,15}\\b(?:piden|requisitos|necesito|ocupo|documentos)\\b.{0,25}\\b(?:prestamo|hipoteca|credito|financiar)\\b|\\b(?:quiero|quisiera|pienso|estoy por|busco|ando por|necesito|planeo)\\b.{0,12}\\b(?:comprar|sacar|conseguir|agarrar)\\b.{0,20}\\b(?:${home}|${vehicle})\\b.{0,40}\\b(?:ayudan|prestamo|financian|prestan|credito|me pueden|como le hago|que necesito|requisitos|califico)\\b|\\b(?:juntar|consolidar|unir) (?:mis|las|todas mis) (?:deudas|tarjetas|cuentas)\\b|\\bpara (?:comprar|sacar) (?:una|un|mi) (?:${home}|${vehicle})\\b.{0,25}\\b(?:prestan|prestamo|financian|ayudan|credito)\\b|\\bcuanto me (?:pueden )?prestan?\\b|\\bcuanto me (?:pueden|podrian) prestar\\b|\\b(?:pensando en|pienso|quiero|interesa|interesado en|me gustaria|busco) (?:refinanciar|un prestamo|una hipoteca|sacar un prestamo|financiar)\\b|\\b(?:con quien|donde|a quien)\\b.{0,12}\\b(?:veo|hablo|aplico|pido|solicito|pregunto)\\b.{0,12}\\b(?:prestamo|hipoteca|financiamiento|credito)\\b`,
      ),
    },
    card_replacement: {
      cues: 'chip tarjeta plastico banda activar activo reponer',
      sure: /\b(?:la|mi|el) (?:tarjeta|plastico)\b.{0,20}\b(?:esta|se|ya|quedo|salio)\b.{0,15}\b(?:doblada|quebrada|rota|rayada|danada|partida|despintada|gastada|desgast\w*|quebro|doblo|rompio|partio|borro|vence|vencio|vencer|caduco|derritio)\b|\b(?:el chip|la banda|la banda magnetica)\b.{0,20}\b(?:no|ya no|se|esta)\b.{0,12}\b(?:sirve|lee|funciona|jala|pasa|cayo|borro|danado|danada|gastada|despego|agarra)\b|\b(?:cuando|cuanto (?:tarda|falta|se tarda))\b.{0,20}\b(?:me |para que |en )?(?:llega\w*|llegue|mandan|entregan)\b.{0,12}\b(?:la|mi|una)\b.{0,12}\btarjeta\b|\bcomo (?:activo|se activa|puedo activar|hago para activar)\b.{0,12}\btarjeta\b|\b(?:va a|por|esta por) (?:vencer|vencerse|caducar|expirar)\b.{0,12}\btarjeta\b|\btarjeta\b.{0,15}\b(?:por vencer|se va a vencer|esta por vencer)\b|\b(?:me |nos )?(?:mandan|mandenme|mandeme|mandame|envian|dan|hacen|dan|pueden dar|pueden mandar|puede mandar)\b.{0,12}\b(?:otra|una nueva|una) tarjeta\b|\bnunca (?:me )?(?:llego|ha llegado|recibi)\b.{0,12}\btarjeta\b|\b(?:el perro|mi hijo|la nina|la lavadora)\b.{0,25}\btarjeta\b/,
    },
    card_declined: {
      cues: 'tarjeta pasa paso jalo jala rebotaron rebota insuficientes denegada negaron terminal bomba rechazada denegada declinada dice',
      sure: /\b(?:rebot\w+|niegan|nego|rechaz\w+|declin\w+)\b.{0,12}\b(?:la |mi )tarjeta\b|\btarjeta\b.{0,25}\b(?:rebot\w+|sale (?:denegada|rechazada|declinada)|me la (?:niegan|negaron|rechazan|rechazaron|rebotan)|no (?:la )?(?:agarra|lee|jala|jalo|entra|quiere pasar|paso|pasa|acepta|aceptan))\b|\bno (?:jala|jalo|paso|pasa|agarra|agarro|quiere pasar|funciono|leyo|lee)\b.{0,12}\b(?:la |mi )tarjeta\b|\b(?:dice|sale|dijo|aparece|marca)\b.{0,12}\b(?:fondos insuficientes|saldo insuficiente|sin fondos)\b.{0,15}\b(?:y|pero|aunque)\b|\bpor ?que no (?:pasa|paso|sirve|jala|funciona|me (?:deja|dejo) pagar)\b.{0,20}\btarjeta\b|\b(?:quise|trate de|intente|iba a) pagar\b.{0,30}\bno\b.{0,15}\b(?:paso|jalo|sirvio|funciono|acepto|aceptaron)\b|\b(?:dice|sale|marca|aparece|pone|salio)\b.{0,6}\b(?:rechazada|denegada|declinada|no aprobada|tarjeta invalida|tarjeta rechazada|transaccion denegada)\b/,
    },
    pin: {
      cues: 'pin nip clave codigo secreto numero tarjeta',
      sure: /\b(?:no (?:se|recuerdo|me acuerdo|me se)|olvide|se me olvido|cambiar|cambio|perdi)\b.{0,20}\b(?:la clave|el codigo|el numero secreto|la clave secreta|el codigo secreto|la contrasena) (?:de|del|para) (?:la |mi |el )?(?:tarjeta|cajero|debito)\b|\b(?:puse|meti|escribi|teclee)\b.{0,10}\bmal\b.{0,8}\b(?:el |mi )?(?:pin|nip)\b|\b(?:pin|nip) (?:nuevo|mal|equivocado|incorrecto)\b|\b(?:numero|clave|codigo) secret[oa]\b.{0,20}\btarjeta\b/,
    },
    direct_deposit: {
      cues: 'patron jefe directo anulado cancelado ruta trabajo datos sueldo nomina cheque empleador voided aba routing ruta transito',
      sure: /\bcheque (?:anulado|cancelado|voided|void)\b|\b(?:que|cuales)\b.{0,12}\b(?:le doy|datos|numeros|informacion|necesito|le paso|tengo que dar)\b.{0,25}\b(?:jefe|patron|trabajo|empresa|compania|empleador|nomina)\b.{0,30}\b(?:deposit\w+|pagu\w+|pag\w+|nomina)\b|\b(?:quiero|quisiera|como hago|como le hago|necesito|me gustaria)\b.{0,15}\bque\b.{0,20}\b(?:cheque|sueldo|pago|nomina|seguro social|pension|salario)\b.{0,25}\b(?:directo|directamente|a mi cuenta|a la cuenta|aqui|automatico)\b|\b(?:mi )?(?:patron|jefe|trabajo|empleador|compania|empresa|nomina)\b.{0,15}\b(?:me )?(?:pide|piden|quiere|necesita|ocupa|solicita)\b.{0,20}\b(?:ruta|cuenta|datos|bancarios|routing|deposito directo)\b|^(?:(?:hola|oiga|buenas) )*(?:cual es |me da |dame |necesito |ocupo |pasame )?(?:el |su |un )?(?:numero )?(?:de )?(?:aba|ruta|routing|transito)(?: por favor| porfa| de ustedes| del banco)*$/,
    },
    order_checks: {
      cues: 'chequera cheques chequeras talonario',
      sure: /\b(?:se me )(?:acabo|termino|esta acabando)\b.{0,8}\b(?:la |mi )?(?:chequera|talonario)\b|\b(?:me quedan|quedan)\b.{0,8}\bpocos cheques\b|\b(?:donde|como|puedo)\b.{0,15}\b(?:compro|comprar|consigo|pido|ordeno|saco|encargo|mando a hacer)\b.{0,10}\b(?:mas |los |unos |otra |una )?(?:cheques|chequera)$|\b(?:venden|hacen|imprimen|dan) (?:cheques|chequeras)\b/,
    },
    app_trouble: {
      cues: 'app aplicacion codigo entrar contrasena linea pagina celular registro registrar clave huella banca portal sitio traba error app aplicacion pagina',
      sure: /\b(?:app|aplicacion|pagina|sitio|portal|banca en linea|banca movil)\b.{0,20}\b(?:se (?:me )?(?:traba|cierra|congela|bloqueo|cae|queda|salio|sale)|no (?:me )?(?:carga|abre|sirve|jala|deja|reconoce|funciona|quiere)|da error|marca error|me saca|esta (?:caida|lenta|trabada|bloqueada))\b|\b(?:se me )(?:bloqueo|trabo|cerro|congelo) (?:la |mi )?(?:app|aplicacion|banca|cuenta en linea)\b|\b(?:la |mi )?(?:contrasena|clave|password)\b.{0,20}\b(?:esta mal|es incorrecta|no (?:sirve|funciona|jala|la acepta|me la acepta|es)|incorrecta|vencio|expiro|equivocada)\b|\bno me (?:llega|llego|ha llegado|mandan|mando|envian)\b.{0,8}\b(?:el|un|ningun) codigo\b|\b(?:cambie|tengo|compre)\b.{0,12}\b(?:de )?(?:celular|telefono)\b.{0,25}\b(?:no puedo|no me deja|entrar|app|banca)\b|\bcomo (?:me )?(?:registro|inscribo|activo|entro|accedo|uso|creo)\b.{0,12}\b(?:en|a|la|mi|al)\b.{0,15}\b(?:banca en linea|banca movil|app|aplicacion|cuenta en linea|pagina|portal)\b|\bno (?:puedo|me deja|logro|he podido)\b.{0,10}\b(?:entrar|ingresar|acceder|iniciar|abrir)\b.{0,15}\b(?:app|aplicacion|pagina|banca|linea|portal|sistema|sitio)\b|\b(?:huella|face id|reconocimiento facial)\b.{0,20}\bno\b|\b(?:me )?(?:sale|da|marca|aparece|tira)\b.{0,8}\berror\b.{0,25}\b(?:app|aplicacion|pagina|entrar|sesion|banca|sitio)\b|\b(?:app|aplicacion|pagina|sitio|portal)\b.{0,10}\bno me (?:deja|reconoce|abre|acepta|permite)\b/,
    },
    is_it_you: {
      cues: 'fraude estafa real ustedes numero banco verdad cooperativa llamaron mensaje seguro escribe cooperativa link enlace ustedes',
      sure: /\bcomo (?:se|puedo saber|saber|compruebo|verifico|confirmo|estoy seguro)\b.{0,12}\b(?:que|si|de que)\b.{0,25}\b(?:no )?(?:es|sea|son)\b.{0,12}\b(?:fraude|estafa|ustedes|real|verdad|el banco|de ustedes|la cooperativa|falso|seguro)\b|\b(?:este|ese|el) (?:numero|mensaje|texto|link|enlace|correo)\b.{0,15}\b(?:es|si es|de verdad es|viene|sera)\b.{0,10}\b(?:de )?(?:ustedes|usted|real|verdad|seguro|la cooperativa|del banco|confiable|legitimo|fraude|estafa)\b|\b(?:me )(?:llamaron|hablaron|escribieron|mandaron|llego|marcaron)\b.{0,25}\b(?:diciendo|que dice|dicen|dijeron|supuestamente|haciendose)\b.{0,15}\b(?:que )?(?:son|eran|es|ser|pasar)?\b.{0,12}\b(?:ustedes|banco|cooperativa|usted)\b|^(?:(?:hola|oye|disculpe) )*(?:ustedes|usted)(?: si| realmente| de verdad)? (?:me )(?:mandaron|enviaron|escribieron|llamaron|hablaron|marcaron)\b|\b(?:de verdad|en serio|realmente) (?:es|son|eres|es esta|es este)\b.{0,12}\b(?:la cooperativa|el banco|ustedes|mi banco|mi cooperativa|usted)\b|\bpor ?que me piden\b.{0,15}\b(?:mi )?(?:clave|social|contrasena|pin|numero de cuenta)\b|\b(?:si |de verdad |realmente )?(?:es|sera|son) (?:la cooperativa|el banco|ustedes|mi cooperativa|mi banco) (?:la |el |los |quien |quienes )?(?:que )?(?:me )?(?:escriben?|mandan?|hablan?|llaman?|textea)\b|\bustedes\b.{0,12}\b(?:mandaron|enviaron|llamaron|escribieron)\b.{0,15}\b(?:link|enlace|mensaje|correo|codigo|texto)\b|\b(?:le pico|abro|confio|le doy clic|es seguro)\b.{0,10}\b(?:al|el|en el|este|ese)\b.{0,6}\b(?:link|enlace|mensaje)\b/,
    },
  },
  loans: {
    due_date: {
      cues: 'toca pagar vence pago pagos faltan carro troca casa mensualidad letra',
      sure: new RegExp(
        `\\bcuando (?:me )?(?:toca|vence|debo|tengo que|hay que|es|se vence)\\b.{0,15}\\b(?:pagar|el pago|mi pago|pago|la letra|la mensualidad)?\\b.{0,12}\\b(?:el|la|del|de la|de mi|mi) (?:${vehicle}|${home}|prestamo|letra)\\b|\\bcuantos pagos\\b.{0,12}\\b(?:me faltan|faltan|me quedan|quedan|debo|llevo)\\b.{0,20}\\b(?:carro|troca|casa|prestamo|auto|camioneta)\\b`,
      ),
    },
    payment: {
      cues: 'pago letra mensualidad carro troca casa abono pagar mes mensualidad letra hipoteca',
      sure: new RegExp(
        `\\bcuanto (?:pago|estoy pagando|tengo que pagar|debo pagar|doy)\\b.{0,15}\\b(?:de|por|al mes de|al mes por|mensual de|cada mes de|por mes de) (?:el |la |mi |al mes )*(?:${vehicle}|${home}|prestamo|hipoteca)\\b|\\b(?:de cuanto|cuanto|en cuanto)\\b.{0,12}\\b(?:es|esta|sale|quedo)\\b.{0,8}\\b(?:la|el|mi) (?:letra|mensualidad|pago|abono|pago mensual) (?:del?|de la|de mi) (?:${vehicle}|${home}|prestamo)\\b|^(?:cuanto es |de cuanto es )?(?:la |mi )?(?:mensualidad|letra|cuota) (?:de |del )(?:la |mi |el )?(?:hipoteca|carro|casa|prestamo|troca|auto|camioneta)$`,
      ),
    },
    payoff: {
      cues: 'liquidar terminar falta faltan carro prestamo troca casa debo pagarlo saldar pagar toda todo camioneta carro',
      sure: new RegExp(
        `\\bcuanto (?:me )?(?:falta|debo|es|seria|queda|resta|necesito)\\b.{0,20}\\b(?:para|por|de)\\b.{0,10}\\b(?:liquidar|terminar(?: de pagar)?|acabar(?: de pagar)?|saldar|pagar por completo|pagar todo)\\b.{0,10}\\b(?:el|la|mi|mi prestamo de)? ?(?:${vehicle}|${home}|prestamo|credito)\\b|\\bcuanto (?:seria|es|sale|me falta)\\b.{0,10}\\bpara pagar (?:todo|toda|completo|completa|de una vez|todita)\\b.{0,8}\\b(?:el|la|mi)? ?(?:carro|camioneta|troca|prestamo|casa|auto|moto)\\b`,
      ),
    },
    rate: {
      cues: 'interes tasa porcentaje interes',
      sure: new RegExp(
        `\\b(?:que|a que|cual es el|de cuanto es el)\\b.{0,6}\\b(?:interes|tasa|porcentaje)\\b.{0,15}\\b(?:tiene|pago|tengo|estoy pagando|me cobran)\\b.{0,12}\\b(?:en|por|de|con)? ?(?:el|la|mi) (?:${vehicle}|${home}|prestamo)\\b|\\bcuanto interes (?:estoy pagando|pago|me cobran)\\b.{0,12}\\b(?:en|por|de)\\b.{0,6}\\b(?:la|el|mi)\\b`,
      ),
    },
  },
};
