import type { PeopleWords } from '../../../reading/lexicon/people-words.ts';

/** Things that get lost or stolen. */
const things =
  '(?:telefono|celular|movil|cel|tarjetas?|cartera|billetera|bolsa|bolso|chequera|identidad|mochila)';

const card = '(?:(?:mi|la|mis|las|una|esta|esa|su|nuestra) )?(?:tarjeta|tarjetas)';

/** Talk meant for people, not commands, in Spanish. */
export const toPeople: PeopleWords = {
  crisis:
    /\b(?:suicid(?:arme|io)|matarme|quitarme la vida|(?:quiero|voy a) morir(?:me)?|no quiero (?:seguir )?(?:vivir|viviendo)|hacerme dano|(?:estoy|estamos) en peligro|llam(?:e|a|en|ar) al (?:911|112))\b/,
  emergency: new RegExp(
    `\\b(?:perdi|perdido|robaron|robado|robo|extravie|hackearon|hackeado|clonaron|perdio|no encuentro) (?:.{0,20} )?${things}\\b|\\b${things} (?:(?:fue|esta|ha|sido|me|la|lo|se) )*(?:robad[oa]|perdid[oa]|perdio|robaron|hackead[oa]|clonad[oa]|clonaron)\\b`,
  ),
  thanks:
    /^(?:(?:ok|perfecto|muy bien) )?(?:muchas |mil |muchisimas )?gracias(?: (?:por|todo|su|la|ayuda|muy|amable))*$|^(?:adios|hasta luego|que tenga (?:un )?buen dia)$/,
  hello:
    /^(?:hola(?: que tal| buenos dias| buenas tardes| buenas)?|buenos dias|buenas(?: tardes| noches)?|que tal|como (?:esta|estas)|(?:eres|es|es usted) (?:un |una )?(?:robot|bot|maquina)|quien (?:eres|es))$/,
  secretNames: /\b(?:contrasenas?|clave|seguro social|cuenta|tarjeta|codigo|mi|el)\b/,
  cardTold: /^(?:por que|quien|ya|cuando)\b|\b(?:no|nunca)\b(?! longer)|\b(?:desbloque)\w*/,
  cardWishes: [
    new RegExp(
      `\\b(?:bloque|congele|desactive|suspende|suspenda|cancele|anule|detene|detenga|inhabilite|apague|pause|bloquea|congela|desactiva|suspende|cancela|anula|deten|inhabilita|apaga)(?:r|n|e|en|me|nme|rme|enme|eme)? (?:ya |por favor |ahora )?(?:a )?${card}\\b`,
    ),
    /\b(?:tarjeta|tarjetas) (?:.{0,40} )?(?:bloqueenla|bloqueela|bloqueala|cancelenla|congelenla|debe ser bloqueada)\b/,
    /\b(?:bloqueo|congelar|bloquear) (?:de )?(?:mi |la )?tarjeta\b/,
  ],
  stopsPayment: /\b(?:detien|deten|parar|pare|anul|bloqu|cancel|suspen|fren|paguen|pague|alto)\w*/,
  payments: /\b(?:cheque|pago|transferencia|debito|compra)s?\b/,
};
