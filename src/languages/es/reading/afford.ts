import type { AffordWords } from '../../../reading/lexicon/afford-words.ts';

/** *¿Puedo gastar $60 hasta el viernes?*, in Spanish. */
export const afford: AffordWords = {
  gate: 'gast|alcanza|suficiente|bastante|permitirme|lujo|compro|comprar|completo|ajusta|tengo para|chance|aguanta|llego con|si pago|si saco|si uso|si retiro|da pa|tengo pa|podre|le alcanza|si le|sin sobre|sin quedar',
  before:
    "(?:yo )?(?:puedo|podria|podemos|podriamos|se puede|pudiera) (?:(?:aun|todavia|ya|tranquilamente) )*(?:gastar(?:me|nos)?|permitir(?:me|nos)(?: gastar)?|dar(?:me|nos) el lujo de(?: gastar)?)(?: (?:algo|un gasto|una compra|hasta|mas de|como|otros))*(?: (?:de|por))?|(?:si )?(?:me|nos) alcanzan?(?: (?:el dinero|la plata|todavia|aun))*(?: (?:para|con)(?: (?:gastar|pagar|comprar|un gasto de|una compra de|algo de))*(?: (?:de|por))?)|(?:el dinero )?alcanza(?: (?:para|pa|con))?|tengo (?:suficiente|bastante|lo suficiente)(?: dinero)? (?:para|pa)(?: (?:gastar|pagar|comprar|un gasto de|una compra de|algo de))*(?: (?:un|una|unos|unas|el|la|los|las) [a-z]+(?: [a-z]+)?)?(?: (?:de|por))?|(?:esta|estaria) bien si (?:me )?(?:gasto|compro)(?: [a-z]+){0,3}?(?: (?:de|por|en))?|(?:me|nos) da (?:para|pa)|(?:y |que tal )?si (?:me )?(?:gasto|compro|llevo|gastamos|compramos)(?: [a-z]+){0,4}?(?: (?:de|por|a|en|en unos|en unas))?|(?:me|nos) (?:alcanza|ajusta|da|completo)(?: (?:el dinero|la lana|el cheque))? (?:para|pa|pa'|con)(?: (?:un|una|unos|unas|el|la|los|las) [a-z]+(?: [a-z]+)?(?: (?:de|por|a))?)?|(?:puedo|podria|podemos) (?:comprar(?:me|nos)?|llevarme)(?: [a-z]+){0,4}?(?: (?:de|por|a|en))|tengo (?:suficiente|bastante|para) (?:para )?(?:un|una|unos|unas) [a-z]+(?: [a-z]+)? (?:de|por|a)|(?:me|nos) (?:alcanza|alcanzara|alcanzaria|alcanzan)(?: (?:el dinero|la lana|la plata))? (?:para|pa|con)(?: [a-z]+){1,4}?(?: (?:de|por|a|unos|unas|como|que (?:cuesta|vale)|que sale en))?|tengo (?:chance|modo|forma|manera|con que|dinero|lana)(?: de| para| pa)? (?:comprar(?:me)?|pagar|sacar|gastar)(?: (?:un|una|unos|unas|el|la|los|las) [a-z]+(?: [a-z]+)?)?(?: (?:de|por|a))?|(?:me )?aguanta(?:ra|ria)?(?: (?:la|mi) (?:cuenta|tarjeta))?(?: (?:un cargo|una compra|un gasto|otro gasto|otros|otras|unos))?(?: (?:de|por))?|si (?:me )?(?:pago|saco|doy)(?: (?:los|las|unos))?|(?:me|nos) (?:da|alcanzan?|daria) (?:para|pa)(?: [a-z]+){1,3}? (?:de|por|a)|(?:me|nos) alcanzan(?: los| unos)?|tengo para gastar(?:me)?|(?:y |que tal )?si (?:me )?(?:pago|saco|uso|retiro|doy|pongo)(?: [a-z]+){0,4}?(?: (?:de|por|a|en))?|(?:yo )?(?:podre|podremos|alcanzare a|alcanzo a)(?: (?:pagar|comprar|comprarme|gastar|gastarme|cubrir|sacar))(?: [a-z]+){0,3}?(?: (?:de|por))?|tengo (?:para|pa|como para)(?: (?:pagar|comprar|cubrir|un gasto|una compra))?(?: (?:un|una|unos|unas|el|la|los|las) [a-z]+(?: [a-z]+)?)?(?: (?:de|por))?|(?=.*\\bsin\\b)(?:puedo|podria|podemos) (?:sacar|retirar|usar)|(?=.*\\b(?:quedo|alcanza|bien)\\b)gasto|si le (?:pongo|meto|echo|doy)|(?:me|nos) da (?:para|pa)|le (?:alcanza|da|ajusta) a (?:la|mi) (?:cuenta|tarjeta)(?: [a-z]+)? (?:para|pa)(?: (?:un|una|unos|unas) [a-z]+)?(?: (?:de|por))?",
  whole:
    'cuanto (?:dinero |mas )?(?:me |nos )?(?:puedo|podria|podemos) (?:(?:aun|todavia) )*(?:gastar(?:me|nos)?|soltar)|cuanto (?:dinero )?(?:me (?:queda|sobra)|tengo|hay)(?: disponible)? para gastar|(?:para|hasta) cuanto me alcanza|que puedo gastar|lo que puedo gastar',
  article: 'un|una|unos|unas',
  polite:
    'por favor|porfa|hola|oye|ok|gracias|ahora|ahorita|tranquilamente|tranquilo|tranquila|sin preocuparme|como maximo|dime|y|llego a la quincena|llego al fin de mes|llego bien|me quedo bien|estare bien|me alcanza|quedo bien|no hay problema|sin sobregirarme|o no|verdad|sin quedarme en rojo|sin quedar en rojo|para salir|sin sobregiro|me quedo corto|me quedo corta|de mas|quiero saber si|(?:estoy|ando|aqui) en (?:el |la )?[a-z]+(?: y)?|ya viene la renta y|es que|hoy|sin problemas?|que pasa|como quedo|con cuanto (?:quedo|me quedo)',
  purpose: 'a|del|en|para|pa|por|de|con|mas|al|me|nos|quedo|quedaria|queda|sobra|sin',
  from: 'de|desde|en|con|de mi|de la|de la cuenta',
  until: 'hasta|antes de|antes del|para|de aqui a|de aqui al|a',
  payday:
    '(?:el |la |mi )?(?:proximo |proxima |siguiente )?(?:dia de pago|pago|quincena|nomina|sueldo|cheque)|que me paguen|cobrar|que cobre',
  today: 'hoy en la noche|hoy mismo|esta noche|esta tarde|hoy|por hoy',
  tomorrow: 'manana',
  weekend: '(?:(?:este|el) )?(?:fin de semana|finde|fin)',
  thisWeek: '(?:el )?(?:resto|fin|final) de (?:la|esta) semana|esta semana',
  nextWeek: '(?:la )?(?:proxima semana|semana que viene|semana proxima)',
  monthEnd: '(?:el )?(?:resto|fin|final|fines) (?:del?|de este) mes|este mes',
  days: '(?:por |en |durante )?(?:los )?(?:proximos )?(\\d{1,2}) dias',
  dayOfMonth: '(?:el )?(?:dia )?(\\d{1,2})',
  next: 'el|el proximo|este|proximo',
  weekdays:
    'lunes|lunes que viene, martes|martes que viene, miercoles|miercoles que viene, jueves|jueves que viene, viernes|viernes que viene, sabado|sabado que viene, domingo|domingo que viene',
  months:
    'enero|ene, febrero|feb, marzo|mar, abril|abr, mayo, junio|jun, julio|jul, agosto|ago, septiembre|setiembre|sep, octubre|oct, noviembre|nov, diciembre|dic',
  date: '(?:el )?(?<day>\\d{1,2}) de (?<month>%)',
  isMonthFirst: false,
};
