import { clause } from '../../../reading/free-rule.ts';
import type { OptOutWords } from '../../../reading/lexicon/opt-out-words.ts';

/** The parts of a request for no more messages, in Spanish. */
export const optOut: OptOutWords = {
  phrases: [
    [/\bpor favor\b|\bde una vez\b/g, 'please'],
    [/\bmuchas gracias\b/g, 'thanks'],
    [/\bahora mismo\b/g, 'now'],
    [/\bcomo(?: (?:puedo|hago para))?(?= )/g, 'please'],
  ],
  quoted: { begins: 'el', wrote: 'escribió' },
  verbs: `detener detenga detengan detengase detenganse deten parar paren parenle parele pare terminar alto basta baja fin desuscribir desuscribirme
    desuscribanme salir`,
  leads: 'dejen deje que quiero quisiera necesito deseo hola favor ya ok se me',
  contacts: `mensaje mensajes mensajitos alerta alertas notificacion notificaciones escribirme mandarme enviarme molestar molestarme mandar enviar
    escribir recibir recibiendo suscripcion contactarme`,
  tails:
    'todo todos los las sus estos esos a mi ya gracias ahora inmediatamente esto eso el servicio me',
  besides: 'mas numero telefono celular todos dias cada dia',
  reasonStarts:
    /^(?:yo|no|ya no|usted|ustedes|se|numero equivocado|este numero|es|esto es|mi hij[oa]|soy)(?: |$)/,
  lastStops: 'paren basta',
  noStops: 'la',
  complaints: /^demasiados\b/,
  reasonsBefore: clause('numero equivocado'),
  denies:
    /\bno (?:\w+ )?(?:paren?|parar|detenga\w*|detener|dejen?)\b|\bno quiero que (?:me )?(?:paren?|detengan?|cancelen?) (?:los|las|mis|sus) (?:mensajes|textos|alertas|avisos|notificaciones)\b/,
  asks: /\b(?:que pasa|cuando|si)\b/,
  otherMatters:
    /\b(?:ayuda|pagos?|tarjetas?|transferencias?|cargos?|depositos?|prestamos?|comision\w*)\b/,
  sayings: clause(
    'ya no mas',
    'no quiero mas',
    '(?:quiero |please )?(?:que )?(?:ya )?dejen de (?:escribirme|mandarme|enviarme|molestar(?:me)?|textearme)(?: (?:mensajes?|textos?))?',
    'quiero cancelar (?:los|sus|estos) (?:mensajes|textos)',
    'no (?:autorizo|acepto|permito)(?: (?:mas|sus|los|estos|que me|manden|escriban|mensajes?|textos?|sms))+',
    'dejen? de (?:fregar|chingar|joder|fastidiar)(?:me)?',
    '(?:(?:se )?equivoc(?:o|aron) de |es (?:el |un )?|tiene(?:n)? (?:el |un )?)?numero (?:equivocado|incorrecto)',
    'para(?:le)? ya',
    'no mas',
    'no deseo(?: (?:mas|recibir|sus|estos|los|ningun|mensajes?|textos?|alertas?|sms|de texto))+',
    '(?:quite|elimine|borre|saque)n? mi numero(?: de (?:la|su|esta) lista)?',
    '(?:borrar|quitar|eliminar|sacar) mi numero(?: de (?:la|su|esta) lista)?',
    '(?:retir(?:o|ar)|revoc(?:o|ar)) (?:mi |el )?consentimiento',
    '(?:den|dar|de|darme|deme|denme) de baja(?: (?:mi|este) (?:numero|telefono|celular))?',
    '(?:anul(?:ar|en|e)|cancel(?:ar|en|e)) (?:mi |la )?suscripcion',
    'ni un mensaje mas',
    'salirme(?: de (?:la|su|esta) lista)?',
    '(?:suspendan|suspender|terminar|terminen|quiten|cancelen) (?:(?:los|sus|estos|mis|las) )?(?:mensajes?|alertas?|textos?|sms)',
    'no (?:me )?(?:escrib|mand|envi|contact|molest)\\w+(?: (?:mas|nada|mensajes|otro|otra vez|textos?|de texto|alertas?))*',
    '(?:como|please) (?:dejo|paro|cancelo|detengo|dejar|parar|cancelar)(?: (?:de|recibir|los|estos|sus|las|mensajes?|textos?|alertas?))+',
  ),
  wholeSayings: clause(
    '(?:ya )?no quiero(?: (?:mas|recibir|sus|mis|estos|estas|los|las|de texto))* (?:mensajes|textos|alertas|avisos|notificaciones|sms)(?: (?:de texto|suyos|please|thanks|gracias))*',
    '(?:desactiv(?:ar|en|e|a)|suspend(?:er|an|a)|anul(?:ar|en|e)|cancel(?:ar|en|e)|apag(?:ar|uen|ue)) (?:(?:los|las|sus|estos|estas|mis|todos|todas) )*(?:mensajes|textos|alertas|avisos|notificaciones|sms)(?: (?:de texto|please|thanks|gracias))*',
  ),
};
