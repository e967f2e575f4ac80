import type { OrderWords } from '../../../reading/lexicon/order-words.ts';

/** Orders in free wording, in Spanish. `hacer una` belongs to the noun that follows. */
export const orders: OrderWords = {
  verbs: `transferir transfiere transfiera transfieran pasar pasa pase pasame mover mueve mueva transferencia traspasar traspasa traspase
    traspaso poner pon ponga ponme enviar envia envie mandar manda mande depositar deposita deposite agregar agrega agregue`,
  openings: [
    /^(?:(?:hola|por favor) )*(?:me )?(?:(?:puede|puedes|podria|podrias|pueden)(?: usted)? |(?:quiero|quisiera|necesito|deseo|debo|tengo que|hay que|me gustaria) )(?:hacer )?(?:una )?/,
    /^(?:haga|hacer|haz|haganme) (?:una )?(?=transferencia |traspaso )/,
  ],
  courtesy: 'por favor',
  looseVerbs: 'deposita depositar deposite agrega agregar agregue',
  mayBePast: 'pase mande envie',
  pastEndings: 'é í ó',
  mannerNouns: 'transferencia traspaso',
  manners: 'inmediata instantanea interna rapida',
  moneyNouns: 'dinero',
  moneyLeads: 'de mi el',
  steps: 'y',
  secondVerbs: 'ponlo ponlos ponla ponlas pasalo pasalos',
  its: 'lo los',
  tails: 'gracias favor por ahora hoy',
  payOwn: {
    head: /^(?:(?:por favor|hola) )*(?:(?:quiero|quisiera|necesito|puede|me gustaria) )?(?:pagar|pague|paga|abonar|abone|abona|hacer un (?:pago|abono)(?: de)?) /,
  },
  payOwnBetween: 'a al para hacia una',
  payOwnFrom: 'desde',
  purposes: {
    vehicle: 'auto coche carro vehiculo',
    home: 'hipotecario casa hipoteca',
    studies: 'estudiantil',
    boat: 'lancha',
    personal: 'personal',
  },
  purposeLinks: 'del de',
  exampleLeads: 'rv|p\\. ?ej\\.?|ej\\.?|por ejemplo|ejemplo|como',
  exampleHeads: 'transferir\\b|bloquear\\b',
  denying: 'nunca no ya cancelar como cuando',
};
