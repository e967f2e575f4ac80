import { rule, type FreeRule } from './free-rule.ts';

const ask =
  '(?:please |pls |plz |just |kindly |can you |could you |would you |i want you to |you need to )*';
const things =
  '(?:texts?|text messages?|texting|messages?|messaging|sms|alerts?|notifications?|dms?|direct messages?|notices?|spam|junk|crap|updates?|tweets?|contact|communications?)';
const end =
  '(?: (?:me|us|to me|to us|to this number|to my phone|here|from you|from your bank|anymore|any more|any longer|ever|again|ever again|now|please|pls|thanks|thank you|immediately|already|today|forever|right now|at all|at once))*';

/** Any reasonable wording of STOP: what carriers and their rules demand. A payment that is to be stopped goes to people. */
export const stopRules: readonly FreeRule[] = [
  rule(
    'stop',
    'en',
    ask,
    '(?:stop|quit|cease|end|cancel|discontinue|disable|turn off|no more|enough)(?: (?:with|sending|getting|receiving|of))*(?: me| us)?',
    '(?: (?:any|more|these|those|this|the|your|all|of|my|stupid|annoying|damn))*',
    ` ${things}`,
    end,
  ),
  rule(
    'stop',
    'en',
    ask,
    '(?:stop|quit|cease) (?:texting|messaging|contacting|spamming|bothering|writing|sending|dming|dm ing|writing to)(?: (?:me|us|this|to me|(?:to )?(?:this|my) (?:number|phone)))?(?: .{0,20}',
    things,
    '| (?:any )?(?:these|this|those|anything|more|stuff))?',
    end,
  ),
  rule(
    'stop',
    'en',
    '(?:how (?:do|can) i|how to|i want to|i need to) (?:stop|end|quit|turn off|cancel|disable)',
    '(?: (?:getting|receiving|the|these|those|your|all|any|my))*',
    ` ${things}`,
    end,
  ),
  rule(
    'stop',
    'en',
    ask,
    "(?:don'?t|do not|never) (?:ever )?(?:send|text|message|contact|bother|write|dm|write to)(?: (?:me|us|this number))?(?: (?:any|more|these|those|your|such|any more))*",
    `(?: ${things})?`,
    end,
  ),
  rule(
    'stop',
    'en',
    "(?:please )?i (?:do not|don'?t|no longer|never)(?: ever)? (?:want|need|wish|like)(?: to)?(?: (?:get|receive|have|be getting))?(?: (?:any|more|these|those|your|anymore|to be))*",
    `(?: ${things}|texted|messaged|contacted)`,
    end,
  ),
  rule(
    'stop',
    'en',
    ask,
    "(?:i want to |i would like to |i'd like to |i wish to |how do i |how can i |let me )?(?:unsubscribe|opt ?-?out|opt me out|remove (?:me|my number|this number)|take (?:me|my number) off|unenroll(?: me)?|unsub|cancel (?:my |this |the )?(?:subscription|service|text service|enrollment|membership to this list)|sign me off|delete my number|get me off)(?: me)?",
    '(?: (?:from|of|off|to|this|these|your|the|my|all|list|lists|service|program|subscription|texting|texts?|messages?|sms|alerts?|messaging|number))*',
    end,
  ),
  rule(
    'stop',
    'en',
    '(?:please )?(?:i (?:want to |wish to |hereby )?)?(?:revoke|withdraw|cancel) (?:my |all |any )*(?:consent|permission|authorization|opt ?-?in)(?: (?:to|for) (?:texts?|messages?|text messages?|texting|sms|this|these|be texted))*',
    end,
  ),
  rule(
    'stop',
    'en',
    ask,
    "(?:i (?:want to |would like to )?|i'd like to )?(?:deactivate|disenroll|unenroll|deregister|unregister|opt ?-?out)(?: me| us)?(?: (?:from|of|my|the|this|all|text|sms|phone|number|service|texting|texts?|messages?|alerts?|banking))*",
    end,
  ),
  rule(
    'stop',
    'en',
    '(?:please )?(?:no (?:more )?(?:texts?|sms|messages?|dms?|alerts?)|delete me(?: from (?:your|this|the) lists?)?|(?:you have|this is|u have) the wrong (?:number|person)',
    '|turn (?:these|this|them|it|those) off|turn off (?:these|this|those)|(?:i said|i told you to|just|now) stop|enough(?: already| of this| is enough)?|s t o p|stop ?-?all',
    "|i(?:'m| am) done (?:with )?(?:these |your |the )?(?:texts?|messages?|service)|i no longer want (?:this|these|it)|(?:stop|quit|end) (?:with )?(?:these|those|them|this service|the service))(?: please| now| thanks)*",
  ),
  rule(
    'stop',
    'en',
    '(?:please )?(?:leave me alone|go away|wrong number|i want out|stop it|stop this|stop that|stop please|please stop|stop stop.*|lose my number|get lost|make it stop)(?: please| now)*',
  ),
  rule(
    'stop',
    'fr',
    "(?:svp |s'il vous plait |merci de |veuillez |pouvez[- ]vous )*",
    "(?:(?:arretez?|arreter|cessez|cesser|stop|stoppez|stopper|finissez)(?: (?:de|les|ces|vos|tous|tout|avec|ce|cet|des))*(?: (?:m'|me )?(?:envoyer|envoi|ecrire|textoter|contacter|deranger|texter)(?: des| les| vos| ces| de| d')*)?(?: ?(?:messages?|sms|textos?|alertes?|notifications?))?",
    "|(?:il suffit )?(?:pas |non )?plus (?:de |d'|aucun )(?:messages?|sms|textos?|alertes?|notifications?)",
    "|(?:(?:ne )?(?:m'|me )|n')(?:envoyez|ecrivez|contactez|textez|envoie|ecris|derangez) (?:plus|pas)(?: rien)?(?: de| d'| aucun| ces| vos)*(?: ?(?:messages?|sms|textos?|alertes?))?",
    "|je (?:ne )?(?:veux|souhaite|desire) (?:plus|pas)(?: recevoir)?(?: de| d'| vos| ces| aucun| rien)*(?: ?(?:messages?|sms|textos?|alertes?))?(?: recevoir)?",
    "|(?:(?:je veux |je voudrais |je )?(?:me |m')?)?(?:desabonne|desinscris|supprimez (?:mon numero|moi)|effacez mon numero|desabonner|desinscrire|desinscription|desabonnement|desabonnez[- ]moi|desinscrivez[- ]moi|desabonne moi|retirez[- ]moi de (?:la|votre) liste)",
    "|laissez[- ]moi tranquille)(?: svp| s'il vous plait| merci| maintenant)*",
  ),
  rule(
    'stop',
    'es',
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
  rule(
    'start',
    'en',
    '(?:please )?(?:start|resume|restart|resubscribe|subscribe|opt ?-?in|opt me (?:back )?in|sign me (?:back )?up|turn on|begin)(?: (?:me|again|sending|texting|receiving|my|the|these|your))*(?: (?:texts?|messages?|messaging|sms|alerts?|service))?(?: again| please| me)*',
  ),
  rule(
    'start',
    'fr',
    "(?:je veux |je voudrais )?(?:me |m')?(?:re ?abonner?|abonner|re ?abonnez[- ]moi|abonnez[- ]moi|re ?inscrire|reprendre|recommencer)(?: (?:les|vos|des|aux|a|mes|le|service|messages?|sms|textos?|alertes?))*(?: svp)?",
  ),
  rule(
    'start',
    'es',
    '(?:quiero |por favor )?(?:dar(?:me)? de alta|alta|reanudar|reactivar|suscribir(?:me)?|suscribanme|empezar|iniciar)(?: (?:de|nuevo|los|mis|sus|el|al|servicio|mensajes?|textos?|sms|alertas?))*(?: por favor)?',
  ),
];
