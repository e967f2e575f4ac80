import { sentence } from '../../../reading/free-rule.ts';
import type { ServiceRules } from '../../../reading/lexicon/free-rules.ts';

const share = "(?<account>[a-z]{0,3}\\d{1,2}|[a-z][\\w' -]{0,20}?)";

export const service: ServiceRules = {
  lockHelp: [
    sentence(
      '(?:como|puedo|como puedo) (?:bloqueo|bloquear|congelar|suspender|suspendo) (?:mi |mis |el |la |todo )*(?:cuentas?|acceso|servicio)?',
    ),
  ],
  balance: [
    sentence('(?:cuanto|que) (?:dinero )?hay en (?:mi |la |el )?(?:cuenta )?(?:de )?', share),
  ],
  lock: [
    sentence(
      '(?:por favor |puede |pueden |quiero (?:que )?|necesito (?:que )?|hay que )*',
      '(?:bloqueen|bloquee|bloquear|bloquea|bloqueame|congelar|congele|congelen|congela|suspender|suspendan) (?:(?:mi|mis|todas|todo|la|el|las) )*(?:cuentas?|acceso|servicio|todo)?',
      '(?: por favor| ya| ahora| mismo)*',
    ),
  ],
  unlock: [
    sentence(
      '(?:desbloquear|desbloquee|desbloqueen|desbloquea) (?:mi |mis |el |la )?(?:cuentas?|acceso|servicio|todo)(?: por favor)?',
    ),
  ],
  contact: [
    sentence(
      '(?:cual es (?:su|el|tu) (?:horario|telefono|numero|direccion)(?: de (?:telefono|atencion|contacto))?|a que hora (?:abren|cierran|abre|cierra).*|(?:estan|esta) (?:abiertos?|cerrados?).*|(?:donde|en donde) (?:esta|queda|hay|encuentro|estan) (?:la |el |un |una |su |los |las )?.*(?:sucursal|sucursales|cajero|cajeros|oficina|banco).*|(?:numero de )?telefono|horarios? de atencion|(?:el |la |su |una? )?(?:cajero|sucursal|oficina|banco)(?: de ustedes)? mas (?:cercan[oa]|proxim[oa])|(?:y )?(?:ya|todavia|aun) (?:cerraron|abrieron|abren|estan (?:abiertos?|trabajando|atendiendo))(?: ya| hoy| ahorita| a esta hora)*|(?:aun |todavia )?estan (?:trabajando|atendiendo)(?: hoy| ahorita| a esta hora| todavia)*|(?:en )?donde (?:los|las|les) (?:encuentro|hallo|puedo encontrar|ubico|localizo)|como (?:los|las|les) (?:contacto|llamo|hablo|localizo|encuentro)|donde (?:estan|se encuentran|quedan)(?: ustedes| ubicados| localizados)*|(?:cual (?:sucursal|oficina)|que (?:sucursal|oficina)) .*|(?:que dias?|cuando) (?:abren|cierran|trabajan|atienden)(?: .*)?)',
    ),
  ],
  transferHelp: [
    sentence(
      '(?:por favor |quiero |quisiera |necesito |como |puedo |como hago para )*(?:hago |hacer )?(?:una )?(?:transferencia|transferir|transferencias|pasar|transfiero)',
      '(?: (?:dinero|mi dinero|fondos))?(?: (?:entre|mis|cuentas|de|una|cuenta|a|otra|propias))*',
    ),
    sentence(
      '(?:a ver |por favor )?(?:expliqueme|explicame|digame|dime|ensename|enseneme|quiero saber|no se|me (?:explica|explicas|dice|dices)) como (?:se |le )?(?:hago |hacer |hace |para |pa |puedo )*(?:transferir|transferencias|una transferencia|(?:pasar|mover|mandar) (?:el )?dinero)',
      '(?: (?:entre|mis|cuentas?|de|una|a|otra|la|mi|ahorros|por|aqui|mensaje))*(?: por favor| porfa)*',
    ),
    sentence(
      '(?:por favor |(?:quiero|quisiera|necesito|debo|tengo que) |como (?:puedo |hago para )?|(?:ayudame|ayudeme) a |puede (?:ayudarme a )?|puedo )*',
      '(?:transferir|pasar|mover|enviar|mandar) (?:el |mi |algo de )?(?:dinero|plata|fondos)',
      '(?: (?:entre|mis|cuentas?|de|una|a|otra|la|mi|propias|dos|ahorros|corriente))*(?: por favor| gracias)*',
    ),
  ],
  code: [
    sentence(
      '(?!.*(?:\\d|\\b(?:lleg\\w+|recib\\w+|entrar|verificacion|postal|barras|vestir|morse|porton|civil|swift|descuento|promo\\w*|area|error|wifi|puerta|mal|malo|incorrecto|social|app|sesion|aplicacion|pagina|tarjeta|pin|cajero|alarma|etica|conducta|penal|iban|di|dije|pidio|pidieron|piden|pide|qr|barra|fuente|token|alguien|nadie|meto|ingreso)\\b))',
      '(?=.*\\b(?:cual|que|como|donde|cambi\\w+|otro|nuevo|mand\\w+|envi\\w+|reenv\\w+|dame|deme|den|dan|necesito|ocupo|quiero|quisiera|olvid\\w+|perdi\\w*|borr\\w+|acuerd\\w+|record\\w+|recuerd\\w+|pon\\w+|uso|tengo|mio|final|facil|mente|cabeza)\\b)',
      '(?:\\S+ ){0,9}(?:mi|el|un|otro|nuevo|ese|este|que|cual|de|su|tu|mismo) codigo(?: \\S+){0,9}',
    ),
  ],
  help: [
    sentence(
      '(?:que puedo (?:hacer|pedir|decir|escribir)(?: aqui)?|como (?:funciona|se usa)(?: esto)?|ayudame|ayudeme|me puede(?:s)? ayudar|necesito ayuda|(?:cuales son |lista de )?(?:los )?comandos|no entiendo)',
    ),
  ],
  decline: [sentence('no gracias|no lo haga|mejor no|olvidalo')],
};
