import { sentence } from '../../../reading/free-rule.ts';
import type { StopRules } from '../../../reading/lexicon/free-rules.ts';

export const stop: StopRules = {
  stop: [
    sentence(
      '(?:por favor |ya |favor de )*',
      '(?:(?:no|ni un) mas (?:mensajes?|textos?|sms|alertas?|notificaciones)',
      '|(?:dejen|deje|deja|paren|pare|para|dejar) (?:ya )?de (?:enviarme|mandarme|escribirme|enviar|mandar|escribir|molestar|molestarme|textearme|contactarme)(?:me)?(?: (?:mas|estos|esos|los|sus|tantos))*(?: (?:mensajes?|textos?|sms|alertas?))?',
      '|(?:no|nunca) (?:me )?(?:envien|envie|manden|mande|escriban|escriba|envies|mandes|contacten|molesten|escribas)(?: (?:mas|estos|esos|los|sus|ningun))*(?: (?:mensajes?|textos?|sms|alertas?|nada))?(?: mas)?',
      '|(?:ya )?no quiero(?: (?:mas|recibir|que me (?:envien|manden|escriban)|estos|esos|sus|los))+(?: (?:mensajes?|textos?|sms|alertas?|nada))?(?: mas)?',
      '|ya no quiero (?:mensajes?|textos?|sms|alertas?)',
      '|(?:dar|darme|dame|denme|deme|quiero darme|quiero dar|dar de|darse) de baja(?: .{0,20}(?:mensajes?|servicio|lista))?',
      '|(?:cancelar|cancela|cancele|detener|detengan|parar|paren|eliminar|quitar|suspender)(?: (?:los|mis|sus|estos|la|mi|todos))*(?: (?:mensajes?|suscripcion|sms|textos?|alertas?))',
      '|(?:quitenme|saquenme|borrenme|eliminenme) de (?:la|su|esta) lista|(?:borren|borre|eliminen|quiten) mi (?:numero|telefono)|desuscribir(?:me)?|desuscribanme|dejenme en paz|alto|parar|basta)',
      '(?: por favor| gracias| ya| ahora)*',
    ),
  ],
  start: [
    sentence(
      '(?:quiero |por favor )?(?:dar(?:me)? de alta|alta|reanudar|reactivar|suscribir(?:me)?|suscribanme|empezar|iniciar)(?: (?:de|nuevo|los|mis|sus|el|al|servicio|mensajes?|textos?|sms|alertas?))*(?: por favor)?',
    ),
  ],
};
