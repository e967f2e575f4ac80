import { sentence } from '../../../reading/free-rule.ts';
import type { PeopleRules } from '../../../reading/lexicon/free-rules.ts';

export const people: PeopleRules = {
  stopPayment: [
    sentence(
      '.*\\b(?:cancel(?:ar|a|e|en|eme|enme)|anul(?:ar|a|e|en|eme|enme)|detener(?:me)?|detengan?(?:me)?|detengas|bloque(?:ar|e|en|een|eme|enme)',
      '|suspend(?:er|a|an|ame|anme)|par(?:ar|e|en|eme|enme)|fren(?:ar|e|en|eme|enme)|no (?:se )?paguen|no se pague|(?:un )?alto (?:al|a)) ',
      '(?:(?:un|el|mi|la|los|mis|este|ese|una) )?(?:(?:ultim[oa]|proxim[oa]) )?(?:pago (?:del?|de un) )?',
      '(?:cheques?|pagos?|tarjeta|transferencia|debito|compra)\\b.*',
    ),
    sentence(
      '(?:.* )?(?:cheque|pago|transferencia|debito|compra) (?:.{0,40} )?(?:debe|debe de|tiene que) ser (?:cancelad[oa]|anulad[oa]|detenid[oa])\\b.*',
    ),
  ],
  reachPeople: [
    sentence(
      '(?:(?:un|una|el|la) )?(?:agente|persona|humano|representante|asesor)(?: real| por favor| ya)*',
    ),
    sentence(
      '(?:.* )?(?:hablar|comunicarme|platicar|hablo|contactar) (?:con|a) .*',
      '\\b(?:agente|persona|alguien|representante|humano|asesor|asesora|servicio|ejecutivo|gerente)\\b.*',
    ),
    sentence(
      '(?:llamenme|llameme|me pueden? llamar|(?:necesito|quiero) (?:un|una|a un) (?:agente|persona|asesor|humano|representante)',
      '|(?:servicio|atencion) al cliente)(?: por favor)?',
    ),
  ],
  dispute: [
    sentence(
      '(?:.* )?(?:(?:yo )?no fui(?: yo)?|no era yo|no soy yo|no lo hice|yo no lo (?:hice|autorice)|(?:yo )?no (?:hice|autorice|reconozco) (?:esto|eso|ese|este|esa|esta|la|el|un|una|unos|unas|ningun|ninguna)(?: .*)?|(?:cargo|transaccion|transferencia) no (?:autorizad[oa]|reconocid[oa]))',
    ),
    sentence(
      '(?:(?:quiero |necesito )?(?:reportar|denunciar|disputar) (?:un |una |el |la |este |esta )?(?:fraude|cargo|transaccion|transferencia)(?: .*)?|me (?:han )?(?:robaron|robado|estafado)|(?:(?:esto )?(?:es|fue|ha sido) )?(?:una |un )?(?:estafa|fraude)|me (?:hackearon|estafaron|robaron (?:dinero|plata|de mi cuenta|mi dinero))(?: .*)?)',
    ),
  ],
};
