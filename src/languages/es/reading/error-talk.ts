import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Who did it, how people ask about it, and what makes it something else, in Spanish. `lexicon/error-words.ts` explains the notation. */
export const errorTalk = {
  notMe:
    'no fui yo, yo no fui, no soy yo, no era yo, no es mio, no es mia, no son mios, no son mias, no fue mio, no es mi, no son mis, no la hice yo, no lo hice yo, no fuimos nosotros, no me pertenece, no me pertenecen, no es de nosotros, no es nuestro',
  byMe: 'por mi, por nosotros, responsable, enterado, enterada',
  without:
    'sin mi permiso, sin permiso, sin mi autorizacion, sin autorizacion, sin mi consentimiento, sin mi conocimiento, sin preguntar*, sin avisar*, sin que yo supiera',
  someone:
    'alguien, alguien mas, ellos, mi ex, un ladron, mi hijo, mi hija, mi esposo, mi esposa, un extrano',
  stranger: 'alguien, alguien mas, otra persona, un ladron, un extrano, un desconocido',
  you: 'ustedes, usted',
  self: 'yo, hemos',
  my: 'mi, mis, nuestro, nuestra',
  what: 'que es, q es, ke es, k es, que fue, q fue, que son, cual es, de que es, de q es, de que fue, de que son, a que corresponde, de donde viene, de donde salio',
  unsure:
    'no se que, no se de, no se de que es, no se que es, no se de que son, no se que fue, no se de que fue, no se quien, no se por, nose, ni idea, no entiendo, no tengo idea, no estoy seguro, no estoy segura',
  who: 'quien, quienes',
  why: 'por que, porque, xq, pq, xk, porq, por q',
  whyThere: 'por que hay, porque hay, xq hay, como es que hay',
  where:
    'donde esta, donde estan, a donde se fue, donde quedo, donde se fue, adonde se fue, adonde fue, que paso con',
  whence: 'de donde viene, de donde salio, de donde es, de donde vino',
  this: 'este, esta, esto, ese, esa, eso, estos, estas, esos, esas, aquel, aquella',
  the: 'el, la, los, las, un, una, unos, unas',
  at: 'de, en, del',
  forWhat: 'por, para',
  thereIs: 'hay, veo, me aparece, me aparecen, me salio, encontre, vi un, vi una, ya veo',
  isThere: 'si hay, hay algun, hay alguna, hay algunos, que hay, cuanto hay, no hay',
  legit: 'legitimo, valido, real, correcto, mio, normal',
  not: 'no, nunca, jamas, tampoco',
  did: 'hice, hecho, autorice, autorise, autorizado, autorizo, mande, envie, aprobe, solicite, gaste, realice, hize, ice, retire, hizo, inscribi, suscribi, contrate, acepte, puse',
  buy: 'compre, comprado, pedi, ordene',
  recognize: 'reconozco, reconosco, reconocemos, conozco, recuerdo, reconocer',
  cantRecall: 'no puedo reconocer, no logro reconocer, no me acuerdo',
  neverBeen:
    'nunca he ido, nunca he estado, nunca fui, nunca voy, jamas he ido, no he estado, no he ido, no conozco esa',
  anything: 'nada, algo',
  canceled: 'cancele, cancelado, cancelada, devolvi, di de baja, cancelamos',
  still: 'siguen, sigue, todavia, aun, despues, pero, otra vez, continua*, aunque',
  only: 'solo, solamente, pero, en vez, en lugar, nomas, no',
  shouldBe:
    'deberia, debe haber, deberian, debia, tenia que ser, debio ser, debio haber, debieron ser, solo deberia, solo debe, debia recibir, debi recibir',
  shouldNotBe: 'no deberia, no deberian, no deberia estar, no debe estar, no tiene que estar',
  dispute:
    'disputar, disputo, disputa, reclamar, reclamo, reclamacion, contracargo, impugnar, aclaracion',
  report: 'reportar, reporto, denunciar, avisar, reporte',
  reverse: 'reversar, reversen, revertir, devolver, devuelvan, quitar',
  moneyBack: 'devuelvan mi dinero, me devuelvan, mi dinero de vuelta, mi dinero de regreso',
  own: 'me equivoque, queria decir, quise decir, mi error, fue mi error, mejor pasa, perdon, puse mal',
  supposing:
    'que pasa si, como protejo, como me protegen, como protegen, puede alguien, en caso de, diferencia entre, me cobran si, me van a cobrar, me cobrarian, cobran extra, cobran por, si uso, que alguien use, evitar que, que pasa con los',
  topic: 'evitar, prevenir, prevencion, proteccion, alertas, alerta, seguro contra',
  social: 'entre, amigo, amigos, familia, vecino, vecinos, politica, multa',
  things:
    'bici, bicicleta, almuerzo, lonche, carro, coche, troca, paquete, llaves, lugar, idea, corazon, perro',
  cameTo: 'llegue a la, llegue al, llegar a',
  status: 'pendiente, rechazad*',
  remaining:
    'cuanto me falta, cuanto falta, cuanto le falta, falta para, falta por, faltan para, faltan por, falta pagar, hace falta',
  order: 'pasa, pase, pasar, mueve, mover, transfiere, transferir, envia, manda, mete, pon',
  please:
    'por favor, hola, quiero, quisiera, necesito, puedo, como puedo, como, puede alguien decirme, puede alguien ayudarme, alguien me puede, alguien puede, me deja',
  nothing:
    'factura, facturas, carga mi, yo no fui a, yo no fui al, no fui a, a cargo, cargo de gerente, numero equivocado, numero de cuenta, mensaje de error, que mal, muy mal, me siento mal, no mas, no gracias, sin cargo, sin cargos, alerta de fraude, alertas de fraude, que tal, esta tardando, usar todo mi dinero, usar todo el dinero, tocar todo mi dinero, gastar todo mi dinero, disponer de todo mi dinero, mover todo mi dinero, completar, quien me mando, quien me deposito, quien me envio, ya paso, ya salio, ya esta, ya se hizo, ya se pago, sabado, sabados, completado, completados, no me acuerdo cuanto, no me acuerdo de cuanto, no recuerdo cuanto',
} as const satisfies Partial<ErrorWords>;
